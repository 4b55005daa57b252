using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>Comments of the Dockerfile: ours, and those of hadolint, ShellCheck, Trivy, Checkov and KICS.</summary>
internal sealed class CommentSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "comments";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file) => file.WithComments(result);
}

/// <summary>BuildKit's check options; they may also make errors of warnings.</summary>
internal sealed class CheckOptionSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "check options";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file) => file.WithCheckOptions(result);
}
