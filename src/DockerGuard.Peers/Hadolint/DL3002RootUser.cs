using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A stage whose last USER is root; a stage without one is let be.</summary>
internal sealed class DL3002RootUser : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG2001RootUser>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var stage in file.Stages)
        {
            if (stage.Instructions.OfType<UserInstruction>().LastOrDefault() is not { User: { } user }) continue;
            if (user.Value.Split(':')[0] is "root" or "0")
                context.Report(user.Span, $"the stage ends as root (user '{user.Value}')");
        }
    }
}
