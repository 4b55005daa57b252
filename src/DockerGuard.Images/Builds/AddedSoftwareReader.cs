using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Reads what the stages of the image that ships add to its base.</summary>
internal sealed class AddedSoftwareReader
{
    private static readonly string[] Managers =
    [
        "apk", "apt", "apt-get", "aptitude", "dnf", "microdnf", "tdnf", "yum", "zypper",
    ];

    /// <summary>Commands that install nothing.</summary>
    private static readonly string[] Harmless =
    [
        "[", "[[", ":", "addgroup", "adduser", "apk", "apt", "apt-get", "cat", "cd", "chgrp", "chmod", "chown",
        "command", "cp", "date", "echo", "exit", "export", "false", "find", "grep", "groupadd", "head", "id",
        "install", "ln", "ls", "mkdir", "mv", "printf", "pwd", "rm", "sed", "set", "setcap", "sleep", "sort", "tail",
        "tdnf", "test", "touch", "tr", "true", "uname", "unset", "update-ca-certificates", "useradd", "usermod", "wc",
        "which", "whoami",
    ];

    private static readonly string[] LibraryFolders = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"];

    private readonly List<string> _packages = [];
    private readonly List<string> _copied = [];
    private bool _isUnsure;
    private bool _runsOthers;
    private bool _hasScript;

    /// <summary>Reads a stage and those below it.</summary>
    public static AddedSoftware Read(StageEvaluation final)
    {
        var reader = new AddedSoftwareReader();
        for (var stage = final; stage is not null && !stage.IsReplaced; stage = stage.BaseStage) reader.Add(stage);
        return reader.ToAdded();
    }

    private AddedSoftware ToAdded()
    {
        _isUnsure |= _packages.Any(static name => !CommandWord.IsKnown(name));
        var hasIcu = _packages.Any(static name => Begins(name, "icu", "libicu"));
        var mayHaveIcu = hasIcu
            || _isUnsure
            || _hasScript
            || _copied.Any(static path => Mentions(path, "icu"))
            || _copied.Any(IsLibraryFolder);
        var mayHaveDotNet = _hasScript
            || _packages.Any(static name => Begins(name, "dotnet", "aspnetcore") || !CommandWord.IsKnown(name))
            || _copied.Any(static path => path.Split('/').Any(static part => Mentions(part, "dotnet")));
        return new AddedSoftware(
            mayHaveDotNet,
            hasIcu,
            mayHaveIcu,
            _isUnsure
                || _packages.Any(static name => Begins(name, "gcompat", "libc6-compat", "glibc", "musl"))
                || _copied.Any(IsLibraryFolder)
                || _copied.Any(static path => Mentions(path, "ld-linux") || Mentions(path, "glibc")
                    || Mentions(path, "ld-musl")),
            mayHaveDotNet || _runsOthers || _copied.Any(IsLibraryFolder));
    }

    private void Add(StageEvaluation stage)
    {
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is TransferInstruction transfer) AddCopies(transfer, stage);
            if (instruction is not RunInstruction run || stage.ScriptOf(run) is not { } script) continue;
            var scope = ShellScope.At(stage.StateBefore(run).Variables, null);
            foreach (var command in script.Commands) Add(command, scope);
        }
    }

    private void AddCopies(TransferInstruction transfer, StageEvaluation stage)
    {
        foreach (var copied in CopiedPath.Of(transfer, stage))
        {
            // What comes from the context is the app's.
            if (copied.IsFromElsewhere) _copied.Add(copied.Source);
            _copied.Add(copied.Destination);
        }
    }

    private void Add(SimpleCommand command, ShellScope scope)
    {
        if (command.NameWord is null || command.Wrapped is not null) return;
        _hasScript |= command.Words.Any(static word => Mentions(word.Value, "dotnet-install"));
        if (command.Is(Managers))
        {
            _packages.AddRange(
                command.Operands()
                    .SelectMany(word => scope.Expand(word, command.Dialect))
                    .Select(static word => word.Text));
        }

        var isHarmless = command.Is(Harmless);
        _isUnsure |= !isHarmless;
        _runsOthers |= !isHarmless && !command.Is("dotnet");
    }

    private static bool IsLibraryFolder(string path) =>
        path == "/" || LibraryFolders.Any(folder => ContainerPath.Below(folder, "/" + path.Trim('/')) is not null);

    private static bool Begins(string name, params string[] starts) =>
        starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static bool Mentions(string text, string part) =>
        text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
