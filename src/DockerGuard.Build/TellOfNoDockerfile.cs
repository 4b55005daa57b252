using System.IO;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Tells who calls for work on a project's Dockerfiles that there is none, and how to name one.</summary>
[MSBuildMultiThreadableTask]
public sealed class TellOfNoDockerfile : DockerGuardTask
{
    private protected override void Guard() =>
        Reporter.Say(
            $"{Path.GetFileName(ProjectFile)} has no Dockerfile; one of another name or place is an item "
                + "DockerGuardDockerfile");
}
