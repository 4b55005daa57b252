using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The build of the project runs npm, node or a dotnet tool, and neither its image has it nor does anything bring it.
/// No peer sees the project.
/// </summary>
public sealed class DG7015MissingProgram : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7015MissingProgram", "the build runs a program that its stage lacks", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App?.MissingProgram is not { } program) return;
        context.Report(
            program.Origin,
            $"{program.Command} runs {program.Program} ({program.Why}), "
                + (program.IsTool
                    ? "and nothing restores it"
                    : $"and neither {Sentence.Quote(program.Image)} nor its stage brings Node.js"));
    }
}
