using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>A label the policy wants to be a licence is none. Source: hadolint DL3054; SPDX 2.3 annex D, OCI image spec <c>image.licenses</c>.</summary>
public sealed class DG6009LabelNotSpdx : ImageRule, IHadolintTextRule
{
    private static readonly LabelForm Form = new(LabelType.Spdx, SpdxExpression.IsValid, "is no SPDX license expression") { Mend = static value => SpdxList.Default.IdFor(value) };

    // hadolint knows single identifiers only, exactly as the list has them.
    private static readonly LabelForm SingleId = Form with { IsValid = id => SpdxList.Default.IsExactLicense(id) };

    public override RuleDescriptor Descriptor { get; } = new("DG6009LabelNotSpdx", "label is no SPDX license", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3054")],
    };

    public override void Check(ImageModel image, RuleContext context) => Form.Check(image.OwnLabels, context);

    /// <inheritdoc/>
    void IHadolintTextRule.CheckText(Dockerfile file, FileContext context) => SingleId.Check(HadolintText.Labels(file, context), context);
}
