using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>wget draws its progress into the build log. Source: hadolint DL3047; GNU wget's manual for the flags.</summary>
public sealed class DG4024WgetProgress : ShellRule
{
    private static readonly string[] GnuBases = ["debian", "ubuntu", "buildpack-deps"];

    public override RuleDescriptor Descriptor { get; } = new("DG4024WgetProgress", "wget that fills the build log", Severity.Info)
    {
        Aliases = [new("hadolint", "DL3047", Severity.Info)],
    };

    public override IReadOnlyList<string> Commands { get; } = ["wget"];

    public override void Check(RunInstruction run, ShellScript script, RuleContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            // PowerShell's wget is another command.
            if (!command.Is("wget") || command.Dialect is ShellDialect.PowerShell or ShellDialect.Cmd) continue;
            if (command.HasFlag("progress", "q", "quiet", "o", "output-file", "a", "append-output", "nv", "no-verbose")) continue;
            if (!context.Follows(Profiles.Hadolint) && IsSilentAnyway(command)) continue;
            // BusyBox has a wget of its own, which refuses the flag.
            var edit = HasGnuWget(run, context) ? PlainWords.AddAfter(run, command.NameWord!, "--progress=dot:giga", context) : null;
            context.Report(command.NameWord!.Span, "wget writes its progress bar into the build log", edit is null ? null : new Fix("add --progress=dot:giga", edit));
        }
    }

    private static bool IsSilentAnyway(SimpleCommand command) =>
        command.HasFlag("version", "V", "help", "h", "spider", "b", "background")
        || command.Redirections.Any(redirection => redirection.Operator is "&>" or "&>>" || (redirection.IsOutput && redirection.FileDescriptor == 2))
        || (command.Redirections.Any(redirection => redirection.FileDescriptor == 2) && command.Redirections.Any(redirection => redirection.IsOutput));

    /// <summary>True when the base is known to have GNU's wget, or none at all that did not come from its packages.</summary>
    private static bool HasGnuWget(RunInstruction run, RuleContext context)
    {
        if (run.Stage is not { } named) return false;
        var stage = context.Build[named];
        while (stage.BaseStage is { } below) stage = below;
        if (!ImageReference.TryParse(stage.ImageName, out var image)) return false;
        return context.Catalog.Find(image)?.Family.Libc == Libc.Glibc || GnuBases.Contains(image.Repository.Split('/').Last(), StringComparer.Ordinal);
    }
}
