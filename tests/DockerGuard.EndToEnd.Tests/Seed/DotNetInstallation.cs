using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>The .NET installation that runs these tests, as a source of files for an image.</summary>
internal sealed class DotNetInstallation
{
    // RuntimeEnvironment names <root>/shared/Microsoft.NETCore.App/<version>/.
    private static readonly string RuntimeFolder = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');

    public static readonly DotNetInstallation Current = new();

    private DotNetInstallation()
    {
        Root = Path.GetFullPath(Path.Combine(RuntimeFolder, "../../.."));
        RuntimeVersion = Path.GetFileName(RuntimeFolder);
        SdkVersion = Newest("sdk");
    }

    public string Root { get; }

    /// <summary>The dotnet program itself.</summary>
    public string Host => Path.Combine(Root, "dotnet");

    /// <summary>For example "10.0.12"; the ASP.NET Core framework has the same.</summary>
    public string RuntimeVersion { get; }

    public string SdkVersion { get; }

    /// <summary>For example "10.0".</summary>
    public string Channel => Version.Parse(RuntimeVersion).ToString(2);

    public void AddRuntime(FileTree tree)
    {
        AddFile(tree, "dotnet");
        AddFile(tree, "LICENSE.txt");
        AddFile(tree, "ThirdPartyNotices.txt");
        AddFolder(tree, Path.Combine("host", "fxr", Newest("host/fxr")));
        AddFolder(tree, Path.Combine("shared", "Microsoft.NETCore.App", RuntimeVersion));
        tree.AddLink("usr/bin/dotnet", "/usr/share/dotnet/dotnet");
    }

    public void AddAspNetCore(FileTree tree) =>
        AddFolder(tree, Path.Combine("shared", "Microsoft.AspNetCore.App", RuntimeVersion));

    public void AddSdk(FileTree tree)
    {
        AddFolder(tree, Path.Combine("sdk", SdkVersion));
        AddFolder(tree, "sdk-manifests");
        AddFolder(tree, "templates");
        foreach (var pack in Directory.EnumerateDirectories(Path.Combine(Root, "packs")))
        {
            AddFolder(
                tree,
                Path.Combine("packs", Path.GetFileName(pack), Newest(Path.Combine("packs", Path.GetFileName(pack)))));
        }
    }

    private void AddFile(FileTree tree, string path) =>
        tree.AddFile(Path.Combine(Root, path), "usr/share/dotnet/" + path);

    private void AddFolder(FileTree tree, string path) =>
        tree.AddFolderContent(Path.Combine(Root, path), "usr/share/dotnet/" + path);

    // Of the runtime's own major version: a newer SDK would not run on it.
    private string Newest(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Root, folder)).Select(path => Path.GetFileName(path)!)
            .Where(
                name => Version.TryParse(name, out var version) && version.Major == Version.Parse(RuntimeVersion).Major)
            .MaxBy(Version.Parse)
                ?? throw new DirectoryNotFoundException($"no version in {Path.Combine(Root, folder)}");
}
