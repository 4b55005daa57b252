using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package that dnf, microdnf or tdnf installs without a version. Source: hadolint DL3041; off by default because
/// mirrors drop old versions.
/// </summary>
public sealed class DG4013UnpinnedDnfPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4013UnpinnedDnfPackage", "dnf package without version", Severity.Off, strict: Severity.Info)
    {
        Aliases = [new("hadolint", "DL3041"), new("kics", "93d88cf7-f078-46a8-8ddc-178e03aeacf1")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Dnf.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context) =>
        RpmInstalls.CheckVersions(PackageManager.Dnf, run, script, context);
}
