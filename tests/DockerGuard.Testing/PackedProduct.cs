using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>The product, packed once a test run into a folder of its own, as it will be published.</summary>
public static class PackedProduct
{
    public const string Id = "DockerGuard.Build";

    private static readonly Lazy<Task<string>> Packing = new(PackAsync, LazyThreadSafetyMode.ExecutionAndPublication);
    private static readonly TemporaryFolder Folder = new();

    /// <summary>The absolute path of the .nupkg.</summary>
    public static Task<string> FileAsync() => Packing.Value;

    /// <summary>The version that was packed.</summary>
    public static async Task<string> VersionAsync() =>
        Path.GetFileNameWithoutExtension(await FileAsync())[(Id.Length + 1)..];

    /// <summary>
    /// A package cache shared by the projects of this run, so that only the first one unpacks the package.
    /// </summary>
    public static string PackageCache => Folder.CreateFolder("packages");

    /// <summary>Removes what was packed; call it when an assembly's tests are over.</summary>
    public static void CleanUp() => Folder.Dispose();

    private static async Task<string> PackAsync()
    {
        // The test and the product were built in the same configuration.
        var configuration = AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal) ? "Release" : "Debug";
        var feed = Folder.CreateFolder("feed");
        using var project = new ProjectFolder();

        // Test programs run side by side, and each packs: the .nuspec on the way there is one for each, too.
        var result = await project.RunDotnetAsync(
            "pack", RepositoryRoot.File("src", "DockerGuard.Build.Publish", "DockerGuard.Build.Publish.csproj"),
            "--no-build", "-c", configuration, "-o", feed, "-p:NuspecOutputPath=" + project["nuspec"], "--nologo");
        result.EnsureSuccess();
        return Directory.GetFiles(feed, "*.nupkg").Single();
    }
}
