using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A label the policy wants to be an e-mail address is none. Source: hadolint DL3058; RFC 5322.</summary>
public sealed class DG6012LabelNotEmail : ImageRule
{
    internal static readonly LabelForm Form = new(LabelType.Email, LabelForms.IsEmail, "is no e-mail address");

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6012LabelNotEmail", "label is no e-mail address", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3058")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
