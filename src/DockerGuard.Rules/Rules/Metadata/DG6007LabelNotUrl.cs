using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A label the policy wants to be a URL is none. Source: hadolint DL3052; RFC 3986.</summary>
public sealed class DG6007LabelNotUrl : ImageRule
{
    internal static readonly LabelForm Form = new(LabelType.Url, LabelForms.IsUrl, "is no absolute URL");

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6007LabelNotUrl", "label is no URL", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3052")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
