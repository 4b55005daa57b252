using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// How a package manager of the operating system is called. Sources: the manual pages of apt-get, apk, yum, dnf, tdnf
/// and zypper.
/// </summary>
internal sealed class PackageManager
{
    public static readonly PackageManager AptGet = new(["apt-get", "apt"], AptFlags);

    /// <summary>Everything that fetches the lists of apt's packages.</summary>
    public static readonly PackageManager AptFamily = new(["apt-get", "apt", "aptitude"], AptFlags);

    public static readonly PackageManager Apk = new(
        ["apk"],
        [
            "t", "virtual", "X", "repository", "p", "root", "arch", "keys-dir", "repositories-file", "wait",
            "cache-dir", "cache-max-age", "progress-fd", "timeout",
        ]);

    public static readonly PackageManager Yum = new(["yum"], RpmFlags);

    public static readonly PackageManager Dnf = new(["dnf", "microdnf", "dnf5", "tdnf"], RpmFlags);

    public static readonly PackageManager Zypper = new(
        ["zypper"],
        [
            "c", "config", "R", "root", "installroot", "D", "reposd-dir", "p", "plus-repo", "plus-content",
            "releasever", "r", "repo", "from", "t", "type", "download",
        ]);

    private readonly string[] _valueFlags;

    /// <param name="names">The commands, by base name.</param>
    /// <param name="valueFlags">The flags whose next argument is their value.</param>
    private PackageManager(string[] names, string[] valueFlags)
    {
        _valueFlags = valueFlags;
        Names = names;
    }

    /// <summary>The commands, by base name.</summary>
    public string[] Names { get; }

    private static string[] AptFlags =>
        [
            "t", "target-release", "default-release", "o", "option", "c", "config-file", "a", "host-architecture", "S",
            "snapshot",
        ];

    private static string[] RpmFlags =>
    [
        "c", "config", "d", "debuglevel", "e", "errorlevel", "R", "randomwait", "x", "exclude", "excludepkgs",
        "enablerepo", "disablerepo", "repo", "repoid",
        "repofrompath", "setopt", "releasever", "installroot", "forcearch", "downloaddir", "destdir", "advisory",
        "comment", "disableexcludes",
    ];

    /// <summary>The calls of a script with one of these verbs, such as <c>install</c>.</summary>
    public IReadOnlyList<PackageCommand> Calls(ShellScript script, FileContext context, params string[] verbs)
    {
        var calls = new List<PackageCommand>();
        foreach (var command in context.CommandsOf(script))
            if (command.Is(Names) && Read(command, verbs) is { } call) calls.Add(call);
        return calls;
    }

    /// <summary>The same arguments, for fewer commands.</summary>
    public PackageManager Named(params string[] names) => new(names, _valueFlags);

    private PackageCommand? Read(SimpleCommand command, string[] verbs)
    {
        var operands = command.Operands(_valueFlags);
        for (var i = 0; i < operands.Count; i++)
        {
            if (Array.IndexOf(verbs, operands[i].Value) >= 0)
            {
                return new PackageCommand(
                    command, operands[i], Part(operands, 0, i), Part(operands, i + 1, operands.Count));
            }
        }

        return null;
    }

    private static ShellWord[] Part(IReadOnlyList<ShellWord> words, int start, int end)
    {
        if (start == end) return [];
        var part = new ShellWord[end - start];
        for (var i = 0; i < part.Length; i++) part[i] = words[start + i];
        return part;
    }
}

/// <summary>One call of a package manager.</summary>
/// <param name="Command">The whole command.</param>
/// <param name="Verb">The word that says what to do, such as <c>install</c>.</param>
/// <param name="Before">
/// What stands before the verb and is no flag, such as <c>module</c> in <c>dnf module install</c>.
/// </param>
/// <param name="Packages">What stands behind the verb and is no flag.</param>
internal sealed record PackageCommand(
    SimpleCommand Command, ShellWord Verb, IReadOnlyList<ShellWord> Before, IReadOnlyList<ShellWord> Packages)
{
    /// <summary>Command and verb as a reader knows them, such as <c>dnf install</c>.</summary>
    public string Title => $"{Command.BaseName} {Verb.Value}";

    /// <summary>True when one of these words stands before the verb.</summary>
    public bool IsAbout(params string[] words) => Before.Any(word => Array.IndexOf(words, word.Value) >= 0);
}
