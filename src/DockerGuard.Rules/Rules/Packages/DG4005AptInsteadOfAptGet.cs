using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// apt in a script: its manual keeps the right to change what it prints and takes. Source: apt(8), hadolint DL3027,
/// Checkov CKV_DOCKER_9.
/// </summary>
public sealed class DG4005AptInsteadOfAptGet : ShellRule
{
    private static readonly string[] SharedVerbs =
    [
        "install", "update", "upgrade", "remove", "purge", "autoremove", "clean",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4005AptInsteadOfAptGet", "apt instead of apt-get", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3027"), new("checkov", "CKV_DOCKER_9"),
            new("kics", "b84a0b47-2e99-4c9f-8933-98bcabe2b94d"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = ["apt"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script).Where(command => command.Is("apt")))
        {
            var operands = command.Operands("o", "option", "t", "target-release", "c", "config-file");
            var verb = operands.Count > 0 ? operands[0] : null;
            var isShared = verb is not null && SharedVerbs.Contains(verb.Value);
            var shown = verb is { IsStatic: true } ? $"'apt {verb.Value}'" : "'apt'";
            context.Report(
                command.NameWord!.Span,
                $"{shown} is for people: what it prints and takes may change, and apt-get's does not",
                isShared && command.Name == "apt"
                    ? ShellFixes.Replace(command.NameWord, command, "apt-get", context)
                    : null);
        }
    }
}
