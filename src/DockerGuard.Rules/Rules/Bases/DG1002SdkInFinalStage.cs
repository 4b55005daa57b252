using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image that ships is built on a .NET SDK image: compilers, git and a shell for whoever breaks in. No peer has
/// this rule.
/// </summary>
public sealed class DG1002SdkInFinalStage : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1002SdkInFinalStage", "SDK image in the final stage", Severity.Error, cis: Severity.Error)
    {
        Aliases = [new("cis", "CIS-4.3")],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.Base is { Catalog.Kind: DotNetImageKind.Sdk } sdk)
            context.Report(sdk.Origin, $"the image that ships is built on the SDK image '{sdk.Written}'");
    }
}
