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
        "MSBuildToolsPath", "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBuildUserExtensionsPath", "NetCoreRoot",
        "NuGetPackageRoot", "NuGetPackageFolders", "NUGET_PACKAGES", "RestorePackagesPath", "RestoreFallbackFolders",
    ];

    private static readonly string[] OutputProperties =
    [
        "MSBuildProjectExtensionsPath", "BaseIntermediateOutputPath", "IntermediateOutputPath", "BaseOutputPath",
        "OutputPath", "ArtifactsPath", "PublishDir", "PackageOutputPath",
    ];

    private static readonly string[] Homes = ["HOME", "USERPROFILE"];

    private static readonly string[] UserExtensions = [".user", ".suo"];

    private readonly HashSet<string> _folders = new(AbsolutePath.Comparer);

    /// <summary>The folder of the repository; null for none.</summary>
    public string? RepositoryRoot { get; } = repositoryRoot;

    /// <summary>Learns the folders a project knows.</summary>
    public void Learn(ProjectInstance project)
    {
        foreach (var value in Properties.SelectMany(name => project.GetPropertyValue(name).Split(';')))
            Add(project.Directory, value.Trim());
        foreach (var folder in OutputOf(project)) _folders.Add(folder);
        // Where packages are before restore has written a path of them down.
        foreach (var home in Homes.Select(project.GetPropertyValue))
            if (home.Length > 0) Add(project.Directory, Path.Combine(home, ".nuget", "packages"));
    }

    /// <summary>Whether a file belongs to the repository, so that an image build can have it.</summary>
    public bool IsOurs(string path) =>
        (RepositoryRoot is null || AbsolutePath.IsWithin(RepositoryRoot, path))
            && !UserExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            && !_folders.Any(folder => AbsolutePath.IsWithin(folder, path));

    /// <summary>Whether a path lies outside the repository and in no folder that every build has.</summary>
    public bool IsElsewhere(string path) =>
        RepositoryRoot is not null
            && !AbsolutePath.IsWithin(RepositoryRoot, path)
            && !_folders.Any(other => AbsolutePath.IsWithin(other, path));

    /// <summary>The folders a project writes to, none that holds the project itself: that would hide all.</summary>
    public static IEnumerable<string> OutputOf(ProjectInstance project) => OutputProperties
        .Select(name => Folder(project.Directory, project.GetPropertyValue(name).Trim()))
        .OfType<string>();

    private void Add(string directory, string value)
    {
        if (Folder(directory, value) is { } folder) _folders.Add(folder);
    }

    private static string? Folder(string directory, string value) =>
        AbsolutePath.TryOf(directory, value) is { } folder && !AbsolutePath.IsWithin(folder, directory)
            ? AbsolutePath.Trim(folder)
            : null;
}
