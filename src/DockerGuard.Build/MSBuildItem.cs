using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>Items with a name and the metadata <c>Value</c>, as the SDK's container items are.</summary>
public static class MSBuildItem
{
    /// <summary>An item's name and its metadata <c>Value</c>.</summary>
    public static KeyValuePair<string, string> Read(ITaskItem item) => new(item.ItemSpec, item.GetMetadata("Value"));

    /// <summary>The project that items tell of, one a property.</summary>
    public static ProjectFacts FactsOf(IEnumerable<ITaskItem> items) => ProjectFacts.From(items.ToDictionary(
        static item => item.ItemSpec, static item => item.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase));

    /// <summary>Names and values are escaped: a <c>%41</c> or <c>;</c> of the user stays what it is.</summary>
    public static ITaskItem Create(KeyValuePair<string, string> pair)
    {
        var item = new TaskItem(Escape(pair.Key));
        item.SetMetadata("Value", Escape(pair.Value));
        return item;
    }

    /// <summary>
    /// MSBuild's own escape is in an assembly a task does not need otherwise; these are the characters it would read.
    /// </summary>
    private static string Escape(string text) =>
        text.Replace("%", "%25")
            .Replace(";", "%3B")
            .Replace("*", "%2A")
            .Replace("?", "%3F")
            .Replace("$", "%24")
            .Replace("@", "%40")
            .Replace("'", "%27")
            .Replace("(", "%28")
            .Replace(")", "%29");
}
