using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>Packages that are installed in whatever version is there. What the rules about that share.</summary>
internal static class UnpinnedPackages
{
    private static readonly string[] FileEndings = [".deb", ".rpm", ".apk"];

    /// <summary>
    /// Reports the first package of a call that has no version, and how many more there are. <paramref name="isPinned"/> is asked about the
    /// package as the shell gives it to the command, and about the word it was written as.
    /// </summary>
    public static void Report(PackageCommand call, RunInstruction run, ShellScript script, FileContext context, Func<string, ShellWord, bool> isPinned)
    {
        ShellWord? place = null;
        var first = "";
        var count = 0;
        foreach (var word in call.Packages)
        {
            foreach (var package in Names(word, run, script, context))
            {
                if (isPinned(package, word)) continue;
                if (count++ > 0) continue;
                place = word;
                first = package;
            }
        }

        if (place is null) return;
        var more = count == 1 ? "" : $" and {count - 1} more";
        context.Report(place.Span, $"'{first}'{more} would be installed in whatever version is there on the day of the build: '{call.Title}' names none");
    }

    /// <summary>hadolint takes a word for one package, whatever stands in it; what a variable holds may be known, and need not be a package.</summary>
    private static IEnumerable<string> Names(ShellWord word, RunInstruction run, ShellScript script, FileContext context) =>
        context.Follows(Profiles.Hadolint)
            ? [word.Value]
            : ConstantWords.Of(word, run, script, context)?.Where(name => !IsFileOrGroup(name)) ?? [];

    private static bool IsFileOrGroup(string name) =>
        name.Length == 0 || name[0] is '-' or '@' or '/' or '.' || name.IndexOf("://", StringComparison.Ordinal) >= 0
        || FileEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
