using System.Linq;
using DockerGuard.Rules;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by building twice.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerfileTask
{
    /// <summary>True when nothing was reported: only then may Visual Studio skip the next lint.</summary>
    [Output]
    public bool IsClean { get; set; }

    private protected override void Guard()
    {
        if (LoadPolicy() is not { } policy) return;
        var findings = ReadDockerfiles(policy).SelectMany(Linter.LintDockerfile).ToList();

        // Once for all files: a waiver that has expired is one finding.
        Reporter.Report(policy.ApplyWaivers(findings, Day));
        IsClean = Reporter.Count == 0;
    }
}
