using System;
using System.Collections.Generic;

namespace DockerGuard.Images.Builds;

/// <summary>
/// The options of each command of the .NET CLI, as <c>dotnet restore --help</c> and the others list them: one letter
/// means another thing for another command.
/// </summary>
internal static class DotNetOptions
{
    /// <summary>The short names that mean the same wherever they are.</summary>
    private static readonly Dictionary<string, string> Common = new(StringComparer.Ordinal)
    {
        ["-a"] = "--arch",
        ["-c"] = "--configuration",
        ["-f"] = "--framework",
        ["-o"] = "--output",
        ["-r"] = "--runtime",
        ["-ucr"] = "--use-current-runtime",
        ["-v"] = "--verbosity",
        ["-verbosity"] = "--verbosity",
        ["--sc"] = "--self-contained",
        ["--ucr"] = "--use-current-runtime",
    };

    /// <summary>The short names of one command, which go before the common ones.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Own = new(StringComparer.Ordinal)
    {
        ["ef"] = new(StringComparer.Ordinal)
        {
            ["-c"] = "--context",
            ["-f"] = "--force",
            ["-p"] = "--project",
            ["-s"] = "--startup-project",
            ["-v"] = "--verbose",
        },
        ["pack"] = new(StringComparer.Ordinal) { ["-s"] = "--serviceable" },
        ["restore"] = new(StringComparer.Ordinal) { ["-f"] = "--force", ["-s"] = "--source" },
        ["run"] = OfRun(),
        ["test"] = new(StringComparer.Ordinal)
        {
            ["-d"] = "--diag",
            ["-e"] = "--environment",
            ["-l"] = "--logger",
            ["-s"] = "--settings",
            ["-t"] = "--list-tests",
        },
        ["watch"] = OfRun(),
    };

    /// <summary>Options whose value decides nothing here, and may be the next word.</summary>
    private static readonly string[] WithValue =
    [
        "--blame-crash-dump-type", "--blame-hang-dump-type", "--blame-hang-timeout", "--collect", "--configfile",
        "--context", "--device", "--diag", "--environment", "--file", "--filter", "--launch-profile",
        "--lock-file-path", "--logger", "--manifest", "--packages", "--results-directory", "--settings", "--source",
        "--startup-project", "--test-adapter-path", "--verbosity", "--version-suffix",
    ];

    /// <summary>How options begin that have no value, or only in their own word.</summary>
    private static readonly string[] WithoutValue =
    [
        "--blame", "--disable", "--force", "--ignore", "--include", "--interactive", "--list", "--no", "--serviceable",
        "--tl", "--use", "--verbose",
    ];

    /// <summary>The long name of an option of a command; the name itself where there is none.</summary>
    public static string NameOf(string verb, string option) =>
        Own.TryGetValue(verb, out var own) && own.TryGetValue(option, out var name) ? name
        : Common.TryGetValue(option, out name) ? name
        : option;

    /// <summary>Whether an option takes the next word, by its long name.</summary>
    public static bool HasValue(string verb, string name) =>
        Array.IndexOf(WithValue, name) >= 0 || (verb == "pack" && name == "--version");

    /// <summary>Whether an option that is not known here may take the next word.</summary>
    public static bool MayHaveValue(string name) =>
        !Array.Exists(WithoutValue, start => name.StartsWith(start, StringComparison.Ordinal));

    private static Dictionary<string, string> OfRun() =>
        new(StringComparer.Ordinal) { ["-e"] = "--environment", ["-lp"] = "--launch-profile" };
}
