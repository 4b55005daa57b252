using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package that apt-get installs without a version. Source: hadolint DL3008; its issues 884 and 1253 say why it is
/// off by default.
/// </summary>
public sealed class DG4001UnpinnedAptPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4001UnpinnedAptPackage", "apt package without version", Severity.Off, strict: Severity.Info)
    {
        Aliases = [new("hadolint", "DL3008"), new("kics", "965a08d7-ef86-4f14-8792-4a3b2098937e")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.AptGet.Calls(script, context, "install"))
        {
            if (IsFromSnapshot(call, run, context)) continue;
            UnpinnedPackages.Check(
                call, run, script, context, package => IsPinned(package) || IsNoSinglePackage(package));
        }
    }

    /// <summary>A version, a release, or a file.</summary>
    internal static bool IsPinned(string package) =>
        package.IndexOfAny(['=', '/']) >= 0 || package.EndsWith(".deb", StringComparison.Ordinal);

    /// <summary>A hyphen behind a name removes the package, a caret makes it a task; neither takes a version.</summary>
    private static bool IsNoSinglePackage(string package) => package[package.Length - 1] is '-' or '^';

    /// <summary>
    /// An archive of one day has one version of each package. A list of sources that is copied in may name such an
    /// archive.
    /// </summary>
    private static bool IsFromSnapshot(PackageCommand call, RunInstruction run, FileContext context) =>
        call.Command.HasFlag("S", "snapshot")
        || EarlierSettings.Hold("snapshot.debian.org", "/etc/apt/sources.list", run, context)
        || EarlierSettings.Hold("snapshot.ubuntu.com", "/etc/apt/sources.list", run, context);
}
