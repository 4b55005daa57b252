using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;

namespace DockerGuard.Build.Tests;

/// <summary>Facts and settings as a target hands them to a task.</summary>
internal static class Items
{
    /// <summary>An item a pair: its name, and the metadata <c>Value</c>.</summary>
    public static ITaskItem[] Of(params (string Name, string Value)[] pairs) =>
        [
            .. pairs.Select(pair => MSBuildItem.Create(new KeyValuePair<string, string>(pair.Name, pair.Value)))
                .Cast<ITaskItem>(),
        ];
}
