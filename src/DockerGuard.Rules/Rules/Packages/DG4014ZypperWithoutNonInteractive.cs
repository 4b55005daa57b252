using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>zypper that nobody has told to go on. Source: hadolint DL3034, zypper(8).</summary>
public sealed class DG4014ZypperWithoutNonInteractive : ShellRule
{
    private static readonly string[] YesFlags = ["non-interactive", "no-confirm", "y"];
    private static readonly string[] Verbs =
    [
        "install", "in", "remove", "rm", "source-install", "si", "patch", "update", "up", "dist-upgrade", "dup",
    ];

    public override RuleDescriptor Descriptor { get; } =
        new(
            "DG4014ZypperWithoutNonInteractive",
            "zypper without --non-interactive",
            Severity.Warning,
            strict: Severity.Error)
        {
            Aliases = [new("hadolint", "DL3034"), new("kics", "45e1fca5-f90e-465d-825f-c2cb63fa3944")],
        };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Zypper.Calls(script, context, Verbs))
        {
            if (SaysYes(call.Command) || (call.Command.FindFlag("n") is { } flag && IsGlobal(flag, call))) continue;
            UnansweredQuestion.Check(call, run, script, context, YesFlags, Cure(call, context));
        }
    }

    /// <summary>True when a flag says yes whose meaning does not depend on its place.</summary>
    internal static bool SaysYes(SimpleCommand command) => command.HasFlag(YesFlags);

    /// <summary>The flag that says yes, where it belongs.</summary>
    internal static Fix? Cure(PackageCommand call, FileContext context) =>
        ShellFixes.InsertAfter(call.Command.NameWord!, call.Command, "--non-interactive", context);

    /// <summary>Behind the verb -n means --name, which answers nothing.</summary>
    private static bool IsGlobal(ShellWord flag, PackageCommand call) => flag.SourceStart < call.Verb.SourceStart;
}
