using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// RUN, ENTRYPOINT or CMD starts a shell or a program that the image does not have. No peer knows what .NET's images
/// carry.
/// </summary>
public sealed class DG1016MissingCommand : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1016MissingCommand", "command that the image does not have", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var command in image.MissingCommands)
            if (!command.IsOfHealthcheck) context.Report(command.Origin, Say(command));
    }

    /// <summary>What is missing, and what the image has instead.</summary>
    internal static string Say(MissingCommand command)
    {
        var image = Sentence.Quote(command.Image);
        if (command.Program is not { } program)
            return $"{command.Instruction} in shell form needs a shell, and {image} has none";
        var has = command.Manager is { } manager ? $": its packages come by {Sentence.Quote(manager)}" : "";
        return $"{command.Instruction} starts {Sentence.Quote(program)}, which {image} does not have{has}";
    }
}
