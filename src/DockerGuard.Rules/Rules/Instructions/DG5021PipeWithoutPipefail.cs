using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A command before a pipe fails and the RUN goes on. Source: hadolint DL4006, KICS; POSIX.1-2024, set -o pipefail.
/// </summary>
public sealed class DG5021PipeWithoutPipefail : ShellRule
{
    /// <summary>
    /// Commands that write what they are told or read files of the image: they fail only when the line itself is wrong.
    /// That grep finds nothing is no failure, and <c>yes</c> always fails when its reader has had enough: with pipefail
    /// these would break a good build.
    /// </summary>
    private static readonly string[] SureCommands =
    [
        "echo", "printf", "true", ":", "yes", "set", "cat", "tac", "head", "tail", "grep", "egrep", "fgrep", "sed",
        "awk", "gawk", "cut", "tr", "sort",
        "uniq", "wc", "ls", "find", "env", "id", "uname", "date", "dpkg-query", "rpm", "basename", "dirname", "tee",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5021PipeWithoutPipefail", "pipe that hides a failure", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL4006"), new("kics", "efbf148a-67e9-42d2-ac47-02fa1c0d0b22")],
    };

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var pipeline in context.PipelinesOf(script))
            if (FindHidden(pipeline, script.Dialect) is { } hidden) Report(hidden, context);
    }

    /// <summary>Reports a command whose failure is lost.</summary>
    internal static void Report(ShellCommand hidden, FileContext context) =>
        context.Report(
            SpanOf(hidden),
            $"the failure of {NameOf(hidden)} is lost: without pipefail a pipe fails only when its last command does");

    /// <summary>The first member whose failure pipefail would bring to light.</summary>
    private static ShellCommand? FindHidden(ShellPipeline pipeline, ShellDialect dialect)
    {
        var last = pipeline.Commands[pipeline.Commands.Count - 1];
        if (pipeline.HasPipefail || dialect is ShellDialect.PowerShell or ShellDialect.Cmd) return null;
        // Where even the last command's failure is tested, ignored or not noticed, the first one's is no worse.
        if (last is SimpleCommand { OnFailure: not (FailureOutcome.Fails or FailureOutcome.Handled) }) return null;
        return pipeline.Commands.Take(pipeline.Commands.Count - 1)
            .FirstOrDefault(command => command is not SimpleCommand simple || !simple.Is(SureCommands));
    }

    private static SourceSpan SpanOf(ShellCommand command) =>
        (command as SimpleCommand)?.NameWord?.Span ?? command.Span;

    private static string NameOf(ShellCommand command) =>
        command is SimpleCommand { NameWord: { } name } ? $"'{name}'" : "what stands before the pipe";
}
