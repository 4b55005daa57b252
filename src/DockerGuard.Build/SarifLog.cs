using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DockerGuard.Dockerfiles;
using DockerGuard.Images.Project;
using DockerGuard.Peers.BuildKit;
using DockerGuard.Reports;
using DockerGuard.Reports.Sarif;

namespace DockerGuard.Build;

/// <summary>What a task reported as a SARIF log: the property <c>DockerGuardSarif</c>.</summary>
internal static class SarifLog
{
    private static readonly string ToolVersion =
        typeof(SarifLog).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
            .Split('+')[0];

    /// <param name="check">What was checked: <c>dockerfiles</c> or <c>container</c>.</param>
    /// <param name="reporter">What was found.</param>
    /// <param name="project">Names the log's category and the root its paths count from.</param>
    /// <param name="dockerfiles">The linted files by path.</param>
    public static string Of(
        string check,
        DiagnosticReporter reporter,
        ProjectFacts project,
        IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        var projectName = Path.GetFileName(project.ProjectPath);
        return new SarifFormat().Write(new CheckReport
        {
            Category = $"DockerGuard/{check}/{projectName}",
            ToolVersion = ToolVersion,
            RootDirectory = project.RepositoryRoot,
            Findings = reporter.Reported,
            Suppressed = reporter.Suppressed,
            Basis = reporter.Basis,
            Dockerfiles = dockerfiles,
            WordsOfBuildKit = BuildKitWords.Of,
        });
    }
}
