using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A link takes the place of /bin/sh, for every script of the image, where SHELL serves. Source: hadolint DL4005.
/// </summary>
public sealed class DG5020ShellReplacedByLink : ShellRule
{
    private static readonly string[] Shells = ["bash", "zsh"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5020ShellReplacedByLink", "link in the place of /bin/sh", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL4005")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["ln"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
            if (command.Is("ln") && ReplacesShell(command)) Report(run, script, command, context);
    }

    /// <summary>Reports a link in the place of the shell.</summary>
    internal static void Report(RunInstruction run, ShellScript script, SimpleCommand command, FileContext context) =>
        context.Report(
            command.Span,
            "a link in the place of /bin/sh changes the shell of every script in the image; SHELL changes that of RUN "
                + "alone",
            FixOf(run, script, command, context));

    /// <summary>The last operand is the link; one before it is what the link leads to.</summary>
    private static bool ReplacesShell(SimpleCommand command)
    {
        var operands = command.Operands("t", "target-directory", "S", "suffix");
        return operands.Count > 1 && operands[operands.Count - 1].Value is "/bin/sh" or "/usr/bin/sh";
    }

    /// <summary>SHELL takes the place of a RUN that does nothing else and stands on one line.</summary>
    private static Fix? FixOf(RunInstruction run, ShellScript script, SimpleCommand command, FileContext context)
    {
        if (run.IsOnBuild
            || run.IsJson
            || run.Flags.Count > 0
            || script.Commands.Count > 1
            || command.Redirections.Count > 0
            || !ReplacesShell(command))
        {
            return null;
        }

        var operands = command.Operands();
        if (operands.Count != 2 || !command.HasFlag("s", "symbolic") || run.Span.Line != run.Span.EndLine) return null;
        var target = operands[0].Value;
        var name = target.Substring(target.LastIndexOf('/') + 1);
        if (!Shells.Contains(name) || target.Any(c => !(char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or '_')))
            return null;
        var path = target == name ? "/bin/" + name : target;
        return path[0] == '/'
            ? new Fix("write SHELL", new TextEdit(run.ContentStart, run.ContentLength, $"SHELL [\"{path}\", \"-c\"]"))
            : null;
    }
}
