using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// apt-get install that nobody has told to go on. Source: hadolint DL3014, Trivy DS-0021; apt-get(8) on -y and -q.
/// </summary>
public sealed class DG4003AptInstallWithoutYes : ShellRule
{
    private static readonly string[] YesFlags = ["y", "yes", "assume-yes"];
    private static readonly string[] Simulations =
    [
        "s", "simulate", "just-print", "dry-run", "recon", "no-act", "print-uris",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4003AptInstallWithoutYes", "apt-get install without -y", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3014"), new("trivy", "DS-0021"), new("kics", "77783205-c4ca-4f80-bb80-c777f267c547"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.AptGet.Calls(script, context, "install"))
        {
            var isQuiet = call.Command.CountFlag("q", "quiet") >= 2;
            if (SaysYes(call.Command) || isQuiet || call.Command.HasFlag(Simulations)) continue;
            UnansweredQuestion.Check(
                call, run, script, context, YesFlags, Cure(call, context), ("APT::Get::Assume-Yes", "/apt.conf"));
        }
    }

    /// <summary>True when a flag says yes; quiet twice means yes to apt-get.</summary>
    internal static bool SaysYes(SimpleCommand command) =>
        command.HasFlag(YesFlags) || command.Arguments.Any(argument => argument.Value is "-q=2" or "--quiet=2");

    /// <summary>The flag that says yes, where it belongs.</summary>
    internal static Fix? Cure(PackageCommand call, FileContext context) =>
        ShellFixes.InsertAfter(call.Verb, call.Command, "-y", context);
}
