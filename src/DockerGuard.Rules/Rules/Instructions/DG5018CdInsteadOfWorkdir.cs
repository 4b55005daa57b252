using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// cd at the end of a RUN changes nothing: the next instruction starts in the WORKDIR again. Source: hadolint DL3003,
/// Trivy DS-0013, KICS.
/// </summary>
public sealed class DG5018CdInsteadOfWorkdir : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5018CdInsteadOfWorkdir", "cd where WORKDIR is meant", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3003"), new("trivy", "DS-0013"), new("kics", "f4a6bcd3-e231-4acf-993c-aa027be50d2e"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = ["cd"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        // What comes before other commands in its RUN is there for them.
        if (script.Commands.Count == 0) return;
        var last = script.Commands[script.Commands.Count - 1];
        if (last.Is("cd") && IsTopLevel(last, script))
        {
            context.Report(
                last.Span, $"nothing follows '{last.Text}' in this RUN, so it changes nothing; WORKDIR does");
        }
    }

    private static bool IsTopLevel(SimpleCommand command, ShellScript script) =>
        command.Pipeline?.Parent is ShellAndOr { Parent: { } list } && list == script.Body;
}
