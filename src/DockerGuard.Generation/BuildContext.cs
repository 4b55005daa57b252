using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>Files copied to one folder by one instruction.</summary>
internal sealed record CopyGroup(string Folder, IReadOnlyList<CopySource> Sources);

/// <summary>
/// Which folder the image is built in, and what of it the build needs, in the order that keeps the restore layer small.
/// </summary>
internal sealed class BuildContext
{
    private BuildContext(
        string directory, string projectFile, string dockerfile, IReadOnlyList<CopyGroup> restoreFiles,
        IReadOnlyList<string> packageFolders, IReadOnlyList<string> sourceFolders, bool hasNuGetConfig)
    {
        Directory = directory;
        ProjectFile = projectFile;
        Dockerfile = dockerfile;
        RestoreFiles = restoreFiles;
        PackageFolders = packageFolders;
        SourceFolders = sourceFolders;
        HasNuGetConfig = hasNuGetConfig;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Directory { get; }

    /// <summary>The project below the folder.</summary>
    public string ProjectFile { get; }

    /// <summary>The Dockerfile's path from the folder.</summary>
    public string Dockerfile { get; }

    /// <summary>What restore reads, grouped by folder.</summary>
    public IReadOnlyList<CopyGroup> RestoreFiles { get; }

    /// <summary>Folders of packages that restore reads, for nuget.config names them as sources.</summary>
    public IReadOnlyList<string> PackageFolders { get; }

    /// <summary>Folders with the sources, none inside another; empty text is the context itself.</summary>
    public IReadOnlyList<string> SourceFolders { get; }

    public bool HasNuGetConfig { get; }

    public static BuildContext? Create(ProjectFacts facts, GenerationOptions options, out string? error)
    {
        error = null;
        var project = ContextPath.Normalize(facts.ProjectPath);
        var projectFolder = ContextPath.DirectoryOf(project);
        var references = facts.ProjectReferences.Select(ContextPath.Normalize).ToList();
        var imports = facts.ImportedFiles.Select(ContextPath.Normalize)
            .Where(file => options.CopyGlobalJson || !IsNamed(file, "global.json")).ToList();

        var root = projectFolder;
        if (!references.Concat(imports).All(path => ContextPath.Relative(projectFolder, path) is not null))
        {
            root = Root(facts, projectFolder, references, imports);
            if (references.FirstOrDefault(path => ContextPath.Relative(root, path) is null) is { } outside)
            {
                error = $"the project references {ContextPath.FileNameOf(outside)}, which lies outside the folder "
                    + $"{root}, so no build context holds both";
                return null;
            }
        }

        // What lies above the repository belongs to one machine, not to the project.
        imports.RemoveAll(path => ContextPath.Relative(root, path) is null);

        var dockerfile = ContextPath.Normalize(options.DockerfilePath ?? projectFolder + "/Dockerfile");
        var inContext = references.Append(project).Select(path => ContextPath.Relative(root, path)!).ToList();
        if (inContext.Concat(imports)
            .Append(dockerfile)
            .FirstOrDefault(path => !DockerfileText.IsOneLine(path)) is { } unwritable)
        {
            error = $"the path '{DockerfileText.OneLine(unwritable)}' holds a control character, which no Dockerfile "
                + "can name";
            return null;
        }

        return new BuildContext(
            root,
            ContextPath.Relative(root, project)!,
            ContextPath.Between(root, dockerfile),
            GroupRestoreFiles(
                imports.Select(path => ContextPath.Relative(root, path)!),
                inContext,
                facts.IsTrue("RestorePackagesWithLockFile")),
            Outermost(options.LocalPackageFolders
                .Select(folder => ContextPath.Relative(root, ContextPath.Normalize(folder)))
                .OfType<string>()
                .Where(static folder => folder.Length > 0 && DockerfileText.IsOneLine(folder))),
            Outermost(inContext.Select(ContextPath.DirectoryOf)),
            imports.Exists(static path => IsNamed(path, "nuget.config")));
    }

    // Outside a repository nothing says where the sources end, so the deepest folder that holds them all is taken.
    private static string Root(ProjectFacts facts, string projectFolder, List<string> references, List<string> imports)
    {
        var repository = ContextPath.Normalize(facts.RepositoryRoot);
        if (repository != projectFolder && ContextPath.Relative(repository, projectFolder) is not null)
            return repository;
        return references.Concat(imports.Where(static path => !IsNamed(path, "nuget.config")))
            .Aggregate(
                projectFolder,
                static (root, path) => ContextPath.CommonDirectory(root, ContextPath.DirectoryOf(path)) ?? root);
    }

    private static List<CopyGroup> GroupRestoreFiles(
        IEnumerable<string> imports, IReadOnlyList<string> projects, bool hasLockFiles)
    {
        var sources = imports.Concat(projects).Select(static path => new CopySource(path)).ToList();
        // The wildcard makes the file optional: a project has none before its first restore.
        if (hasLockFiles)
        {
            sources.AddRange(projects.Select(static path =>
                new CopySource(Below(ContextPath.DirectoryOf(path), "packages.lock.json*"), IsPattern: true)));
        }

        return sources
            .Distinct()
            .GroupBy(static source => ContextPath.DirectoryOf(source.Path))
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group =>
                new CopyGroup(group.Key, group.OrderBy(static source => source.Path, StringComparer.Ordinal).ToArray()))
            .ToList();
    }

    private static List<string> Outermost(IEnumerable<string> folders)
    {
        var all = folders.Distinct(StringComparer.Ordinal)
            .OrderBy(static folder => folder, StringComparer.Ordinal)
            .ToList();
        return all.FindAll(folder => !all.Exists(
            other => other != folder && (other.Length == 0 || ContextPath.Relative(other, folder) is not null)));
    }

    private static string Below(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private static bool IsNamed(string path, string name) =>
        ContextPath.FileNameOf(path).Equals(name, StringComparison.OrdinalIgnoreCase);
}
