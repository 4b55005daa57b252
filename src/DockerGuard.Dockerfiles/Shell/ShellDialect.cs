using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>The language a script is written in.</summary>
public enum ShellDialect
{
    /// <summary>The POSIX shell: <c>sh</c>, <c>dash</c>, <c>ash</c>.</summary>
    Sh,

    /// <summary><c>bash</c>, and <c>zsh</c> and <c>ksh</c>, which are near enough to be read alike.</summary>
    Bash,

    /// <summary><c>powershell</c> and <c>pwsh</c>.</summary>
    PowerShell,

    /// <summary>Windows' <c>cmd</c>.</summary>
    Cmd,

    /// <summary>No shell: the words of the exec form are the command.</summary>
    None,

    /// <summary>Something else, such as Python behind a <c>#!</c>; such a script is not read.</summary>
    Unknown,
}

/// <summary>Recognises shells and the options they are started with.</summary>
internal static class ShellDialects
{
    private static readonly string[] OtherLanguages =
    [
        "python", "pypy", "perl", "ruby", "node", "nodejs", "deno", "bun", "php", "lua", "luajit", "tclsh", "expect",
        "awk", "gawk", "mawk", "sed", "make", "rscript", "julia", "groovy", "dotnet", "dotnet-script", "java", "nu",
        "elixir", "guile", "runhaskell", "swift",
    ];

    private static readonly char[] VersionCharacters = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'];

    /// <summary>The shell of a file name, with or without path and extension; null when it is none.</summary>
    public static ShellDialect? Find(string program) => FileNames.Stem(program).ToLowerInvariant() switch
    {
        "sh" or "dash" or "ash" => ShellDialect.Sh,
        "bash" or "rbash" or "zsh" or "ksh" or "ksh93" or "mksh" => ShellDialect.Bash,
        "powershell" or "pwsh" => ShellDialect.PowerShell,
        "cmd" => ShellDialect.Cmd,
        _ => null,
    };

    /// <summary>
    /// What a <c>SHELL</c> runs. Programs may stand in front, as in <c>["conda", "run", "bash", "-c"]</c>, and behind a
    /// POSIX shell there are only words for it. A program that nobody knows is taken for a POSIX shell: it may be one
    /// by another name, and what it is given is not to go unread.
    /// </summary>
    public static (ShellDialect Dialect, ShellModes Modes) Of(IReadOnlyList<string> shell)
    {
        ShellDialect? windows = null;
        for (var i = 0; i < shell.Count; i++)
        {
            if (Find(shell[i]) is not { } dialect) continue;
            if (dialect is not (ShellDialect.Sh or ShellDialect.Bash))
            {
                windows = dialect;
                continue;
            }

            if (windows is not null) break;
            var modes = default(ShellModes);
            for (var j = i + 1; j < shell.Count; j++)
                modes = modes.With(shell[j], j + 1 < shell.Count ? shell[j + 1] : null);
            return (dialect, modes);
        }

        if (windows is not null) return (windows.Value, default);
        var isOther = shell.Count > 0 && shell[shell.Count - 1] != "-c" && shell.Any(IsOtherLanguage);
        return (isOther ? ShellDialect.Unknown : ShellDialect.Sh, default);
    }

    /// <summary>True for an interpreter of another language, whatever its version: <c>python3.13</c>.</summary>
    private static bool IsOtherLanguage(string program) =>
        Array.IndexOf(OtherLanguages, FileNames.Stem(program).ToLowerInvariant().TrimEnd(VersionCharacters)) >= 0;

    /// <summary>What a first line <c>#!</c> asks for; null when there is none.</summary>
    public static (ShellDialect Dialect, ShellModes Modes)? OfShebang(string script)
    {
        if (!script.StartsWith("#!", StringComparison.Ordinal)) return null;
        var end = script.IndexOf('\n');
        var line = end < 0 ? script.Substring(2) : script.Substring(2, end - 2);
        return Of(line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>The two options that decide what a failure does.</summary>
/// <param name="IsErrexit">A command that fails ends the script: <c>set -e</c>.</param>
/// <param name="IsPipefail">A pipeline fails when any of its commands does: <c>set -o pipefail</c>.</param>
internal readonly record struct ShellModes(bool IsErrexit, bool IsPipefail)
{
    /// <summary>The modes once an argument of <c>set</c> or of a shell is applied.</summary>
    /// <param name="argument">Such as <c>-eu</c>, <c>-o</c> or <c>+e</c>.</param>
    /// <param name="next">The argument after it, which <c>-o</c> takes.</param>
    public ShellModes With(string argument, string? next)
    {
        if (argument.Length < 2 || argument[0] is not ('-' or '+') || argument[1] is '-' or '+') return this;
        var isOn = argument[0] == '-';
        var modes = this;
        for (var i = 1; i < argument.Length; i++)
        {
            if (argument[i] == 'e') modes = modes with { IsErrexit = isOn };
            else if (argument[i] == 'o' && next == "pipefail") modes = modes with { IsPipefail = isOn };
            else if (argument[i] == 'o' && next == "errexit") modes = modes with { IsErrexit = isOn };
        }

        return modes;
    }
}

/// <summary>Names of programs.</summary>
internal static class FileNames
{
    private static readonly char[] Slashes = ['/', '\\'];

    /// <summary>The part after the last slash of either kind.</summary>
    public static string Last(string path)
    {
        var slash = path.LastIndexOfAny(Slashes);
        return slash < 0 ? path : path.Substring(slash + 1);
    }

    /// <summary>The last part without the extension Windows adds.</summary>
    public static string Stem(string path)
    {
        var name = Last(path);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - 4)
            : name;
    }
}
