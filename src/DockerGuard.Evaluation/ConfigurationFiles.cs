using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>The files tools look for by name, from a project's folder upwards, and what these name.</summary>
/// <param name="repositoryRoot">The last folder looked into; null for the volume's.</param>
/// <param name="stamps">Remembers where was looked.</param>
internal sealed class ConfigurationFiles(string? repositoryRoot, InputStamps stamps)
{
    /// <summary>Only the nearest of each counts.</summary>
    private static readonly (BuildInputKind Kind, string[] Names)[] Nearest =
    [
        (BuildInputKind.GlobalJson, ["global.json"]),
        (BuildInputKind.ResponseFile, ["Directory.Build.rsp"]),
        (BuildInputKind.SolutionImport, ["Directory.Solution.props"]),
        (BuildInputKind.SolutionImport, ["Directory.Solution.targets"]),
        (BuildInputKind.ToolManifest, [".config/dotnet-tools.json", "dotnet-tools.json"]),
    ];

    private static readonly string[] NuGetNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>Finds them for a project.</summary>
    /// <param name="inputs">Takes what is found.</param>
    public void Read(InputCollector inputs)
    {
        var folders = FoldersFrom(inputs.Directory).ToList();
        // MSBuild looks for these past its own file system, above the repository too; who watches files sees it here.
        for (var at = inputs.Directory; at is not null; at = Path.GetDirectoryName(at))
            RegularFile.KindOf(Path.Combine(at, ".editorconfig"));
        foreach (var (kind, names) in Nearest)
        {
            var found = folders.SelectMany(folder => names.Select(name => In(folder, name)))
                .FirstOrDefault(AbsolutePath.HasFile);
            if (found is null) continue;
            inputs.Add(kind, found, Path.GetFileName(found));
            stamps.AddFile(found);
            if (kind == BuildInputKind.ResponseFile) ReadResponseFile(found, inputs);
        }

        foreach (var folder in folders)
        {
            // On some systems all three names are one file.
            if (NuGetNames.Select(name => In(folder, name)).FirstOrDefault(AbsolutePath.HasFile) is { } config)
                ReadNuGetConfig(config, inputs);
        }

        ReadAboveRepository(inputs);
        if (AbsolutePath.HasFile(In(inputs.Directory, "packages.lock.json")))
            inputs.Add(BuildInputKind.LockFile, In(inputs.Directory, "packages.lock.json"), "packages.lock.json");
    }

    /// <summary>Adds a configuration of NuGet and the folders it names as sources.</summary>
    public void ReadNuGetConfig(string file, InputCollector inputs)
    {
        stamps.AddFile(file);
        var content = inputs.Read(file);
        var isDefault = content is not null && NuGetDefaults.AreAll(content);
        var kind = isDefault ? BuildInputKind.DefaultNuGetConfig : BuildInputKind.NuGetConfig;
        inputs.Add(kind, file, Path.GetFileName(file));
        if (content is null) return;
        var feeds = FeedSources.Of(content);
        inputs.HasClosedFeeds |= feeds.IsClosed;
        inputs.ClearsFeeds |= feeds.IsCleared;
        foreach (var source in LocalPackageSources.Of(file, content))
            AddPackageFolder(source, "a source in " + Path.GetFileName(file), inputs);
        foreach (var name in FeedCredentials.VariablesOf(content)) inputs.Add(new FeedVariable(name, file));
    }

    /// <summary>Adds a folder that is a source of packages.</summary>
    /// <param name="value">The folder, as it is written.</param>
    /// <param name="name">What of the repository names it; null for nothing.</param>
    /// <param name="inputs">Takes it.</param>
    public void AddPackageFolder(string value, string? name, InputCollector inputs)
    {
        var folder = AbsolutePath.TryOf(inputs.Directory, value);
        if (folder is null || !AbsolutePath.HasFolder(folder)) return;
        if (repositoryRoot is null || AbsolutePath.IsWithin(repositoryRoot, folder))
            inputs.Add(BuildInputKind.PackageFolder, AbsolutePath.Trim(folder));
        else if (name is not null)
            inputs.AddOutside(BuildInputKind.PackageFolder, inputs.Directory, folder, name);
    }

    /// <summary>A folder and those above it, as far as is looked.</summary>
    public IEnumerable<string> FoldersFrom(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
            if (repositoryRoot is not null && AbsolutePath.Comparer.Equals(at, AbsolutePath.Trim(repositoryRoot)))
                yield break;
        }
    }

    /// <summary>NuGet takes feeds from there too, unless they are dropped; no image build does.</summary>
    private void ReadAboveRepository(InputCollector inputs)
    {
        if (repositoryRoot is null || inputs.ClearsFeeds) return;
        var at = Path.GetDirectoryName(AbsolutePath.Trim(repositoryRoot));
        for (; at is not null; at = Path.GetDirectoryName(at))
        {
            var files = Array.ConvertAll(NuGetNames, name => In(at, name));
            foreach (var file in files) stamps.AddFile(file);
            if (Array.Find(files, AbsolutePath.HasFile) is not { } config) continue;
            if (inputs.Read(config) is not { } content) continue;
            if (!NuGetDefaults.AreAll(content))
                inputs.AddOutside(BuildInputKind.NuGetConfig, config, Path.GetFileName(config), isNeeded: false);
            if (FeedSources.Of(content).IsCleared) return;
        }
    }

    // MSBuild takes "@other.rsp" in a response file for another one.
    private static void ReadResponseFile(string file, InputCollector inputs)
    {
        if (inputs.Read(file) is not { } content) return;
        var folder = Path.GetDirectoryName(file)!;
        using var reader = new StreamReader(new MemoryStream(content));
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length < 2 || line[0] != '@') continue;
            var name = line.Substring(1).Trim('"').Replace("%MSBuildThisFileDirectory%", "");
            if (AbsolutePath.TryOf(folder, name) is { } other && AbsolutePath.HasFile(other))
                inputs.Add(BuildInputKind.ResponseFile, other, Path.GetFileName(other));
        }
    }

    private static string In(string folder, string name) =>
        Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
}
