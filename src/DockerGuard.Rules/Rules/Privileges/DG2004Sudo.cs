using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// RUN calls sudo, which a build has no use for and an image should not hold. Source: hadolint DL3004, Trivy DS-0010,
/// Checkov CKV2_DOCKER_1, dockle DKL-DI-0001.
/// </summary>
public sealed class DG2004Sudo : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG2004Sudo", "sudo", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3004", Severity.Error), new("trivy", "DS-0010"), new("checkov", "CKV2_DOCKER_1"),
            new("kics", "8ada6e80-0ade-439e-b176-0b28f6bce35a"), new("dockle", "DKL-DI-0001"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = ["sudo"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (!command.Is("sudo") || command.Dialect is ShellDialect.PowerShell or ShellDialect.Cmd) continue;
            var fix = command.Arguments.Count > 0
                && command.Wrapped?.NameWord == command.Arguments[0]
                && RunsAsRoot(run, context)
                ? ShellFixes.Remove(command.NameWord!, command.Arguments[0], command, context)
                : null;
            context.Report(command.NameWord!.Span, "sudo has no place in a build: USER says who a RUN runs as", fix);
        }
    }

    /// <summary>
    /// True when root is known to run it, so that sudo changes nothing; an unknown base may have another user.
    /// </summary>
    private static bool RunsAsRoot(RunInstruction run, FileContext context)
    {
        if (run.IsOnBuild || run.Stage is not { } stage) return false;
        var user = context.Build[stage].StateBefore(run).User;
        return user is null ? context.Build[stage].Base is not null : ImageUser.Parse(user).IsRoot;
    }
}
