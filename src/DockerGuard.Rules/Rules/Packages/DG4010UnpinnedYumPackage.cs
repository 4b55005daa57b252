using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package that yum installs without a version. Source: hadolint DL3033; off by default because mirrors drop old
/// versions.
/// </summary>
public sealed class DG4010UnpinnedYumPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4010UnpinnedYumPackage", "yum package without version", Severity.Off, strict: Severity.Info)
    {
        Aliases = [new("hadolint", "DL3033"), new("kics", "6452c424-1d92-4deb-bb18-a03e95d579c4")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Yum.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context) =>
        RpmInstalls.CheckVersions(PackageManager.Yum, run, script, context);
}
