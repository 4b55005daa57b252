using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image copies from the stage that publishes the app, and from a place where the publish writes nothing. No peer
/// reads the command.
/// </summary>
public sealed class DG7009CopyOfMissingOutput : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7009CopyOfMissingOutput", "copied from where the publish writes nothing", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { } app) return;
        foreach (var copy in app.MissingCopies)
        {
            var output = copy.Output is null ? "elsewhere" : $"to {Sentence.Quote(copy.Output)}";
            if (copy.Elsewhere is { } stage) output += $" in stage {Sentence.Quote(stage)}";
            context.Report(
                copy.Origin,
                $"nothing is at {Sentence.Quote(copy.Path)} in stage {Sentence.Quote(copy.Stage)}: {copy.Command} "
                    + $"writes {output}");
        }
    }
}
