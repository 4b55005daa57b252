using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A label the policy wants to be a point in time is none. Source: hadolint DL3053; RFC 3339, OCI image spec
/// <c>image.created</c>.
/// </summary>
public sealed class DG6008LabelNotRfc3339 : ImageRule
{
    internal static readonly LabelForm Form = new(
        LabelType.Rfc3339,
        LabelForms.IsRfc3339,
        "is no point in time as RFC 3339 writes it")
    { Mend = LabelForms.WithTimeMark };

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6008LabelNotRfc3339", "label is no RFC 3339 time", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3053")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
