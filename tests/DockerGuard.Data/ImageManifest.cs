using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DockerGuard.Data;

/// <summary>An image that dotnet-docker builds.</summary>
/// <param name="Repository">Such as <c>dotnet/aspnet</c>.</param>
/// <param name="Version">The .NET version, such as <c>10.0</c>.</param>
/// <param name="Family">The folder of its Dockerfile, such as <c>alpine3.24-extra</c>.</param>
/// <param name="Tags">The tags that name it for every architecture of its family.</param>
/// <param name="Architectures">As the OCI image specification names them, sorted.</param>
/// <param name="Dockerfile">The path of a Dockerfile it is built from.</param>
/// <param name="IsWindows">Whether its operating system is Windows.</param>
public sealed record BuiltImage(
    string Repository,
    string Version,
    string Family,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Architectures,
    string Dockerfile,
    bool IsWindows);

/// <summary>The images of dotnet-docker's <c>manifest.json</c> that an application or its build stands on.</summary>
public sealed partial class ImageManifest
{
    private const string FileName = "manifest.json";

    private static readonly string[] Repositories =
        ["dotnet/aspnet", "dotnet/runtime", "dotnet/runtime-deps", "dotnet/sdk"];

    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    private ImageManifest(Upstream upstream)
    {
        var manifest = upstream.ReadJson(FileName);
        AddVariables(manifest);
        if (manifest.ValueKind == JsonValueKind.Object && manifest.TryGetProperty("includes", out _))
        {
            foreach (var include in Json.List(manifest, "includes"))
                AddVariables(upstream.ReadJson(include.ToString()));
        }

        Images = [.. Json.List(manifest, "repos").SelectMany(Read)];
        if (Images.Count == 0) throw new UpstreamException($"{FileName} of {upstream.Name} has no .NET image");
    }

    /// <summary>The images, in the manifest's order.</summary>
    public IReadOnlyList<BuiltImage> Images { get; }

    /// <summary>Reads the manifest and what it includes.</summary>
    public static ImageManifest Read(Upstream dotnetDocker) => new(dotnetDocker);

    /// <summary>What a tag names; null when no image has it.</summary>
    public BuiltImage? Find(string repository, string tag) =>
        Images.FirstOrDefault(image => image.Repository == repository && image.Tags.Contains(tag));

    private IEnumerable<BuiltImage> Read(JsonElement repository)
    {
        var name = Json.Text(repository, "name");
        if (!Repositories.Contains(name)) return [];
        return Json.List(repository, "images").SelectMany(image => Read(name, image));
    }

    /// <summary>
    /// Tags shared by all platforms name the image. An image of Windows has one platform for each of its releases, and
    /// shares none.
    /// </summary>
    private IEnumerable<BuiltImage> Read(string repository, JsonElement image)
    {
        var version = Version(Expand(Json.Text(image, "productVersion")));
        var shared = Names(image, "sharedTags");
        var platforms = Json.List(image, "platforms");
        if (shared.Count > 0) return [Built(repository, version, shared, platforms)];
        return platforms.Select(platform => Built(repository, version, Names(platform, "tags"), [platform]));
    }

    private static BuiltImage Built(
        string repository, string version, List<string> tags, IReadOnlyList<JsonElement> platforms)
    {
        var folder = Json.Text(platforms[0], "dockerfile");
        // src/<image>/<version>/<family>/<architecture>
        if (folder.Split('/') is not [_, _, _, var family, _])
            throw new UpstreamException($"the Dockerfile's folder {folder} does not name a family");
        var architectures = platforms.Select(Architecture).Distinct().Order(StringComparer.Ordinal);
        var isWindows = Json.Text(platforms[0], "os") == "windows";
        return new BuiltImage(repository, version, family, tags, [.. architectures], folder + "/Dockerfile", isWindows);
    }

    private static string Architecture(JsonElement platform) => Json.TextOrNull(platform, "architecture") switch
    {
        null => "amd64",
        "arm" => "arm/" + (Json.TextOrNull(platform, "variant") ?? "v7"),
        var other => other,
    };

    private static string Version(string product) =>
        product.Split('.') is [var major, var minor, ..]
            ? major + "." + minor
            : throw new UpstreamException($"'{product}' is not a version of .NET");

    private List<string> Names(JsonElement element, string member) =>
        [.. Json.Members(element, member).Select(tag => Expand(tag.Name))];

    private void AddVariables(JsonElement file)
    {
        foreach (var variable in Json.Members(file, "variables")) _variables[variable.Name] = variable.Value.ToString();
    }

    private string Expand(string text)
    {
        for (var depth = 0; depth < 10; depth++)
        {
            var expanded = Variable().Replace(text, match => Value(match.Groups["name"].Value));
            if (expanded == text) return text;
            text = expanded;
        }

        throw new UpstreamException($"the variables in '{text}' name each other");
    }

    private string Value(string name) =>
        _variables.TryGetValue(name, out var value)
            ? value
            : throw new UpstreamException($"nothing sets the variable '{name}'");

    [GeneratedRegex(@"\$\((?<name>[^()]*)\)")]
    private static partial Regex Variable();
}
