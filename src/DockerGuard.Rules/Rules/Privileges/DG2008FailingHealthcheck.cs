using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The health check asks with a program that the image does not have, so every container is unhealthy. No peer knows
/// what .NET's images carry.
/// </summary>
public sealed class DG2008FailingHealthcheck : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG2008FailingHealthcheck", "health check that never succeeds", Severity.Warning, strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var command in image.MissingCommands)
        {
            if (command.IsOfHealthcheck)
                context.Report(command.Origin, $"{DG1016MissingCommand.Say(command)}; every container is unhealthy");
        }
    }
}
