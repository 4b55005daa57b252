using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A command of the SDK runs in a stage whose image has a runtime alone, so the image is never built. No peer knows
/// what .NET's images carry.
/// </summary>
public sealed class DG1015MissingSdk : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1015MissingSdk", "SDK command on an image without the SDK", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var command in image.MissingSdks)
        {
            context.Report(
                command.Origin,
                $"{command.Command} needs the SDK, and {Sentence.Quote(command.Image)} has none; build in "
                    + $"{Sentence.Quote(command.Sdk)} and copy the output");
        }
    }
}
