using System;
using DockerGuard.Oci;

namespace DockerGuard.Images.Catalog;

/// <summary>The repositories Microsoft publishes, or has published, .NET images in.</summary>
internal static class DotNetRepository
{
    public const string Registry = "mcr.microsoft.com";

    /// <summary>
    /// The kind of images a repository holds; the first generation at Docker Hub needs the tag to tell.
    /// </summary>
    public static DotNetImageKind? KindOf(string registry, string repository, string tag) => registry switch
    {
        Registry =>
            repository.StartsWith("dotnet/", StringComparison.Ordinal)
                ? KindOfLeaf(WithoutGroup(repository.Substring(7)))
                : null,
        ImageReference.DockerHub => KindAtDockerHub(repository, tag),
        _ => null,
    };

    /// <summary>What <c>latest</c> means in a repository that is no longer filled.</summary>
    public static Version? LastVersion(string repository) => repository switch
    {
        "microsoft/aspnetcore" or "microsoft/aspnetcore-build" => new Version(2, 0),
        "microsoft/dotnet" or "microsoft/dotnet-nightly" => new Version(2, 2),
        _ => repository.StartsWith("dotnet/core", StringComparison.Ordinal) ? new Version(3, 1) : null,
    };

    private static string WithoutGroup(string path)
    {
        foreach (var group in new[] { "nightly/", "core/", "core-nightly/" })
            if (path.StartsWith(group, StringComparison.Ordinal)) return path.Substring(group.Length);
        return path;
    }

    private static DotNetImageKind? KindOfLeaf(string leaf) => leaf switch
    {
        "sdk" => DotNetImageKind.Sdk,
        "aspnet" => DotNetImageKind.AspNet,
        "runtime" => DotNetImageKind.Runtime,
        "runtime-deps" => DotNetImageKind.RuntimeDeps,
        "monitor" or "monitor/base" => DotNetImageKind.Monitor,
        "aspire-dashboard" => DotNetImageKind.AspireDashboard,
        _ => null,
    };

    private static DotNetImageKind? KindAtDockerHub(string repository, string tag) => repository switch
    {
        "microsoft/aspnetcore" => DotNetImageKind.AspNet,
        "microsoft/aspnetcore-build" => DotNetImageKind.Sdk,
        "microsoft/dotnet" or "microsoft/dotnet-nightly" =>
            Has(tag, "runtime-deps") ? DotNetImageKind.RuntimeDeps
            : Has(tag, "aspnetcore-runtime") ? DotNetImageKind.AspNet
            : Has(tag, "runtime") ? DotNetImageKind.Runtime
            : DotNetImageKind.Sdk,
        _ => null,
    };

    private static bool Has(string tag, string words) => tag.IndexOf(words, StringComparison.Ordinal) >= 0;
}
