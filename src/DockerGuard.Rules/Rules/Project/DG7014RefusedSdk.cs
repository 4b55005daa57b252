using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>The <c>global.json</c> that a build finds takes no SDK of its image. No peer sees the project.</summary>
public sealed class DG7014RefusedSdk : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7014RefusedSdk", "global.json refuses the image's SDK", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App?.RefusedSdk is not { } sdk) return;
        var rule = sdk.RollForward is { } roll ? $" and rolls forward as {Sentence.Show(roll)}" : "";
        context.Report(
            sdk.Origin,
            $"{sdk.Command} finds no SDK: {Sentence.Quote(sdk.File)} pins {Sentence.Show(sdk.Pinned)}{rule}, and "
                + $"{Sentence.Quote(sdk.Image)} has {sdk.Sdk}");
    }
}
