using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>pip leaves its downloads in a layer that ships. Source: hadolint DL3042, KICS.</summary>
public sealed class DG4019PipCacheLeft : ShellRule
{
    internal const string Switch = "PIP_NO_CACHE_DIR";
    internal static readonly PackageCache Cache = new(".cache/pip", "PIP_CACHE_DIR", "cache-dir");

    private static readonly string[] TrueValues = ["1", "true", "on", "yes", "t", "y"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4019PipCacheLeft", "pip cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3042"), new("kics", "f2f903fb-b977-461e-98d7-b3e2185c6118")],
    };

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (IsSwitchedOff(run, context) || !context.Ships(run)) return;
        var installs = Installs(script, context);
        if (installs.Count == 0) return;
        var commands = context.CommandsOf(script).ToList();
        if (commands.FindLastIndex(Cleans) > commands.IndexOf(installs[installs.Count - 1].Command)) return;

        foreach (var install in installs)
            if (KeepsDownloads(install) && !Cache.IsMounted(run, install.Command, context)) Report(install, context);
    }

    /// <summary>What a script installs; nothing when it switches the cache off itself.</summary>
    internal static IReadOnlyList<PipInstall> Installs(ShellScript script, FileContext context)
    {
        List<PipInstall>? installs = null;
        foreach (var command in context.CommandsOf(script))
            if (PipInstall.Read(command) is { IsPipx: false } install) (installs ??= []).Add(install);
        return installs is null || script.Commands.Any(SwitchesOff) ? [] : installs;
    }

    /// <summary>True without the flag; pip takes an unambiguous beginning of a flag for the flag.</summary>
    internal static bool KeepsDownloads(PipInstall install) => !install.Command.HasFlag("no-cache-dir", "no-cache");

    /// <summary>True when the environment of a stage switches the cache off.</summary>
    internal static bool IsSwitchedOff(RunInstruction run, FileContext context) =>
        run.Stage is { } stage
            && context.Build[stage].StateBefore(run).Variables.TryGetValue(Switch, out var value)
            && IsTrue(value);

    /// <summary>True for what switches the cache off.</summary>
    internal static bool IsTrue(string? value) => TrueValues.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports an installation that keeps its downloads.</summary>
    internal static void Report(PipInstall install, FileContext context) =>
        context.Report(
            install.Verb.Span, "pip keeps its downloads in this layer; --no-cache-dir leaves them out",
            ShellFixes.InsertAfter(install.Verb, install.Command, "--no-cache-dir", context));

    /// <summary>The switch before the command, behind <c>env</c>, or with <c>export</c>.</summary>
    private static bool SwitchesOff(SimpleCommand command) =>
        command.Assignments.Any(assignment => assignment.Name == Switch && IsTrue(assignment.Value.Value))
        || (command.Is("export", "env") && command.Arguments.Any(argument =>
            argument.Value.StartsWith(Switch + "=", StringComparison.Ordinal)
                && IsTrue(argument.Value.Substring(Switch.Length + 1))));

    private static bool Cleans(SimpleCommand command) =>
        Cache.IsDeletedBy(command) || (command.HasArgument("cache") && command.HasArgument("purge"));
}
