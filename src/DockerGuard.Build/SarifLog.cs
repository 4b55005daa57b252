using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Peers.BuildKit;
using DockerGuard.Reports;
using DockerGuard.Reports.Sarif;

namespace DockerGuard.Build;

/// <summary>What a task reported as a SARIF log: the property <c>DockerGuardSarif</c>.</summary>
internal static class SarifLog
{
    /// <summary>The checks, as the categories of their runs name them.</summary>
    public const string Dockerfiles = "dockerfiles", Generation = "generation", Container = "container";

    private const string Categories = "DockerGuard/";

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

    /// <summary>
    /// The log that a file becomes: a run of its own for each check of each project that names the file, whichever
    /// build wrote it.
    /// </summary>
    /// <param name="path">The file; a log that is there keeps the runs of others.</param>
    /// <param name="check">What was checked: <see cref="Dockerfiles"/> and its like.</param>
    /// <param name="silent">Checks of this project that had nothing to look at in this build.</param>
    /// <param name="reporter">What was found.</param>
    /// <param name="project">Names the run's category and the root its paths count from.</param>
    /// <param name="dockerfiles">The linted files by path.</param>
    public static string Of(
        string path,
        string check,
        IReadOnlyList<string> silent,
        DiagnosticReporter reporter,
        ProjectFacts project,
        IReadOnlyDictionary<string, Dockerfile> dockerfiles)
    {
        var gone = silent.Select(name => CategoryOf(name, project, path)).ToList();
        var log = Run(CategoryOf(check, project, path), reporter, project, dockerfiles);
        var earlier = RegularFile.KindOf(path) == FileKind.Regular
            ? RegularFile.Read(path, TaskFiles.MaxBytes, out _)
            : null;
        return SarifRuns.Join(log, earlier, other => !gone.Contains(other) && IsThere(other, project));
    }

    private static string CategoryOf(string check, ProjectFacts project, string log) =>
        $"{Categories}{check}/{NameOf(project, log)}";

    /// <summary>
    /// By its path in the repository, for many have more than one <c>Api.csproj</c>; without one, by that from the log.
    /// </summary>
    private static string NameOf(ProjectFacts project, string log) => HasRepository(project)
        ? RelativePath.Below(project.RepositoryRoot, project.ProjectPath) ?? Path.GetFileName(project.ProjectPath)
        // Nobody else writes into the project's own folder.
        : RelativePath.Below(project.ProjectDirectory, log) is not null ? Path.GetFileName(project.ProjectPath)
        : RelativePath.From(Path.GetDirectoryName(log)!, project.ProjectPath);

    private static bool HasRepository(ProjectFacts project) =>
        RegularFile.KindOf(Path.Combine(project.RepositoryRoot, ".git")) != FileKind.Unknown;

    /// <summary>
    /// False for what is said of a project that the repository no longer has. Without one, nobody can tell.
    /// </summary>
    private static bool IsThere(string category, ProjectFacts project)
    {
        if (!category.StartsWith(Categories, StringComparison.Ordinal)) return false;
        if (!HasRepository(project)) return true;
        var name = category.Substring(category.IndexOf('/', Categories.Length) + 1);
        return AbsolutePath.TryOf(project.RepositoryRoot, name) is { } path
            && RegularFile.KindOf(path) == FileKind.Regular;
    }

    private static string Run(
        string category,
        DiagnosticReporter reporter,
        ProjectFacts project,
        IReadOnlyDictionary<string, Dockerfile> dockerfiles) =>
        new SarifFormat().Write(new CheckReport
        {
            Category = category,
            ToolVersion = ToolVersion,
            RootDirectory = project.RepositoryRoot,
            Findings = reporter.Reported,
            Suppressed = reporter.Suppressed,
            Basis = reporter.Basis,
            Dockerfiles = dockerfiles,
            WordsOfBuildKit = BuildKitWords.Of,
        });
}
