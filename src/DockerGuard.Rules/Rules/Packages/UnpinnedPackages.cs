using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>Packages that are installed in whatever version is there. What the rules about that share.</summary>
internal static class UnpinnedPackages
{
    private static readonly string[] FileEndings = [".deb", ".rpm", ".apk"];

    /// <summary>
    /// Reports the packages of a call that have no version. <paramref name="isPinned"/> is asked about each as the
    /// shell gives it to the command.
    /// </summary>
    public static void Check(
        PackageCommand call,
        RunInstruction run,
        ShellScript script,
        FileContext context,
        Func<string, bool> isPinned)
    {
        var unpinned = new List<(ShellWord Word, string Package)>();
        foreach (var word in call.Packages)
        {
            foreach (var package in ConstantWords.Of(word, run, script, context) ?? [])
                if (!IsFileOrGroup(package) && !isPinned(package)) unpinned.Add((word, package));
        }

        Report(call, context, unpinned);
    }

    /// <summary>Reports the first of the packages that have no version, and how many more there are.</summary>
    public static void Report(
        PackageCommand call, FileContext context, IReadOnlyList<(ShellWord Word, string Package)> all)
    {
        if (all.Count == 0) return;
        var more = all.Count == 1 ? "" : $" and {all.Count - 1} more";
        context.Report(
            all[0].Word.Span,
            $"'{all[0].Package}'{more} would be installed in whatever version is there on the day of the build: "
                + $"'{call.Title}' names none");
    }

    private static bool IsFileOrGroup(string name)
    {
        if (name.Length == 0 || name[0] is '-' or '@' or '/' or '.') return true;
        if (name.IndexOf("://", StringComparison.Ordinal) >= 0) return true;
        foreach (var ending in FileEndings)
            if (name.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
