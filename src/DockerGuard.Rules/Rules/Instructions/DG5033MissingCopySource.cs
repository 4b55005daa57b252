using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// COPY or ADD of a file that the build context does not have, so the image is never built. No peer looks into the
/// context.
/// </summary>
public sealed class DG5033MissingCopySource : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5033MissingCopySource", "copied file that is not there", Severity.Warning, strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var source in image.MissingSources)
        {
            var other = source.Other is { } name ? $"; there is {Sentence.Quote(name)}" : "";
            context.Report(
                source.Origin,
                $"{source.Taker} takes {Sentence.Quote(source.Path)}, which the build context does not have{other}");
        }
    }
}
