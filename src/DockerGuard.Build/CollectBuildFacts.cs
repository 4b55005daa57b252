using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Finds out what the image build of the project will read and keeps it in a file; evaluates nothing while the last
/// answer holds.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CollectBuildFacts : DockerGuardTask
{
    /// <summary>Where the facts are kept.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    private protected override void Guard() =>
        new BuildFactsFile(Project, Files, Reporter, Cancellation).Read(Absolute(nameof(StateFile), StateFile));
}
