using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A label the policy wants to be a git commit is none. Source: hadolint DL3055; git, SHA-1 and SHA-256 object names.
/// </summary>
public sealed class DG6010LabelNotGitHash : ImageRule
{
    internal static readonly LabelForm Form = new(
        LabelType.Hash, LabelForms.IsGitHash, "is no git commit")
    { Mend = static value => value.ToLowerInvariant() };

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6010LabelNotGitHash", "label is no git commit", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3055")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
