using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks;

/// <summary>
/// The part of a summary line that both checks have: what was silenced by whom, and what the check went by.
/// </summary>
internal static class SummaryWords
{
    /// <summary>One and several of everybody who silences, in the order they are asked.</summary>
    private static readonly Dictionary<SilencedBy, (string One, string Several)> Silencers = new()
    {
        [SilencedBy.Comment] = ("a comment", "comments"),
        [SilencedBy.CheckOption] = ("a check option", "check options"),
        [SilencedBy.Hadolint] = ("hadolint's configuration", "hadolint's configuration"),
        [SilencedBy.Waiver] = ("a waiver", "waivers"),
        [SilencedBy.Baseline] = ("the baseline", "the baseline"),
        [SilencedBy.NoWarn] = ("NoWarn", "NoWarn"),
    };

    /// <summary>"; 3 silenced (2 by comments, 1 by NoWarn); 1 lowered (by hadolint's configuration)".</summary>
    public static string Silenced(VerdictBuilder verdict) =>
        Told("silenced", [.. verdict.Suppressed.Select(finding => finding.SuppressedBy!.By)])
            + Told("lowered", [.. verdict.Reported.Select(finding => finding.LoweredBy?.By).OfType<SilencedBy>()]);

    /// <summary>
    /// "; policy .dockerguard.yml (strict, level 1, 4 rules enforced), baseline dockerguard.baseline.yml".
    /// </summary>
    public static string GoesBy(CheckBasis? basis, string root)
    {
        if (basis is null) return "";
        var level = basis.Level.ToString(CultureInfo.InvariantCulture);
        var enforced = basis.Enforced switch
        {
            0 => "",
            1 => ", 1 rule enforced",
            var count => $", {count} rules enforced",
        };
        var words = $"; {Named("policy", basis.Policy, root)} ({basis.Profile}, level {level}{enforced})";
        if (basis.Baseline is not null) words += $", {Named("baseline", basis.Baseline, root)}";
        foreach (var file in basis.HadolintFiles) words += $", {Named("hadolint's", file, root)}";
        return basis.OtherDay is { } day
            ? $"{words}, as if on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : words;
    }

    private static string Told(string what, IReadOnlyCollection<SilencedBy> silencers)
    {
        var parts = silencers.GroupBy(by => by).OrderBy(group => group.Key).Select(Part).ToList();
        return parts.Count switch
        {
            0 => "",
            1 => $"; {silencers.Count} {what} by {parts[0].Who}",
            _ => $"; {silencers.Count} {what} ({string.Join(", ", parts.Select(Counted))})",
        };
    }

    private static string Counted((int Count, string Who) part) => $"{part.Count} by {part.Who}";

    private static (int Count, string Who) Part(IGrouping<SilencedBy, SilencedBy> group)
    {
        var count = group.Count();
        return (count, count == 1 ? Silencers[group.Key].One : Silencers[group.Key].Several);
    }

    /// <summary>A file by its path from the repository's root; elsewhere by its whole path.</summary>
    private static string Named(string noun, string? path, string root) => path is null
        ? $"no {noun}"
        : $"{noun} {Sentence.Show(RelativePath.Below(root, path) ?? path)}";
}
