using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// The files of an app in the image of a generated Dockerfile are those that a publish on this machine makes of the
/// same sources, but for what nobody needs who runs it.
/// </summary>
internal static partial class PublishedFiles
{
    private const string NoHost = "-p:UseAppHost=false";

    private static readonly string Architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <summary>Fails where the image has more files than the publish, or other ones.</summary>
    /// <param name="engine">Has the image.</param>
    /// <param name="image">The image.</param>
    /// <param name="folder">The sources; they are left as they are.</param>
    /// <param name="layout">What they are of.</param>
    /// <param name="dockerfile">The generated text, which names the framework of several.</param>
    public static async Task AssertSameAsync(
        ContainerEngine engine, string image, ProjectFolder folder, SolutionLayout layout, string dockerfile)
    {
        using var copy = new TemporaryFolder();
        (await folder.RunScriptAsync($"cp -a . '{copy["sources"]}'", folder.Path)).EnsureSuccess();
        string[] framework = Framework().Match(dockerfile) is { Success: true } match
            ? ["-f", match.Groups["name"].Value]
            : [];
        (await folder.RunDotnetAsync(
            [
                "publish", Path.Combine(copy["sources"], layout.Project), "-c", "Release", .. framework,
                "-o", copy["app"],
                // Where no processor is named, there is no program of one.
                .. dockerfile.Contains(NoHost, StringComparison.Ordinal)
                    ? new[] { NoHost }
                    : ["-a", Architecture],
                // No package is in an image, and what one is made of may be what is hidden.
                "-p:GeneratePackageOnBuild=false",
                "-p:DockerGuardEnabled=false",
            ])).EnsureSuccess();
        var published = FilesIn(copy["app"]);
        // A secret among the files of the project ships where it is published.
        var home = Path.GetDirectoryName(layout.Project)!;
        published.ExceptWith(layout.Without.Select(path => Path.GetRelativePath(home, path)));
        var shipped = (await ImageContents.ReadAsync(engine, image)).Keys
            .Where(static line => line.StartsWith("file ", StringComparison.Ordinal))
            .Select(static line => line["file ".Length..])
            .Where(name => name != "." && !Directory.Exists(copy[Path.Combine("app", name)]));
        Assert.AreEqual(Names(published.Where(name => !IsForDevelopers(name, published))), Names(shipped));
    }

    /// <summary>A line each; the hash in a name is that of an assembly, which no two builds make alike.</summary>
    private static string Names(IEnumerable<string> files) => string.Join(
        "\n", files.Select(static name => Fingerprint().Replace(name, ".#.")).Order(StringComparer.Ordinal));

    private static HashSet<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)),
    ];

    /// <summary>Symbols, the compiler's documentation and a developer's settings.</summary>
    private static bool IsForDevelopers(string name, HashSet<string> published) =>
        Path.GetExtension(name) is ".pdb" or ".dbg"
            || name == "appsettings.Development.json"
            || (name.EndsWith(".xml", StringComparison.Ordinal)
                && published.Contains(Path.ChangeExtension(name, ".dll")));

    [GeneratedRegex(@"\.[0-9a-z]{10}\.(?=wasm|js|dat)")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"dotnet publish .* -f (?<name>\S+)")]
    private static partial Regex Framework();
}
