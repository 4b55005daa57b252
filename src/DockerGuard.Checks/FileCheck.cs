using DockerGuard.Checks.Silencers;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks;

/// <summary>Checks one Dockerfile by itself: what the rules find, without what the file silences.</summary>
public static class FileCheck
{
    /// <summary>
    /// The findings in file order, its parse errors and its stale suppressions included, and those the file silences.
    /// </summary>
    public static LintResult Run(LintRequest request) => SilencerList.OverFileAlone(Linter.Lint(request));
}
