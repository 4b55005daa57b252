using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Whether a script, apart from what <c>dotnet</c> makes, may put anything at a path.</summary>
internal static class ScriptEffects
{
    /// <summary>Commands that make no files but through a redirection, and those that put them in the system.</summary>
    private static readonly string[] Harmless =
    [
        "[", "[[", ":", "addgroup", "adduser", "apk", "apt", "apt-get", "apt-key", "aptitude", "cat", "cd", "chgrp",
        "chmod", "chown", "command", "corepack", "date", "dnf", "dotnet", "dpkg", "echo", "env", "exec", "exit",
        "export", "false", "gpg", "grep", "groupadd", "head", "id", "ldconfig", "locale-gen", "ls", "microdnf",
        "printf", "pwd", "rm", "rmdir", "rpm", "sed", "set", "setcap", "sleep", "sort", "sudo", "tail", "tdnf", "test",
        "time", "tr", "true", "uname", "unset", "update-ca-certificates", "useradd", "usermod", "wc", "which",
        "whoami", "yum", "zypper",
    ];

    /// <summary>Commands that make what their operands name.</summary>
    private static readonly string[] Placing = ["cp", "curl", "install", "ln", "mkdir", "mv", "tee", "touch", "wget"];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly string[] Shells = ["sh", "bash"];

    private static readonly string[] SystemFolders =
    [
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/opt", "/proc", "/root", "/run", "/sbin", "/sys", "/tmp",
        "/usr", "/var",
    ];

    /// <summary>Folders that every image has, and nothing in them but what is made there.</summary>
    private static readonly string[] EmptyFolders =
    [
        "/home", "/home/app", "/home/ubuntu", "/media", "/mnt", "/opt", "/srv", "/usr/local/src", "/usr/src",
    ];

    /// <summary>What systems have in <c>/usr</c> and <c>/usr/local</c>.</summary>
    private static readonly string[] UserFolders =
        ["bin", "etc", "games", "include", "lib", "lib32", "lib64", "libexec", "libx32", "man", "sbin", "share"];

    /// <summary>What packages are installed by.</summary>
    private static readonly string[] Managers =
        ["apk", "apt", "apt-get", "aptitude", "dnf", "dpkg", "microdnf", "rpm", "tdnf", "yum", "zypper"];

    /// <summary>True for a folder that images and packages bring files to, and for the root itself.</summary>
    public static bool IsOfSystem(string path) =>
        path == "/" || SystemFolders.Any(folder => ContainerPath.Below(folder, path) is not null);

    /// <summary>
    /// True for a path that an image of .NET may have itself; what is below a folder that is empty there is none.
    /// </summary>
    public static bool IsOfImage(string path)
    {
        if (Array.IndexOf(EmptyFolders, path) >= 0) return true;
        if (!IsOfSystem(path) || ContainerPath.Below("/opt", path) is not null) return path == "/";
        if (ContainerPath.Below("/usr/local", path) is { } local) return IsKnownName(local);
        return ContainerPath.Below("/usr", path) is not { } rest || IsKnownName(rest);

        static bool IsKnownName(string rest) =>
            rest.Length == 0 || Array.IndexOf(UserFolders, rest.Split('/')[0]) >= 0;
    }

    /// <summary>True when no command can have put anything there.</summary>
    public static bool LeavesAlone(PathQuery query, RunInstruction run, StageEvaluation stage)
    {
        if (stage.ScriptOf(run) is not { UnreadFrom: null, Errors.Count: 0 } script) return false;
        if (script.Dialect is not (ShellDialect.Sh or ShellDialect.Bash or ShellDialect.None)) return false;
        if (MovedProjects.Read(run, stage) is { } moved) return moved.LeavesAlone(query);
        var folder = FolderOf(script, run, stage);
        var scope = ShellScope.At(stage.StateBefore(run).Variables, folder);
        return script.Commands.All(command => LeavesAlone(query, command, scope))
            && script.Body.Items.Count > 0;
    }

    /// <summary>True when no command brings a program but in packages, which are all named.</summary>
    public static bool RunsOnlyKnown(RunInstruction run, StageEvaluation stage) =>
        stage.ScriptOf(run) is { UnreadFrom: null, Errors.Count: 0, Body.Items.Count: > 0 } script
            && script.Dialect is ShellDialect.Sh or ShellDialect.Bash or ShellDialect.None
            && script.Commands.All(IsKnown);

    /// <summary>The same of what a script runs before one of its commands.</summary>
    public static bool RunsOnlyKnownBefore(SimpleCommand command, ShellScript script) =>
        script is { UnreadFrom: null, Errors.Count: 0 }
            && script.Dialect is ShellDialect.Sh or ShellDialect.Bash or ShellDialect.None
            && script.Commands.TakeWhile(other => other != command).All(IsKnown);

    private static bool IsKnown(SimpleCommand command)
    {
        if (command.NameWord is null) return true;
        if (command.Is("curl", "wget")) return false;
        if (command.Is(Shells)) return command.Script is not null;
        if (!command.Is(Harmless) && !command.Is(Placing)) return false;
        return !command.HasArgument("install", "add") || command.Words.All(static word => word.IsStatic);
    }

    /// <summary>The folder the commands are run in; null where one of them changes it.</summary>
    private static string? FolderOf(ShellScript script, RunInstruction run, StageEvaluation stage)
    {
        if (script.Find("cd", "pushd", "popd", "chdir").Any()) return null;
        var folder = StageFolder.Before(run, stage);
        return folder is null ? null : ContainerPath.Join(null, folder);
    }

    private static bool LeavesAlone(PathQuery query, SimpleCommand command, ShellScope scope)
    {
        foreach (var redirection in command.Redirections)
            if (redirection.IsOutput && !IsElsewhere(query, redirection.Target, command, scope)) return false;
        // What it edits is no longer what the context has.
        if (command.Is("sed") && command.Arguments.Any(static word => word.Value.StartsWith("-i", Ordinal)))
            return LeavesOperandsAlone(query, command, scope);
        // Packages have folders of their own there; a file of the context's name is in none.
        if (query.IsFolder && IsOfSystem(query.Path) && command.Is(Managers)) return false;
        if (command.NameWord is null || command.Is(Harmless)) return !command.HasArgument("-exec", "-execdir", "-ok");
        // A script given as text is looked into; one that is piped in comes from who installs a program.
        if (command.Is(Shells)) return command.Script is not null || IsInstaller(command);
        if (command.Is("mkdir")) return !query.IsFolder || command.Arguments.All(IsNotMade);
        return command.Is(Placing) && LeavesOperandsAlone(query, command, scope);

        // A folder that is made above brings nothing.
        bool IsNotMade(ShellWord word) => scope.Expand(word, command.Dialect).All(text =>
            !text.IsOpen
                && CommandWord.IsKnown(text.Text)
                && (text.Text.StartsWith("-", Ordinal)
                    || (ContainerPath.Join(scope.Directory, text.Text) is { } made
                        && ContainerPath.Below(query.Path, made) is null)));
    }

    private static bool LeavesOperandsAlone(PathQuery query, SimpleCommand command, ShellScope scope)
    {
        // Without -o the one prints what it gets, and the other keeps it in the folder it is run in.
        var isDownload = command.Is("curl", "wget");
        if (isDownload && (command.Is("wget") || command.HasFlag("-O", "--remote-name", "-J")))
            return command.FlagValue("-O", "--output-document") is { } file && IsAt(query, file, scope) == false;
        return command.Arguments.All(word => IsElsewhere(query, word, command, scope));
    }

    private static bool IsInstaller(SimpleCommand command) =>
        command.Arguments.All(static word => word.Value is "-" or "-s" or "-E" or "--")
            && command.Pipeline?.Commands[0] is SimpleCommand first
            && first.Is("curl", "wget");

    private static bool IsElsewhere(PathQuery query, ShellWord? word, SimpleCommand command, ShellScope scope)
    {
        if (word is null) return false;
        foreach (var text in scope.Expand(word, command.Dialect))
        {
            if (text.IsOpen || IsAt(query, text.Text, scope) != false) return false;
        }

        return true;
    }

    /// <summary>Whether a word names something at the path; null when that is not known.</summary>
    private static bool? IsAt(PathQuery query, string word, ShellScope scope)
    {
        if (word.StartsWith("-", StringComparison.Ordinal) && word.IndexOf('/') < 0) return false;
        if (word.IndexOf("://", StringComparison.Ordinal) >= 0) return false;
        // What cannot be known is behind what can.
        var at = word.IndexOf(CommandWord.Unknown);
        var known = at < 0 ? word : word.Substring(0, word.LastIndexOf('/', at) + 1);
        if (at >= 0 && known.Length == 0) return null;
        if (ContainerPath.Join(scope.Directory, known) is not { } path) return null;
        if (at >= 0) return ContainerPath.Meet(path, query.Path) ? null : false;
        // Into a folder above it something of its name may come.
        return ContainerPath.Meet(path, query.Path);
    }
}
