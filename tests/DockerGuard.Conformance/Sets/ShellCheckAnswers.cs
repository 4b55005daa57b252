using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// The lines on which hadolint, with ShellCheck built in, shows a finding of ShellCheck in the texts of its test suite,
/// and that the one it shows is among ours: it shows one of a line, and we show all.
/// </summary>
internal sealed class ShellCheckAnswers : IConformanceSet
{
    public string Name => "shellcheck-answers";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in HadolintCases.Cases(data))
        {
            var name = entry.GetProperty("id").GetString()!;
            if (!Lint.HasShellCheck)
            {
                yield return new CaseResult(name, "ShellCheck is not installed");
                continue;
            }

            var ours = HadolintCases.Findings(entry, withShellCheck: true).Where(IsShellCheck).ToHashSet();
            var theirs = HadolintAnswers.Of(entry).Where(IsShellCheck).ToList();
            var shown =
                ours.Where(finding => theirs.All(other => other.Line != finding.Line) || theirs.Contains(finding));
            yield return CaseResult.Compare(name, Show(theirs), Show(shown));
        }
    }

    /// <summary>True for a code of ShellCheck.</summary>
    public static bool IsShellCheck(Lint.PeerFinding finding) =>
        finding.Code.StartsWith("SC", StringComparison.Ordinal);

    private static string Show(IEnumerable<Lint.PeerFinding> findings) =>
        string.Join(
            " ", findings.OrderBy(finding => finding.Line)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                .Select(finding => $"{finding.Code}:{finding.Line}"));
}
