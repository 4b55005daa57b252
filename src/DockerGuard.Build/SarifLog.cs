using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
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

    /// <summary>True for a file that is empty or a log of somebody's; it may be replaced by a newer one.</summary>
    public static bool MayReplace(string path)
    {
        try
        {
            if (RegularFile.Read(path, TaskFiles.MaxBytes, out _) is not { } bytes) return false;
            var text = Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, 4096))
                .TrimStart('\uFEFF', ' ', '\r', '\n');
            return text.Length == 0
                || (text[0] == '{' && text.IndexOf("sarif", StringComparison.OrdinalIgnoreCase) >= 0);
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            return true;
        }
    }

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
