using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>yarn leaves its downloads in a layer that ships. Source: hadolint DL3060.</summary>
public sealed class DG4023YarnCacheLeft : ShellRule
{
    internal static readonly PackageCache Cache = new(".cache/yarn", "YARN_CACHE_FOLDER", "cache-folder");

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4023YarnCacheLeft", "yarn cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3060", Severity.Info)],
    };

    public override IReadOnlyList<string> Commands { get; } = ["yarn"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run)) return;
        SimpleCommand? install = null;
        foreach (var command in context.CommandsOf(script))
        {
            if (Cleans(command) || Cache.IsDeletedBy(command)) install = null;
            else if (Installs(command)) install ??= command;
        }

        if (install is not null && !Cache.IsMounted(run, install, context)) Report(install, context);
    }

    /// <summary>True for <c>yarn cache clean</c>.</summary>
    internal static bool Cleans(SimpleCommand command) => command.Is("yarn") && command.HasArgument("cache", "clean");

    /// <summary>Reports an installation that keeps its downloads.</summary>
    internal static void Report(SimpleCommand install, FileContext context) =>
        context.Report(
            install.NameWord!.Span,
            "yarn keeps its downloads in this layer; yarn cache clean after it, or a cache mount, leaves them out");

    /// <summary>A bare <c>yarn</c> installs, and so does <c>add</c>.</summary>
    private static bool Installs(SimpleCommand command)
    {
        if (!command.Is("yarn")) return false;
        var operands = command.Operands(
            "cwd", "cache-folder", "modules-folder", "network-timeout", "registry", "mutex", "prefix");
        if (operands.Count == 0) return !command.HasFlag("version", "v", "help", "h");
        return operands[0].Value is "install" or "add"
            || (operands.Count > 1 && operands[0].Value == "global" && operands[1].Value == "add");
    }
}
