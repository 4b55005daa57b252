using System.Collections.Generic;

namespace DockerGuard.Conformance;

/// <summary>A set of cases with a peer's answers, scored against ours.</summary>
internal interface IConformanceSet
{
    /// <summary>The name in <c>scores.json</c> and of the file in <c>divergences</c>.</summary>
    string Name { get; }

    /// <summary>Runs every case of the set.</summary>
    IEnumerable<CaseResult> Run(ConformanceData data);
}

/// <summary>How one case went.</summary>
/// <param name="Case">A name that is unique in its set and stays the same between runs.</param>
/// <param name="Difference">What differs, theirs and ours; null when nothing does.</param>
internal sealed record CaseResult(string Case, string? Difference)
{
    /// <summary>Compares two answers.</summary>
    public static CaseResult Compare(string name, string? theirs, string? ours) =>
        new(name, theirs == ours ? null : $"theirs {Show(theirs)}, ours {Show(ours)}");

    private static string Show(string? text) => text is null ? "none" : GoQuote.Quote(text);
}
