using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>
/// A command that has pip, or pipx, install packages: <c>pip3 install x</c>, <c>python -m pip install x</c>.
/// </summary>
internal sealed class PipInstall
{
    /// <summary>
    /// Flags that take the next argument, those of <c>python -m</c> and pipx included. <c>-e</c> is not one of them:
    /// its value is a package.
    /// </summary>
    private static readonly string[] ValueFlags =
    [
        "m", "i", "index-url", "extra-index-url", "f", "find-links", "r", "requirement", "c", "constraint",
        "build-constraint", "t", "target", "b", "build",
        "platform", "python-version", "implementation", "abi", "root", "prefix", "src", "upgrade-strategy", "C",
        "config-settings", "config-setting",
        "global-option", "install-option", "build-option", "no-binary", "only-binary", "report", "progress-bar",
        "root-user-action", "python", "log",
        "proxy", "retries", "resume-retries", "timeout", "exists-action", "trusted-host", "cert", "client-cert",
        "cache-dir", "use-feature",
        "use-deprecated", "keyring-provider", "group", "pip-args", "suffix", "preinstall", "backend", "fetch-python",
    ];

    private readonly IReadOnlyList<ShellWord> _operands;

    private PipInstall(SimpleCommand command, IReadOnlyList<ShellWord> operands, bool isPipx)
    {
        Command = command;
        _operands = operands;
        IsPipx = isPipx;
    }

    public SimpleCommand Command { get; }

    /// <summary>True for pipx, which gives every program an environment of its own.</summary>
    public bool IsPipx { get; }

    /// <summary>The word <c>install</c>.</summary>
    public ShellWord Verb => _operands[0];

    /// <summary>What is to be installed: names, paths, addresses.</summary>
    public IEnumerable<ShellWord> Packages => _operands.Skip(1);

    /// <summary>Reads a command; null when it installs nothing with pip.</summary>
    public static PipInstall? Read(SimpleCommand command)
    {
        if (command.BaseName is not { } name) return null;
        var isPip = IsVersionOf(name, "pip");
        var isPython = !isPip && (IsVersionOf(name, "python") || name == "py") && command.FlagValue("m") == "pip";
        if (!isPip && !isPython && name != "pipx") return null;
        var operands = command.Operands(ValueFlags);
        return operands.Count > 0 && operands[0].Value == "install"
            ? new PipInstall(command, operands, name == "pipx")
            : null;
    }

    /// <summary>True for <c>pip</c>, <c>pip3</c>, <c>pip3.12</c>; not for <c>pipenv</c>.</summary>
    private static bool IsVersionOf(string name, string program)
    {
        if (!name.StartsWith(program, StringComparison.Ordinal)) return false;
        for (var i = program.Length; i < name.Length; i++)
            if (name[i] is not (>= '0' and <= '9' or '.')) return false;
        return true;
    }
}
