using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// wget draws its progress into the build log. Source: hadolint DL3047; GNU wget's manual for the flags.
/// </summary>
public sealed class DG4024WgetProgress : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4024WgetProgress", "wget that fills the build log", Severity.Info)
    {
        Aliases = [new("hadolint", "DL3047", Severity.Info)],
    };

    public override IReadOnlyList<string> Commands { get; } = ["wget"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var libc = LibcOf(run, context);
        // BusyBox has a wget of its own, which writes a line a second and refuses GNU's flag.
        if (libc == Libc.Musl) return;
        foreach (var command in context.CommandsOf(script))
            if (DrawsProgress(command) && !IsSilentAnyway(command)) Report(command, libc, context);
    }

    /// <summary>True for a wget that no flag keeps from it; PowerShell's wget is another command.</summary>
    internal static bool DrawsProgress(SimpleCommand command) =>
        command.Is("wget") && command.Dialect is not (ShellDialect.PowerShell or ShellDialect.Cmd)
        && !command.HasFlag("progress", "q", "quiet", "o", "output-file", "a", "append-output", "nv", "no-verbose");

    /// <summary>Reports a wget that draws.</summary>
    internal static void Report(SimpleCommand command, Libc? libc, FileContext context)
    {
        var fix = libc == Libc.Glibc
            ? ShellFixes.InsertAfter(command.NameWord!, command, "--progress=dot:giga", context)
            : null;
        context.Report(command.NameWord!.Span, "wget writes its progress bar into the build log", fix);
    }

    /// <summary>
    /// Which family the base is of, as far as its name tells: Alpine's has BusyBox, the others get wget from GNU.
    /// </summary>
    internal static Libc? LibcOf(RunInstruction run, FileContext context)
    {
        if (run.Stage is not { } stage || context.Build[stage].ExternalFrom.Stage is not { } root) return null;
        if (context.ImageOf(context.Build[root])?.Catalog is { } known) return known.Family.Libc;
        if (!ImageReference.TryParse(context.Build[root].ImageName, out var image)) return null;
        var name = image.Repository.Substring(image.Repository.LastIndexOf('/') + 1);
        if (name is "alpine" or "busybox" || image.Tag?.IndexOf("alpine", StringComparison.Ordinal) >= 0)
            return Libc.Musl;
        return name is "debian" or "ubuntu" or "buildpack-deps" ? Libc.Glibc : null;
    }

    private static bool IsSilentAnyway(SimpleCommand command) =>
        command.HasFlag("version", "V", "help", "h", "spider", "b", "background")
        || command.Redirections.Any(redirection => redirection.Operator is "&>" or "&>>"
            || (redirection.IsOutput && redirection.FileDescriptor == 2))
        || (command.Redirections.Any(redirection => redirection.FileDescriptor == 2)
            && command.Redirections.Any(redirection => redirection.IsOutput));
}
