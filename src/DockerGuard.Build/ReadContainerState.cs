using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Checks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>
/// Gives an inner build of a multi-platform publish the labels and variables its outer build computed, uncut.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReadContainerState : Task
{
    /// <summary>The file the outer build wrote; relative to <see cref="ProjectDirectory"/> or absolute.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    [Required]
    public string ProjectDirectory { get; set; } = "";

    [Output]
    public ITaskItem[] Labels { get; set; } = [];

    [Output]
    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var path = Path.Combine(ProjectDirectory, StateFile);
        if (new TaskFiles(new DiagnosticReporter(Log, new ProjectWarnings(path))).TryRead(path) is not { } text)
            return false;
        var state = ContainerState.Parse(text);
        Labels = Items(state.Labels);
        EnvironmentVariables = Items(state.Variables);
        return true;
    }

    private static ITaskItem[] Items(IEnumerable<KeyValuePair<string, string>> pairs) =>
        [.. pairs.Select(MSBuildItem.Create)];
}
