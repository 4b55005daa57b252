using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A project or solution that a Dockerfile copies or builds is not in its context, so the image is never built. No peer
/// looks into the context.
/// </summary>
public sealed class DG7019MissingProject : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7019MissingProject", "the Dockerfile takes a project that is not there", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var project in image.MissingProjects)
        {
            var verb = project.Command is { } command ? $"{command} builds" : "COPY takes";
            context.Report(
                project.Origin, $"{verb} {Sentence.Quote(project.Path)}, which the build context does not have");
        }
    }
}
