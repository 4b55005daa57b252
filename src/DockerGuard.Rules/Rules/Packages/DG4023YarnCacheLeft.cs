using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>yarn leaves its downloads in a layer that ships. Source: hadolint DL3060.</summary>
public sealed class DG4023YarnCacheLeft : ShellRule
{
    private static readonly PackageCache Cache = new(".cache/yarn", "YARN_CACHE_FOLDER", "cache-folder");

    public override RuleDescriptor Descriptor { get; } = new("DG4023YarnCacheLeft", "yarn cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3060", Severity.Info)],
    };

    public override IReadOnlyList<string> Commands { get; } = ["yarn"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var isHadolint = context.Follows(Profiles.Hadolint);
        // hadolint does not ask of ONBUILD which stage it stands in.
        if (!context.Ships(run) && !(isHadolint && run.IsOnBuild)) return;
        SimpleCommand? install = null;
        foreach (var command in context.CommandsOf(script))
        {
            if (command.Is("yarn") && command.HasArgument("cache", "clean")) install = null;
            else if (!isHadolint && Cache.IsDeletedBy(command)) install = null;
            else if (Installs(command, isHadolint)) install ??= command;
        }

        if (install is null || Cache.IsMounted(run, install, context)) return;
        context.Report(install.NameWord!.Span, "yarn keeps its downloads in this layer; yarn cache clean after it, or a cache mount, leaves them out");
    }

    /// <summary>A bare <c>yarn</c> installs, and so does <c>add</c>; hadolint asks for the word.</summary>
    private static bool Installs(SimpleCommand command, bool isHadolint)
    {
        if (!command.Is("yarn")) return false;
        if (isHadolint) return command.HasArgument("install");
        var operands = command.Operands("cwd", "cache-folder", "modules-folder", "network-timeout", "registry", "mutex", "prefix");
        if (operands.Count == 0) return !command.HasFlag("version", "v", "help", "h");
        return operands[0].Value is "install" or "add" || (operands.Count > 1 && operands[0].Value == "global" && operands[1].Value == "add");
    }
}
