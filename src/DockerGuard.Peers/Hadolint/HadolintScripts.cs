using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// The scripts hadolint gives to ShellCheck: those of RUN itself, with nothing known of the variables inside ONBUILD.
/// </summary>
internal sealed class HadolintScripts(BuildEvaluation build) : EmbeddedScripts(build)
{
    private static readonly string[] LeftAlone = ["pwsh", "powershell", "cmd"];

    protected override bool ReadsNested => false;

    protected override bool SeesVariables(RunInstruction run) => !run.IsOnBuild;

    /// <summary>The first word of SHELL, whatever it is.</summary>
    protected override string? ShebangOf(RunInstruction run, ShellScript script, out bool isPortable)
    {
        isPortable = false;
        var shell = run.IsOnBuild ? ["/bin/sh"] : ShellOf(run);
        var text = string.Join(" ", shell);
        if (LeftAlone.Any(other => text.IndexOf(other, StringComparison.Ordinal) >= 0)) return null;
        return shell.Count > 0 && shell[0].IndexOfAny(['\n', '\r']) < 0 ? "#!" + shell[0] : null;
    }
}
