using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A gem without a version; the word after any flag passes for its value.</summary>
internal sealed class DL3028UnpinnedGem : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4021UnpinnedGem>();

    public override IReadOnlyList<string> Commands { get; } = ["gem"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script).Where(command => command.Is("gem")))
        {
            var unpinned = DG4021UnpinnedGem.Unpinned(command, Operands(command));
            LanguagePackages.ReportUnpinned(context, [.. unpinned], "gem");
        }
    }

    private static List<ShellWord> Operands(SimpleCommand command)
    {
        var operands = new List<ShellWord>();
        for (var i = 0; i < command.Arguments.Count; i++)
        {
            var value = command.Arguments[i].Value;
            if (!value.StartsWith("-", StringComparison.Ordinal)) operands.Add(command.Arguments[i]);
            else if (value.IndexOf('=') < 0 && value != "--") i++;
        }

        return operands;
    }
}
