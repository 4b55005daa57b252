using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package that apk adds without a version. Source: hadolint DL3018; off by default because Alpine keeps only the
/// newest version of a branch.
/// </summary>
public sealed class DG4006UnpinnedApkPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4006UnpinnedApkPackage", "apk package without version", Severity.Off, strict: Severity.Info)
    {
        Aliases = [new("hadolint", "DL3018"), new("kics", "d3499f6d-1651-41bb-a9a7-de925fea487b")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Apk.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Apk.Calls(script, context, "add"))
            UnpinnedPackages.Check(call, run, script, context, package => IsPinned(package) || package[0] == '!');
    }

    /// <summary>A version, the bounds of one, or a file.</summary>
    internal static bool IsPinned(string package) =>
        package.IndexOfAny(['=', '~', '<', '>']) >= 0 || package.EndsWith(".apk", StringComparison.Ordinal);
}
