using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>What the rules about packages without a version say, whatever the package manager.</summary>
internal static class LanguagePackages
{
    /// <summary>Reports one finding for a command: it stands at the first package and counts the others.</summary>
    public static void ReportUnpinned(FileContext context, IReadOnlyList<ShellWord> packages, string manager)
    {
        if (packages.Count == 0) return;
        var named = packages.Count == 1
            ? $"{manager} package '{packages[0].Value}' has"
            : $"{manager} package '{packages[0].Value}' and {packages.Count - 1} more have";
        context.Report(packages[0].Span, $"{named} no fixed version, so a build takes whatever is newest on its day");
    }
}
