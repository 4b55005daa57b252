using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>gem installs a gem in whatever version is newest. Source: hadolint DL3028.</summary>
public sealed class DG4021UnpinnedGem : ShellRule
{
    private static readonly string[] ValueFlags =
    [
        "i", "install-dir", "n", "bindir", "platform", "build-root", "P", "trust-policy", "s", "source", "p",
        "http-proxy", "B", "bulk-threshold",
        "document", "g", "file", "without", "config-file", "target-rbconfig",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4021UnpinnedGem", "gem without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3028")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["gem"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (command.Is("gem"))
            {
                LanguagePackages.ReportUnpinned(
                    context, [.. Unpinned(command, command.Operands(ValueFlags)).Where(Floats)], "gem");
            }
        }
    }

    /// <summary>
    /// What a command installs without a version; a version flag is for every gem named. The operands behind <c>--</c>
    /// are for the build of native extensions.
    /// </summary>
    internal static IEnumerable<ShellWord> Unpinned(SimpleCommand command, IReadOnlyList<ShellWord> operands)
    {
        if (command.HasFlag("v", "version") || operands.Count == 0 || operands[0].Value is not ("install" or "i"))
            return [];
        var end = command.Arguments.FirstOrDefault(argument => argument.Value == "--")?.SourceStart ?? int.MaxValue;
        return operands.Skip(1)
            .TakeWhile(operand => operand.SourceStart < end)
            .Where(gem => gem.Value.IndexOf(':') < 0);
    }

    private static bool Floats(ShellWord gem) =>
        gem.IsStatic && gem.Value.Length > 0 && !gem.Value.EndsWith(".gem", StringComparison.Ordinal);
}
