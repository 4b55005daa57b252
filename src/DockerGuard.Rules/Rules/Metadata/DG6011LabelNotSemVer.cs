using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A label the policy wants to be a version is none. Source: hadolint DL3056; SemVer 2.0.0.</summary>
public sealed class DG6011LabelNotSemVer : ImageRule
{
    internal static readonly LabelForm Form = new(
        LabelType.SemVer, LabelForms.IsSemVer, "is no version by SemVer 2.0.0")
    { Mend = LabelForms.WithoutTagMark };

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6011LabelNotSemVer", "label is no semantic version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3056")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
