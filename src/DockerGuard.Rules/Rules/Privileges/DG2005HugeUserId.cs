using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// useradd with a large user id writes large sparse log files, which a layer holds in full. Source: hadolint DL3046;
/// useradd(8).
/// </summary>
public sealed class DG2005HugeUserId : ShellRule
{
    /// <summary>lastlog has some 300 bytes for each id below the highest: from here on it is about 30 MB.</summary>
    private const long FirstHugeId = 100_000;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG2005HugeUserId", "huge user id", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3046")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["useradd"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
            if (MayWriteLogs(command) && IsHuge(command, run, context, out var id)) Report(command, id, context);
    }

    /// <summary>True for a useradd that keeps the login logs.</summary>
    internal static bool MayWriteLogs(SimpleCommand command) =>
        command.Is("useradd") && !command.HasFlag("l", "no-log-init");

    /// <summary>Reports a user id that is too large.</summary>
    internal static void Report(SimpleCommand command, string id, FileContext context) =>
        context.Report(
            command.NameWord!.Span,
            $"useradd with the user id {id} blows the login logs up to that size; --no-log-init leaves them alone",
            ShellFixes.InsertAfter(command.NameWord!, command, "--no-log-init", context));

    private static bool IsHuge(SimpleCommand command, RunInstruction run, FileContext context, out string id)
    {
        id = command.FlagValue("u", "uid") ?? "";
        if (run.Stage is { } stage) id = context.Build[stage].Expand(id, run);
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= FirstHugeId;
    }
}
