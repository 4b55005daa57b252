using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>What a row of RUN instructions has named and run so far: what a later one may clean up in vain.</summary>
internal sealed class RunTraces
{
    /// <summary>Programs with a folder of their own that is deleted by hand.</summary>
    private static readonly (string Folder, string[] Programs)[] Caches =
    [
        ("/var/lib/apt", ["apt-get", "apt"]), ("/var/cache/apt", ["apt-get", "apt"]), ("/var/cache/apk", ["apk"]),
        ("/var/cache/yum", ["yum"]),
        ("/var/cache/dnf", ["dnf"]), ("/var/cache/tdnf", ["tdnf"]), ("/root/.npm", ["npm"]),
        ("/root/.nuget", ["dotnet"]),
    ];

    /// <summary>Verbs that empty a cache, and those that remove the packages named behind them.</summary>
    private static readonly string[] CleaningVerbs = ["clean", "autoclean", "cache", "locals"];
    private static readonly string[] RemovingVerbs = ["remove", "purge", "autoremove", "erase"];
    private static readonly string[] Managers =
    [
        "apt-get", "apt", "yum", "dnf", "microdnf", "tdnf", "zypper", "npm", "yarn", "pip", "pip3", "dotnet",
    ];

    /// <summary>Programs that read the files they are given, and leave them where they are.</summary>
    private static readonly string[] Readers =
    [
        "tar", "unzip", "gunzip", "dpkg", "rpm", "sh", "bash", "chmod", "chown", "cat", "gpg", "sha256sum", "sha512sum",
    ];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _programs = new(StringComparer.Ordinal);

    /// <summary>Adds what a script names and runs; what it deletes itself is gone.</summary>
    public void Add(ShellScript script)
    {
        foreach (var command in script.Commands) Add(command);
    }

    /// <summary>
    /// The first command of a later script that deletes something of these, and not of its own script.
    /// </summary>
    public SimpleCommand? FindCleaning(ShellScript script)
    {
        var own = new RunTraces();
        foreach (var command in script.Commands)
        {
            if (Cleans(command) && !own.Cleans(command)) return command;
            own.Add(command);
        }

        return null;
    }

    private void Add(SimpleCommand command)
    {
        if (IsCleaning(command) || IsRemoving(command)) return;
        if (command.Is("rm"))
        {
            foreach (var operand in command.Operands()) Remove(operand.Value.TrimEnd('/'));
            return;
        }

        if (command.BaseName is { } program) _programs.Add(program);
        var outputs = command.Redirections.Where(redirection => redirection.IsOutput)
            .Select(redirection => redirection.Target)
            .OfType<ShellWord>();
        foreach (var word in command.Is(Readers) ? outputs : command.Arguments.Concat(outputs))
        {
            var path = word.Value.Substring(word.Value.LastIndexOf('=') + 1).TrimEnd('/');
            _names.Add(NameOf(path));
            if (FolderOf(path) is { Length: > 0 } folder) _folders.Add(folder);
        }
    }

    private void Remove(string path)
    {
        _names.Remove(NameOf(path));
        if (NameOf(path) == "*") _folders.Remove(FolderOf(path));
        foreach (var (folder, programs) in Caches)
            if (path.StartsWith(folder, StringComparison.Ordinal)) _programs.ExceptWith(programs);
    }

    private bool Cleans(SimpleCommand command)
    {
        if (IsCleaning(command)) return _programs.Contains(command.BaseName!);
        if (IsRemoving(command)) return command.Operands().Skip(1).Any(package => _names.Contains(package.Value));
        return command.Is("rm") && command.Operands().Any(operand => IsLeft(operand.Value));
    }

    private bool IsLeft(string path)
    {
        foreach (var (folder, programs) in Caches)
            if (path.StartsWith(folder, StringComparison.Ordinal)) return programs.Any(_programs.Contains);
        var name = NameOf(path.TrimEnd('/'));
        // A pattern for all of a folder; others may match anything.
        if (name == "*") return _folders.Contains(FolderOf(path));
        return name.Length > 1 && name.IndexOf('*') < 0 && _names.Contains(name);
    }

    private static bool IsCleaning(SimpleCommand command) => HasVerb(command, CleaningVerbs);

    private static bool IsRemoving(SimpleCommand command) =>
        HasVerb(command, RemovingVerbs) && !command.Is("dotnet", "npm", "yarn");

    private static bool HasVerb(SimpleCommand command, string[] verbs)
    {
        if (!command.Is(Managers) || command.Operands() is not { Count: > 0 } operands) return false;
        var verb = operands[0].Value == "nuget" && operands.Count > 1 ? operands[1].Value : operands[0].Value;
        return verbs.Contains(verb, StringComparer.Ordinal);
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string FolderOf(string path) => path.Substring(0, Math.Max(0, path.LastIndexOf('/')));
}
