using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Checks.Finding;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Decides which Dockerfiles of its repository a project guards besides its own, and says so.
/// </summary>
internal sealed class RepositoryGuard(
    ProjectFacts project,
    TaskSettings setting,
    DiagnosticReporter reporter,
    IBuildEngine engine,
    CancellationToken cancellation)
{
    private const string GuardSetting = "DockerGuardRepositoryProject";

    /// <summary>Names that are told in one line; nobody reads more.</summary>
    private const int MostNames = 5;

    /// <summary>What restore of this package leaves in the folder of a project.</summary>
    private const string PackageTargets = "DockerGuard.Build.targets";

    /// <summary>The files to guard; what is said of them is said here.</summary>
    /// <param name="listed">Absolute paths of those that are guarded anyway.</param>
    public IReadOnlyList<DockerfileInput> FilesBeside(IReadOnlyList<string> listed)
    {
        if (!HasRepository()) return [];
        var all = Find(out var isFirst);
        if (isFirst && all.IsCut)
        {
            reporter.Say(
                "the repository has so many folders that Dockerfiles deep in it are not looked for; name them as items "
                    + "DockerGuardDockerfile");
        }

        var unlisted = all.Files.Where(file => !listed.Contains(file.Input.Path)).ToList();
        if (unlisted.Count == 0) return [];
        var own = unlisted.Where(file => IsOurs(file.Project)).ToList();
        var others = OthersAmong(unlisted, all, isFirst);
        if (own.Count + others.Count == 0) return [];
        if (!setting.Flag("DockerGuardEnableDefaultItems", otherwise: true))
        {
            var names = Names([.. own, .. others], all);
            reporter.Say(
                $"{List(names)} of the repository {Verb(names)} not checked, for "
                    + $"{(names.Count == 1 ? "it is" : "they are")} not among the items DockerGuardDockerfile");
            return [];
        }

        Say(Names(own, all), Names(others, all));
        return [.. own.Concat(others).Select(static file => file.Input)];
    }

    /// <summary>
    /// Those that publish no project which guards them, where this project is the one of the repository that does.
    /// </summary>
    private List<FoundDockerfile> OthersAmong(List<FoundDockerfile> files, RepositoryDockerfiles all, bool isFirst)
    {
        var others = files.Where(file => file.Project is null || !(IsOurs(file.Project) || HasPackage(file.Project)))
            .ToList();
        if (others.Count == 0) return others;
        var named = NamedGuard();
        var guard = named
            ?? files.Select(static file => file.Project)
                .OfType<string>()
                .OrderBy(static path => path, StringComparer.Ordinal)
                .FirstOrDefault(path => IsOurs(path) || HasPackage(path))
            ?? all.Projects.FirstOrDefault(path => IsOurs(path) || (HasPackage(path) && LooksLikeApp(path)));
        if (guard is null || IsOurs(guard)) return others;
        if (isFirst && named is not null && !HasPackage(named))
        {
            var names = Names(others, all);
            reporter.Say(
                $"{List(names)} of the repository {Verb(names)} not guarded, for {GuardSetting} names "
                    + $"{Path.GetFileName(named)}, which was not restored with this package");
        }

        return [];
    }

    private bool IsOurs(string? path) => project.ProjectPath.Equals(path, StringComparison.OrdinalIgnoreCase);

    private void Say(List<string> own, List<string> others)
    {
        var name = Path.GetFileName(project.ProjectPath);
        var verb = own.Count == 1 ? "publishes or starts" : "publish or start";
        var published = own.Count > 0 ? $"{List(own)}, which {verb} it" : null;
        var rest = others.Count > 0
            ? $"{List(others)} for the repository ({GuardSetting} names another project for that)"
            : null;
        reporter.Say($"{name} also guards {string.Join("; ", new[] { published, rest }.OfType<string>())}");
    }

    /// <summary>Without one, the project's folder passes for it, and what lies around it is somebody else's.</summary>
    private bool HasRepository()
    {
        // A worktree or submodule has a file in place of the folder.
        var git = RegularFile.KindOf(Path.Combine(project.RepositoryRoot, ".git"));
        return git is FileKind.Folder or FileKind.Regular;
    }

    /// <summary>One search in a build serves all projects of a process.</summary>
    private RepositoryDockerfiles Find(out bool isFirst)
    {
        const RegisteredTaskObjectLifetime Build = RegisteredTaskObjectLifetime.Build;
        var key = "DockerGuard repository " + project.RepositoryRoot;
        var registry = engine as IBuildEngine4;
        isFirst = false;
        if (registry?.GetRegisteredTaskObject(key, Build) is RepositoryDockerfiles known) return known;
        isFirst = true;
        var found = RepositoryDockerfiles.In(project.RepositoryRoot, cancellation);
        registry?.RegisterTaskObject(key, found, Build, allowEarlyCollection: false);
        return found;
    }

    private string? NamedGuard()
    {
        if (setting.Text(GuardSetting)?.Trim() is not { } text) return null;
        if (IsPath(text))
        {
            var path = AbsolutePath.Of(project.RepositoryRoot, text);
            if (RegularFile.KindOf(path) == FileKind.Regular) return path;
        }

        throw new InvalidSettingException(
            $"{GuardSetting} is {Sentence.Quote(text)}; write the path of a project, from the repository's folder");
    }

    private static bool IsPath(string text) => text.IndexOfAny(Path.GetInvalidPathChars()) < 0;

    /// <summary>
    /// Whether another project was restored with this package: what restore writes lies where it does for ours.
    /// </summary>
    private bool HasPackage(string path)
    {
        var ours = Path.GetFileNameWithoutExtension(project.ProjectPath);
        var theirs = Path.GetFileNameWithoutExtension(path);
        var folder = (setting.Text("MSBuildProjectExtensionsPath") ?? "obj").TrimEnd('/', '\\');
        var own = AbsolutePath.Of(project.ProjectDirectory, folder);
        var below = RelativePath.Below(project.ProjectDirectory, own);
        if (below is not null) own = Path.Combine(Path.GetDirectoryName(path)!, below);
        else if (Path.GetFileName(own) == ours) own = Path.Combine(Path.GetDirectoryName(own)!, theirs);
        var targets = Path.Combine(own, Path.GetFileName(path) + ".nuget.g.targets");
        try
        {
            return RegularFile.Read(targets, TaskFiles.MaxBytes, out _) is { } bytes
                && Encoding.UTF8.GetString(bytes).IndexOf(PackageTargets, StringComparison.Ordinal) >= 0;
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            return false;
        }
    }

    /// <summary>
    /// Whether another project makes images, by its text: only MSBuild knows, and to ask it costs too much.
    /// </summary>
    private static bool LooksLikeApp(string path)
    {
        try
        {
            if (RegularFile.Read(path, TaskFiles.MaxBytes, out _) is not { } bytes) return false;
            var text = Encoding.UTF8.GetString(bytes);
            bool Has(string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
            return (Has("Microsoft.NET.Sdk.Web") || Has("Microsoft.NET.Sdk.Worker") || Has("<OutputType>Exe"))
                && !(Has("Test.Sdk") || Has("<IsTestProject>true") || Has("<IsPublishable>false"));
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            return false;
        }
    }

    private static List<string> Names(List<FoundDockerfile> files, RepositoryDockerfiles all) =>
        files.ConvertAll(file => all.NameOf(file.Input.Path));

    private static string List(List<string> names)
    {
        var shown = names.Take(names.Count > MostNames ? MostNames - 1 : MostNames).Select(Sentence.Show).ToList();
        if (shown.Count < names.Count) shown.Add($"{names.Count - shown.Count} others");
        return shown.Count == 1
            ? shown[0]
            : string.Join(", ", shown.Take(shown.Count - 1)) + " and " + shown[shown.Count - 1];
    }

    private static string Verb(List<string> names) => names.Count == 1 ? "is" : "are";
}
