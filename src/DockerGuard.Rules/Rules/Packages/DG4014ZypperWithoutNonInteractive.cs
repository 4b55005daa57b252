using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>zypper that nobody has told to go on. Source: hadolint DL3034, zypper(8).</summary>
public sealed class DG4014ZypperWithoutNonInteractive : ShellRule
{
    private static readonly string[] YesFlags = ["non-interactive", "no-confirm", "y"];
    private static readonly string[] PeerVerbs = ["install", "in", "remove", "rm", "source-install", "si", "patch"];
    private static readonly string[] Verbs = [.. PeerVerbs, "update", "up", "dist-upgrade", "dup"];

    public override RuleDescriptor Descriptor { get; } =
        new("DG4014ZypperWithoutNonInteractive", "zypper without --non-interactive", Severity.Warning, strict: Severity.Error)
        {
            Aliases = [new("hadolint", "DL3034"), new("kics", "45e1fca5-f90e-465d-825f-c2cb63fa3944")],
        };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var isPeer = context.Follows(Profiles.Hadolint);
        foreach (var call in PackageManager.Zypper.Calls(script, context, isPeer ? PeerVerbs : Verbs))
        {
            if (call.Command.HasFlag(YesFlags) || (call.Command.FindFlag("n") is { } flag && (isPeer || IsGlobal(flag, call)))) continue;
            var fix = ShellFixes.InsertAfter(call.Command.NameWord!, call.Command, "--non-interactive", context);
            UnansweredQuestion.Report(call, run, script, context, YesFlags, fix);
        }
    }

    /// <summary>Behind the verb -n means --name, which answers nothing.</summary>
    private static bool IsGlobal(ShellWord flag, PackageCommand call) => flag.SourceStart < call.Verb.SourceStart;
}
