using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>zypper without a flag that says yes; -n is one wherever it stands.</summary>
internal sealed class DL3034ZypperWithoutNonInteractive : ShellRule
{
    private static readonly string[] Verbs = ["install", "in", "remove", "rm", "source-install", "si", "patch"];

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4014ZypperWithoutNonInteractive>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Zypper.Calls(script, context, Verbs))
        {
            if (DG4014ZypperWithoutNonInteractive.SaysYes(call.Command) || call.Command.HasFlag("n")) continue;
            var fix = DG4014ZypperWithoutNonInteractive.Cure(call, context);
            UnansweredQuestion.Report(call, "--non-interactive", fix, context);
        }
    }
}
