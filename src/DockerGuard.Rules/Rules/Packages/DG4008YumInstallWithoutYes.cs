using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>yum install that nobody has told to go on. Source: hadolint DL3030, yum(8).</summary>
public sealed class DG4008YumInstallWithoutYes : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG4008YumInstallWithoutYes", "yum install without -y", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3030"), new("kics", "6e19193a-8753-436d-8a09-76dcff91bb03")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Yum.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context) =>
        RpmInstalls.CheckYes(PackageManager.Yum, "/etc/yum", run, script, context);
}
