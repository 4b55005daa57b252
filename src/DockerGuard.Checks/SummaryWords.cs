using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks;

/// <summary>
/// The part of a summary line that both checks have: what was silenced by whom, and what the check went by.
/// </summary>
internal static class SummaryWords
{
    /// <summary>One and several of everybody who silences, in the order of <see cref="SilencedBy"/>.</summary>
    private static readonly (string One, string Several)[] Silencers =
    [
        ("a comment", "comments"),
        ("a check option", "check options"),
        ("hadolint's configuration", "hadolint's configuration"),
        ("a waiver", "waivers"),
        ("the baseline", "the baseline"),
        ("NoWarn", "NoWarn"),
    ];

    /// <summary>"1 error, 2 warnings", or "0 findings".</summary>
    public static string Found(IReadOnlyList<Diagnostic> findings)
    {
        var parts = new List<string>();
        Add(Severity.Error, "error");
        Add(Severity.Warning, "warning");
        Add(Severity.Info, "message");
        return parts.Count == 0 ? "0 findings" : string.Join(", ", parts);

        void Add(Severity severity, string noun)
        {
            var count = 0;
            foreach (var finding in findings)
                if (finding.Severity == severity) count++;
            if (count > 0) parts.Add(count == 1 ? $"1 {noun}" : $"{count} {noun}s");
        }
    }

    /// <summary>"; 3 silenced (2 by comments, 1 by NoWarn); 1 lowered by hadolint's configuration".</summary>
    public static string Silenced(VerdictBuilder verdict) =>
        Told("silenced", verdict.Suppressed, static finding => finding.SuppressedBy)
            + Told("lowered", verdict.Reported, static finding => finding.LoweredBy);

    /// <summary>
    /// "; policy .dockerguard.yml (strict, level 1, 4 rules enforced by ../org.yml), baseline baseline.yml,
    /// stage 'app', arguments A, B given".
    /// </summary>
    /// <param name="basis">What the check went by; null when it did not come so far.</param>
    /// <param name="project">Paths are told from its folder, where they lie in its repository.</param>
    public static string GoesBy(CheckBasis? basis, ProjectFacts project)
    {
        if (basis is null) return "";
        var level = basis.Level.ToString(CultureInfo.InvariantCulture);
        var enforced = basis.Enforced switch
        {
            0 => "",
            1 => ", 1 rule enforced",
            var count => $", {count} rules enforced",
        };
        var words = $"; {Named("policy", basis.Policy, project)} "
            + $"({basis.Profile}, level {level}{enforced}{Enforcers(basis, project)})";
        if (basis.Baseline is not null) words += $", {Named("baseline", basis.Baseline, project)}";
        foreach (var file in basis.HadolintFiles) words += $", {Named("hadolint's", file, project)}";
        foreach (var variable in basis.HadolintVariables) words += $", {variable}";
        foreach (var stage in basis.Stages) words += $", stage {Sentence.Quote(stage)}";
        if (basis.Arguments.Count > 0)
        {
            words += (basis.Arguments.Count == 1 ? ", argument " : ", arguments ")
                + $"{Sentence.Show(string.Join(", ", basis.Arguments))} given";
        }

        return basis.OtherDay is { } day
            ? $"{words}, as if on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : words;
    }

    /// <summary>Who enforces, unless it is the policy in force alone, which is named already.</summary>
    private static string Enforcers(CheckBasis basis, ProjectFacts project)
    {
        if (basis.Enforced == 0 || (basis.EnforcedBy.Count == 1 && basis.EnforcedBy[0] == basis.Policy)) return "";
        var names = new List<string>();
        foreach (var policy in basis.EnforcedBy) names.Add(NameOf(policy, project));
        return " by " + string.Join(", ", names);
    }

    private static string Told(
        string what, IReadOnlyList<Diagnostic> findings, Func<Diagnostic, Suppression?> silencing)
    {
        var counts = new int[Silencers.Length];
        var all = 0;
        foreach (var finding in findings)
        {
            if (silencing(finding) is not { } suppression) continue;
            counts[(int)suppression.By]++;
            all++;
        }

        if (all == 0) return "";
        var parts = new List<string>();
        for (var by = 0; by < counts.Length; by++)
        {
            if (counts[by] == 0) continue;
            var who = counts[by] == 1 ? Silencers[by].One : Silencers[by].Several;
            if (counts[by] == all) return $"; {all} {what} by {who}";
            parts.Add($"{counts[by]} by {who}");
        }

        return $"; {all} {what} ({string.Join(", ", parts)})";
    }

    /// <summary>A file of the repository by its path from the project; elsewhere by its whole path.</summary>
    private static string Named(string noun, string? path, ProjectFacts project) =>
        path is null ? $"no {noun}" : $"{noun} {NameOf(path, project)}";

    private static string NameOf(string path, ProjectFacts project)
    {
        var isInside = RelativePath.Below(project.RepositoryRoot, path) is not null;
        return Sentence.Show(isInside ? RelativePath.From(project.ProjectDirectory, path) : path);
    }
}
