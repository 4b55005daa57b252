using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a build reads that is not the repository's: the SDK, packages, what builds write, and files of one user.
/// </summary>
/// <param name="repositoryRoot">The folder of the repository, outside which all is foreign; null for none.</param>
internal sealed class ForeignFolders(string? repositoryRoot)
{
    private static readonly string[] Properties =
    [
        "MSBuildToolsPath", "MSBuildExtensionsPath", "MSBuildSDKsPath", UserExtensions, "NetCoreRoot",
        "NuGetPackageRoot", "NuGetPackageFolders", "NUGET_PACKAGES", "RestorePackagesPath", "RestoreFallbackFolders",
    ];

    private static readonly string[] OutputProperties =
    [
        "MSBuildProjectExtensionsPath", "BaseIntermediateOutputPath", "IntermediateOutputPath", "BaseOutputPath",
        "OutputPath", "ArtifactsPath", "PublishDir", "PackageOutputPath",
    ];

    private static readonly string[] Homes = ["HOME", "USERPROFILE"];

    private static readonly string[] FilesOfUsers = [".user", ".suo"];

    /// <summary>Where a user puts imports for all projects; they come and go.</summary>
    private const string UserExtensions = "MSBuildUserExtensionsPath";

    private readonly HashSet<string> _folders = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _fixed = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _written = new(AbsolutePath.Comparer);

    /// <summary>The folder of the repository; null for none.</summary>
    public string? RepositoryRoot { get; } = repositoryRoot;

    /// <summary>Learns the folders a project knows.</summary>
    public void Learn(ProjectInstance project)
    {
        foreach (var name in Properties)
        {
            foreach (var value in project.GetPropertyValue(name).Split(';'))
                Add(project.Directory, value.Trim(), name == UserExtensions ? null : _fixed);
        }

        foreach (var folder in OutputOf(project)) Add(project.Directory, folder, _written);
        // Where packages are before restore has written a path of them down.
        foreach (var home in Homes.Select(project.GetPropertyValue))
            if (home.Length > 0) Add(project.Directory, Path.Combine(home, ".nuget", "packages"), _fixed);
    }

    /// <summary>Whether a file belongs to the repository, so that an image build can have it.</summary>
    public bool IsOurs(string path) =>
        (RepositoryRoot is null || AbsolutePath.IsWithin(RepositoryRoot, path))
            && !FilesOfUsers.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            && !_folders.Any(folder => AbsolutePath.IsWithin(folder, path));

    /// <summary>Whether a path lies in an SDK or a package, which no version of changes.</summary>
    public bool IsFixed(string path) => _fixed.Any(folder => AbsolutePath.IsWithin(folder, path));

    /// <summary>Whether a path lies where nobody changes what a project is: as above, or where builds write.</summary>
    public bool IsSettled(string path) =>
        IsFixed(path) || _written.Any(folder => AbsolutePath.IsWithin(folder, path));

    /// <summary>The names of such folders in another one.</summary>
    public IEnumerable<string> SettledIn(string folder) =>
        _fixed.Concat(_written)
            .Where(settled => AbsolutePath.Comparer.Equals(Path.GetDirectoryName(settled), AbsolutePath.Trim(folder)))
            .Select(Path.GetFileName);

    /// <summary>Whether a path lies outside the repository and in no folder that every build has.</summary>
    public bool IsElsewhere(string path) =>
        RepositoryRoot is not null
            && !AbsolutePath.IsWithin(RepositoryRoot, path)
            && !_folders.Any(other => AbsolutePath.IsWithin(other, path));

    /// <summary>The folders a project writes to, none that holds the project itself: that would hide all.</summary>
    public static IEnumerable<string> OutputOf(ProjectInstance project) => OutputProperties
        .Select(name => Folder(project.Directory, project.GetPropertyValue(name).Trim()))
        .OfType<string>();

    private void Add(string directory, string value, HashSet<string>? kind)
    {
        if (Folder(directory, value) is not { } folder) return;
        _folders.Add(folder);
        kind?.Add(folder);
    }

    private static string? Folder(string directory, string value) =>
        AbsolutePath.TryOf(directory, value) is { } folder && !AbsolutePath.IsWithin(folder, directory)
            ? AbsolutePath.Trim(folder)
            : null;
}
