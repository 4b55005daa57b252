using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A COPY from its own stage, names compared letter by letter.</summary>
internal sealed class DL3023CopyFromOwnStage : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1013CopyFromOwnStage>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var copy in file.Instructions.OfType<CopyInstruction>())
        {
            if (copy.From is { Value: { } source } flag && copy.Stage?.From.StageName?.Value == source)
                DG1013CopyFromOwnStage.Report(source, flag.ValueSpan, context);
        }
    }
}
