using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Reports;
using DockerGuard.Reports.Sarif;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>Writes what a task reported as a SARIF log: the property <c>DockerGuardSarif</c>.</summary>
internal static class SarifFile
{
    private static readonly string ToolVersion =
        typeof(SarifFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="path">Absolute path of the log.</param>
    /// <param name="check">What was checked: <c>dockerfiles</c> or <c>container</c>.</param>
    /// <param name="reporter">What was found; a failure to write is reported there.</param>
    /// <param name="project">Names the log's category and the root its paths count from.</param>
    /// <param name="dockerfiles">The linted files by path.</param>
    public static void Write(string path, string check, DiagnosticReporter reporter, ProjectFacts project, IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        var projectName = Path.GetFileName(project.ProjectPath);
        var log = new SarifFormat().Write(new CheckReport
        {
            Category = $"DockerGuard/{check}/{projectName}",
            ToolVersion = ToolVersion,
            RootDirectory = project.RepositoryRoot,
            Findings = reporter.Reported,
            Suppressed = reporter.Suppressed,
            Dockerfiles = dockerfiles,
            WordsOfBuildKit = static finding => finding.PeerMessage,
        });
        try
        {
            AtomicFile.WriteIfChanged(path, log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            reporter.Report(ToolDiagnostics.CannotWrite, Origin.StartOf(path), $"'{Path.GetFileName(path)}' cannot be written: {exception.Message}");
        }
    }
}
