using DockerGuard.Checks;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by
/// building twice.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerfileTask
{
    /// <summary>True when nothing was reported: only then may Visual Studio skip the next lint.</summary>
    [Output]
    public bool IsClean { get; set; }

    /// <summary>
    /// The files the policy consists of, those it extends included: a lint is out of date when one of them has changed.
    /// </summary>
    [Output]
    public string[] PolicyFiles { get; private set; } = [];

    /// <summary>The file of accepted findings; none when empty: the property <c>DockerGuardBaseline</c>.</summary>
    public string? BaselineFile { get; set; }

    /// <summary>
    /// Writes the findings into the baseline instead of reporting them: the property <c>DockerGuardUpdateBaseline</c>.
    /// </summary>
    public bool UpdatesBaseline { get; set; }

    private protected override string CheckName => "dockerfiles";

    private protected override void Guard()
    {
        var verdict = DockerfileCheck.Run(CheckInput with { Baseline = Baseline });
        LintedFiles = verdict.Dockerfiles;
        Reporter.Report(verdict);
        IsClean = verdict.IsClean;
        PolicyFiles = [.. verdict.PolicyFiles];
        if (verdict.Summary is { } summary) Reporter.Say(summary);
    }

    private BaselineInput? Baseline => string.IsNullOrWhiteSpace(BaselineFile)
        ? null : new BaselineInput(Absolute(BaselineFile!)) { Write = UpdatesBaseline ? SharedFile.Write : null };
}
