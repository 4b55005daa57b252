using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>
/// Gives an inner build of a multi-platform publish the labels and variables its outer build checked, uncut. Without
/// them there is no image.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class UnpackContainerState : Task
{
    /// <summary>The labels the SDK has passed on; one of them holds the state.</summary>
    public ITaskItem[] PassedLabels { get; set; } = [];

    /// <summary>Absolute path of the project, where an error is placed.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>All labels of the image.</summary>
    [Output]
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>All environment variables the project sets.</summary>
    [Output]
    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        string[] values =
        [
            .. PassedLabels.Where(label => label.ItemSpec.Equals(ContainerState.LabelName, StringComparison.Ordinal))
                .Select(label => label.GetMetadata("Value")).Distinct(),
        ];
        if (values.Length != 1 || ContainerState.TryUnpack(values[0]) is not { } state)
        {
            new DiagnosticReporter(Log, new ProjectWarnings(ProjectFile)).Report(
                ToolDiagnostics.UnexpectedFailure,
                Origin.StartOf(ProjectFile),
                "the labels and variables of this publish for several platforms have not reached its inner build; "
                    + $"publish with -t:PublishContainer, and name no label '{ContainerState.LabelName}'");
            return false;
        }

        Labels = Items(state.Labels);
        EnvironmentVariables = Items(state.Variables);
        return true;
    }

    private static ITaskItem[] Items(IEnumerable<KeyValuePair<string, string>> pairs) =>
        [.. pairs.Select(MSBuildItem.Create)];
}
