using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>dnf, microdnf or tdnf install that nobody has told to go on. Source: hadolint DL3038, dnf(8).</summary>
public sealed class DG4011DnfInstallWithoutYes : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4011DnfInstallWithoutYes", "dnf install without -y", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3038"), new("kics", "7ebd323c-31b7-4e5b-b26f-de5e9e477af8")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Dnf.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context) =>
        RpmInstalls.CheckYes(PackageManager.Dnf, "dnf/", run, script, context);
}
