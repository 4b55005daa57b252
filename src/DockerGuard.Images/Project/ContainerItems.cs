using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerGuard.Images.Project;

/// <summary>The items of which the SDK's container publish makes an image, as one text a type.</summary>
public static class ContainerItems
{
    /// <summary>Their types.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "ContainerPort", "ContainerEnvironmentVariable", "ContainerLabel", "ContainerAppCommand",
        "ContainerAppCommandArgs", "ContainerEntrypoint", "ContainerEntrypointArgs", "ContainerDefaultArgs",
    ];

    private static readonly char[] LineEnd = ['\n'];

    /// <summary>The metadata that counts besides an item's name: <c>Type</c> of a port, else <c>Value</c>.</summary>
    public static string MetadataOf(string type) => type == Types[0] ? "Type" : "Value";

    /// <summary>Whether a name is one of the types.</summary>
    public static bool IsOne(string name) => Types.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Items, by name and metadata, as text.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> items)
    {
        if (items is null) throw new ArgumentNullException(nameof(items));
        var text = new StringBuilder();
        foreach (var item in items) BuildFactsText.Line(text, item.Key, item.Value);
        return text.ToString();
    }

    /// <summary>The items as they are in the other configuration; what a target or nobody's file added stays.</summary>
    /// <param name="here">The items in the configuration that is built.</param>
    /// <param name="value">In what the two differ; null for nothing.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> There(
        IReadOnlyList<KeyValuePair<string, string>> here, ConfigurationValue? value)
    {
        if (here is null) throw new ArgumentNullException(nameof(here));
        if (value is null) return here;
        var there = Lines(value.There).Select(BuildFactsText.Fields).Where(static fields => fields.Length == 2)
            .Select(static fields => new KeyValuePair<string, string>(fields[0], fields[1]))
            .ToList();
        var known = Lines(value.Here);
        return
        [
            .. there,
            .. here.Where(item => !there.Contains(item) && !known.Contains(MarkOf(Write([item]).TrimEnd(LineEnd)))),
        ];
    }

    /// <summary>By what the items of a text are known again.</summary>
    internal static string Marks(string text) => string.Join("\n", Lines(text).Select(MarkOf));

    private static string MarkOf(string line) => ConfigurationValue.Mark(line);

    private static string[] Lines(string text) => text.Split(LineEnd, StringSplitOptions.RemoveEmptyEntries);
}
