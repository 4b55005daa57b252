using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// zypper dist-upgrade, which moves the whole base to what the repositories hold that day. Source: hadolint DL3035,
/// zypper(8).
/// </summary>
public sealed class DG4015ZypperDistUpgrade : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4015ZypperDistUpgrade", "zypper dist-upgrade", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3035")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Zypper.Calls(script, context, "dist-upgrade", "dup"))
        {
            context.Report(
                call.Verb.Span,
                $"'{call.Title}' exchanges the whole system of the base image; take a newer base instead");
        }
    }
}
