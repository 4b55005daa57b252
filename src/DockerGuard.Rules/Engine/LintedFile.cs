using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>
/// What the rules found in a Dockerfile before anybody silences any of it, and what the file itself says about that.
/// </summary>
public sealed class LintedFile
{
    private readonly CheckComments _checks;
    private readonly ForeignPasses _passes;

    internal LintedFile(
        LintRequest request,
        BuildEvaluation build,
        IReadOnlyList<Diagnostic> findings,
        CheckComments checks,
        ForeignPasses passes)
    {
        Request = request;
        Build = build;
        Findings = findings;
        _checks = checks;
        _passes = passes;
    }

    /// <summary>What was linted.</summary>
    public LintRequest Request { get; }

    /// <summary>The build of the file.</summary>
    public BuildEvaluation Build { get; }

    /// <summary>Everything the rules found, and what does not parse, in the order they came to it.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>The tools of others that had something to check and were not there.</summary>
    public IReadOnlyList<ForeignAbsence> Absent => _passes.Absent;

    /// <summary>
    /// Silences what the comments of the file cover, ours and the peers', and adds what is wrong with these comments.
    /// </summary>
    public LintResult WithComments(LintResult result) =>
        SuppressionSet.Apply(Request, result, _passes);

    /// <summary>
    /// Does what the file's check options ask for: silences what they skip, makes errors of warnings, and adds what is
    /// wrong with them.
    /// </summary>
    public LintResult WithCheckOptions(LintResult result) => _checks.Apply(result);
}
