using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>Where a project's build runs Node.js, and what the folders say of it.</summary>
/// <param name="inputs">Has the programs, and takes what is found.</param>
/// <param name="foreign">What is not the repository's.</param>
/// <param name="stamps">Learns which files were looked for.</param>
internal sealed class NodeReader(InputCollector inputs, ForeignFolders foreign, InputStamps stamps)
{
    private const string Package = "package.json", Npm = "npm", Yarn = "yarn", Pnpm = "pnpm";

    private static readonly string[] Programs = ["node", Npm, "npx", Yarn, Pnpm, "corepack"];

    /// <summary>Files that fix the packages, in the order that npm and people take them.</summary>
    private static readonly (string Name, string Manager)[] LockFiles =
    [
        ("pnpm-lock.yaml", Pnpm), ("yarn.lock", Yarn), ("npm-shrinkwrap.json", Npm), ("package-lock.json", Npm),
    ];

    /// <summary>Scripts that an installation runs, and that may read any file of the folder.</summary>
    private static readonly string[] InstallScripts =
        ["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare"];

    private static readonly string[] Dependencies = ["dependencies", "devDependencies", "optionalDependencies"];

    /// <summary>Where a dependency is a folder.</summary>
    private static readonly string[] OfFolders = ["file:", "link:", "portal:"];

    /// <summary>Files that hold a version of Node.js and nothing else.</summary>
    private static readonly string[] VersionFiles = [".nvmrc", ".node-version"];

    /// <summary>Finds the folders of the programs that were found, and of a project of JavaScript its own.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    public void Read(string project)
    {
        if (project.EndsWith(".esproj", StringComparison.OrdinalIgnoreCase)) Add(inputs.Directory);
        foreach (var call in inputs.ProgramCalls.Where(static call =>
            Programs.Contains(call.Program, StringComparer.OrdinalIgnoreCase) || IsManager(call)))
        {
            Add(FolderOf(call));
        }
    }

    /// <summary>Whether a property names the program, where packages of Node.js are.</summary>
    private static bool IsManager(ProgramCall call) =>
        call.Program.StartsWith("$(", StringComparison.Ordinal)
            && AbsolutePath.HasFile(Path.Combine(call.Directory, Package));

    /// <summary>Where the packages are: a command may go to another folder, or name one.</summary>
    private static string FolderOf(ProgramCall call)
    {
        var named = call.Command.Split([' ', '\t', '\r', '\n', '"', '\'', '=', '&', ';'])
            .Where(static word => word.Length > 0)
            .Select(word => AbsolutePath.TryOf(call.Directory, word))
            .OfType<string>();
        return named.Prepend(call.Directory)
            .FirstOrDefault(static folder => AbsolutePath.HasFile(Path.Combine(folder, Package)))
            ?? call.Directory;
    }

    private void Add(string folder)
    {
        folder = AbsolutePath.Trim(folder);
        if (!foreign.IsOurs(folder)) return;
        foreach (var name in LockFiles.Select(static file => file.Name).Concat(VersionFiles).Append(Package))
            stamps.AddFile(Path.Combine(folder, name));
        var package = PackageOf(folder);
        var (lockFile, manager) = LockFiles.FirstOrDefault(
            file => AbsolutePath.HasFile(Path.Combine(folder, file.Name)));
        manager ??= Text(package?.Element("packageManager"))?.Split('@')[0]
            ?? (package is null ? null : Npm);
        // More than package.json and this file is read where it is installed: not by itself, then.
        if (ReadsMore(package, folder)) lockFile = null;
        inputs.Add(new NodeFolder(
            folder, lockFile, VersionOf(folder) ?? Text(package?.Element("engines")?.Element("node")), manager));
    }

    /// <summary>Whether an installation reads other files; folders outside the project become inputs.</summary>
    private bool ReadsMore(XElement? package, string folder)
    {
        if (package is null) return false;
        var folders = Dependencies.SelectMany(name => package.Element(name)?.Elements() ?? [])
            .Select(static dependency => dependency.Value.Trim())
            .Select(value => (Value: value, Kind: OfFolders.FirstOrDefault(
                kind => value.StartsWith(kind, StringComparison.Ordinal))))
            .Where(static dependency => dependency.Kind is not null)
            .Select(static dependency => dependency.Value.Substring(dependency.Kind!.Length))
            .ToList();
        foreach (var path in folders) inputs.AddFolder(folder, path, Package);
        return folders.Count > 0
            || package.Element("workspaces") is not null
            || InstallScripts.Any(name => package.Element("scripts")?.Element(name) is not null);
    }

    private string? VersionOf(string folder)
    {
        foreach (var file in VersionFiles.Select(name => Path.Combine(folder, name)).Where(AbsolutePath.HasFile))
        {
            if (inputs.Read(file) is not { } content) continue;
            var line = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Trim().Split('\n')[0].Trim();
            if (line.Length > 0) return line;
        }

        return null;
    }

    /// <summary>What is no JSON says nothing here; npm will tell.</summary>
    private XElement? PackageOf(string folder)
    {
        var file = Path.Combine(folder, Package);
        return AbsolutePath.HasFile(file) && inputs.Read(file) is { } content ? JsonText.Parse(content) : null;
    }

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
