using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A label the policy wants to be a licence is none. Source: hadolint DL3054; SPDX 2.3 annex D, OCI image spec
/// <c>image.licenses</c>.
/// </summary>
public sealed class DG6009LabelNotSpdx : ImageRule
{
    internal static readonly LabelForm Form = new(
        LabelType.Spdx,
        SpdxExpression.IsValid,
        "is no SPDX license expression")
    { Mend = static value => SpdxList.Default.IdFor(value) };

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6009LabelNotSpdx", "label is no SPDX license", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3054")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);
}
