using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>gem installs a gem in whatever version is newest. Source: hadolint DL3028.</summary>
public sealed class DG4021UnpinnedGem : ShellRule
{
    private static readonly string[] ValueFlags =
    [
        "i", "install-dir", "n", "bindir", "platform", "build-root", "P", "trust-policy", "s", "source", "p", "http-proxy", "B", "bulk-threshold",
        "document", "g", "file", "without", "config-file", "target-rbconfig",
    ];

    public override RuleDescriptor Descriptor { get; } = new("DG4021UnpinnedGem", "gem without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3028")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["gem"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var isHadolint = context.Follows(Profiles.Hadolint);
        foreach (var command in context.CommandsOf(script))
        {
            // A version flag is for every gem named.
            if (!command.Is("gem") || command.HasFlag("v", "version")) continue;
            var operands = isHadolint ? OperandsForHadolint(command) : command.Operands(ValueFlags);
            if (operands.Count == 0 || operands[0].Value is not ("install" or "i")) continue;
            LanguagePackages.ReportUnpinned(context, [.. Gems(command, operands).Where(gem => gem.Value.IndexOf(':') < 0 && (isHadolint || Floats(gem)))], "gem");
        }
    }

    /// <summary>The operands after the verb; those behind <c>--</c> are for the build of native extensions.</summary>
    private static IEnumerable<ShellWord> Gems(SimpleCommand command, IReadOnlyList<ShellWord> operands)
    {
        var end = command.Arguments.FirstOrDefault(argument => argument.Value == "--")?.SourceStart ?? int.MaxValue;
        return operands.Skip(1).TakeWhile(operand => operand.SourceStart < end);
    }

    /// <summary>hadolint takes the word after any flag for the flag's value.</summary>
    private static List<ShellWord> OperandsForHadolint(SimpleCommand command)
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

    private static bool Floats(ShellWord gem) => gem.IsStatic && gem.Value.Length > 0 && !gem.Value.EndsWith(".gem", StringComparison.Ordinal);
}
