using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package that zypper installs without a version. Source: hadolint DL3037; off by default because mirrors drop old
/// versions.
/// </summary>
public sealed class DG4017UnpinnedZypperPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4017UnpinnedZypperPackage", "zypper package without version", Severity.Off, strict: Severity.Info)
    {
        Aliases = [new("hadolint", "DL3037"), new("kics", "562952e4-0348-4dea-9826-44f3a2c6117b")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Zypper.Calls(script, context, "install", "in"))
        {
            if (call.Command.FlagValue("t", "type") is not (null or "package")) continue;
            UnpinnedPackages.Check(
                call, run, script, context, package => IsPinned(package) || IsNoPackageToInstall(package));
        }
    }

    /// <summary>A version, the bounds of one, or a file.</summary>
    internal static bool IsPinned(string package) =>
        package.IndexOfAny(['=', '<', '>']) >= 0 || package.EndsWith(".rpm", StringComparison.Ordinal);

    /// <summary>
    /// A sign before a name removes the package; patterns and patches have their kind before a colon.
    /// </summary>
    private static bool IsNoPackageToInstall(string package) =>
        package[0] is '!' or '~'
            || package.StartsWith("pattern:", StringComparison.Ordinal)
            || package.StartsWith("patch:", StringComparison.Ordinal);
}
