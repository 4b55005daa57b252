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
/// Packages nobody asked for, which apt-get installs because others recommend them. Source: hadolint DL3015, Trivy
/// DS-0029, CIS 4.3.
/// </summary>
public sealed class DG4004AptRecommendedPackages : ShellRule
{
    internal const string Flag = "no-install-recommends";
    internal const string Option = "APT::Install-Recommends";

    public override RuleDescriptor Descriptor { get; } =
        new(
            "DG4004AptRecommendedPackages",
            "recommended apt packages in the image",
            Severity.Info,
            strict: Severity.Warning,
            cis: Severity.Info)
        {
            Aliases =
            [
                new("hadolint", "DL3015", Severity.Info), new("trivy", "DS-0029"),
                new("kics", "7384dfb2-fcd1-4fbf-91cd-6c44c318c33c"), new("cis", "CIS-4.3"),
            ],
        };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run)) return;
        foreach (var call in PackageManager.AptGet.Calls(script, context, "install"))
            if (!call.Command.HasFlag(Flag) && !IsSet(call.Command, run, script, context)) Report(call, context);
    }

    /// <summary>Reports a call that installs more than it names.</summary>
    internal static void Report(PackageCommand call, FileContext context) =>
        context.Report(
            call.Verb.Span, $"'{call.Title}' also installs what its packages recommend: it has no --{Flag}",
            ShellFixes.InsertAfter(call.Verb, call.Command, "--" + Flag, context));

    private static bool IsSet(SimpleCommand command, RunInstruction run, ShellScript script, FileContext context) =>
        command.Arguments.Any(argument => argument.Value.IndexOf(Option, StringComparison.OrdinalIgnoreCase) >= 0)
        || ConstantWords.MayHoldFlag(command, run, script, context, Flag)
        || EarlierSettings.Hold(Option, "/apt.conf", run, context);
}
