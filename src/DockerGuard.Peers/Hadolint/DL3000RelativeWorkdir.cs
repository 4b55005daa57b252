using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Each relative WORKDIR, also one below an absolute one.</summary>
internal sealed class DL3000RelativeWorkdir : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5003RelativeWorkdir>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var workdir in file.Instructions.OfType<WorkdirInstruction>())
        {
            // It takes the quotes away and nothing else: in "C:\" it sees no escape.
            var text = workdir.Path?.Text.Trim('"', '\'') ?? "";
            if (text.Length > 0 && !DG5003RelativeWorkdir.IsAbsolute(text))
                DG5003RelativeWorkdir.Report(workdir.Path!, context);
        }
    }
}
