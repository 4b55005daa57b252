using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The build of the project, or the Dockerfile itself, runs npm, node or a dotnet tool, and neither the image has it
/// nor does anything bring it. No peer sees the project.
/// </summary>
public sealed class DG7015MissingProgram : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7015MissingProgram", "the build runs a program that its stage lacks", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var tool in image.MissingTools)
        {
            var lack = tool.IsTool ? "nothing restores or installs it"
                : $"neither {Sentence.Quote(tool.Image)} nor its stage brings Node.js";
            context.Report(tool.Origin, $"{tool.Command} runs {tool.Program}, and {lack}");
        }

        if (image.App?.MissingProgram is not { } program) return;
        var missing = program.IsTool ? "nothing restores it"
            : program.HasNode ? "its stage brings Node.js without npm: the package 'nodejs' has none"
            : $"neither {Sentence.Quote(program.Image)} nor its stage brings Node.js";
        context.Report(program.Origin, $"{program.Command} runs {program.Program} ({program.Why}), and {missing}");
    }
}
