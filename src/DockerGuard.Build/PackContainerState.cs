using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>
/// Puts the labels and variables of a multi-platform image into one label, which the SDK hands to the inner builds of
/// this publish and of no other.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class PackContainerState : Task
{
    /// <summary>All labels of the image.</summary>
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>All environment variables the project sets.</summary>
    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    /// <summary>The label that holds them.</summary>
    [Output]
    public ITaskItem? State { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var state = new ContainerState
        {
            Labels = [.. Labels.Select(MSBuildItem.Read)],
            Variables = [.. EnvironmentVariables.Select(MSBuildItem.Read)],
        };
        State = MSBuildItem.Create(new(ContainerState.LabelName, state.Pack()));
        return true;
    }
}
