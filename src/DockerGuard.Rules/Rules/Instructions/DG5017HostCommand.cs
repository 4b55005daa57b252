using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// RUN calls a command that is for a running machine or for somebody at a terminal. Source: hadolint DL3001, KICS.
/// </summary>
/// <param name="excusesUse">True to leave alone what serves the rest of its script.</param>
public sealed class DG5017HostCommand(bool excusesUse = true) : ShellRule
{
    private readonly bool _excusesUse = excusesUse;

    /// <summary>What starts, shows or ends processes: of use beside the commands it is about.</summary>
    private static readonly string[] ProcessCommands = ["free", "kill", "ps", "service", "top"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5017HostCommand", "command of a running machine", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3001", Severity.Info), new("kics", "9b6b0f38-92a2-41f9-b881-3a1083d99f1b")],
    };

    public override IReadOnlyList<string> Commands { get; } =
    [
        "free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim",
    ];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (command.BaseName is not { } name || !Commands.Contains(name, StringComparer.Ordinal)) continue;
            if (_excusesUse && MakesSense(command, name, run, script)) continue;
            context.Report(command.NameWord!.Span, $"{name} is for a running machine; nothing of it stays in an image");
        }
    }

    private static bool MakesSense(SimpleCommand command, string name, RunInstruction run, ShellScript script)
    {
        // In PowerShell some of the names mean other things.
        if (command.Dialect is ShellDialect.PowerShell or ShellDialect.Cmd) return true;
        return name switch
        {
            "mount" => run.FindFlag("security")?.Value == "insecure",
            "ssh" => run.Mounts.Any(mount => mount.Type is "ssh" or "secret"),
            "vim" =>
                command.Arguments.Any(argument => argument.Value.StartsWith("+", StringComparison.Ordinal))
                    || command.HasFlag("c", "e", "E", "s"),
            "shutdown" => false,
            _ =>
                script.Commands.Any(
                    other => other.BaseName is not { } also || !ProcessCommands.Contains(also, StringComparer.Ordinal)),
        };
    }
}
