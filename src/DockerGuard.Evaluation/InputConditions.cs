using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Construction;

namespace DockerGuard.Evaluation;

/// <summary>
/// The properties by which a project's files decide what a build reads: those in the conditions and paths of items and
/// imports, and those that decide about these. Whoever sets one of them may have a build that reads something else.
/// </summary>
internal sealed class InputConditions
{
    private const string Use = "$(", Exists = "Exists(";

    /// <summary>Items whose files a build would miss.</summary>
    private static readonly string[] Missed =
        ["AdditionalFiles", "Compile", "EmbeddedResource", "ProjectReference", "Protobuf", "Reference"];

    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _madeOf = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, ordered.</summary>
    public IReadOnlyList<string> Properties => Behind(_asked);

    /// <summary>
    /// Whether an item is there only when a file is, and which one cannot be told: then nobody misses any.
    /// </summary>
    public bool AskForFiles { get; private set; }

    /// <summary>Properties, and those that they are made of; ordered.</summary>
    public IReadOnlyList<string> Behind(IEnumerable<string> properties)
    {
        var found = new HashSet<string>(properties, StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(found);
        while (waiting.Count > 0)
        {
            if (!_madeOf.TryGetValue(waiting.Dequeue(), out var others)) continue;
            foreach (var other in others.Where(found.Add)) waiting.Enqueue(other);
        }

        return [.. found.OrderBy(static name => name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The properties that the project's files ask for anywhere, in targets too.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a property that the project's files set.</summary>
    public bool Sets(string property) => _madeOf.ContainsKey(property);

    /// <summary>True when an element, or one around it, is there only when a file is.</summary>
    public static bool IsOptional(ProjectElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
            if (at.Condition?.IndexOf(Exists, StringComparison.OrdinalIgnoreCase) >= 0) return true;
        return false;
    }

    /// <summary>Takes what a file says.</summary>
    public void Add(ProjectRootElement file)
    {
        foreach (var element in file.AllChildren)
        {
            Named.UnionWith(Names(element.Condition));
            Named.UnionWith(Names(element switch
            {
                ProjectPropertyElement property => property.Value,
                ProjectItemElement item => $"{item.Include} {item.Update} {item.Remove} {item.Exclude}",
                ProjectMetadataElement metadata => metadata.Value,
                ProjectTaskElement task => string.Join(" ", task.Parameters.Values),
                ProjectImportElement import => import.Project,
                _ => null,
            }));
            switch (element)
            {
                case ProjectPropertyElement property when property.Parent is ProjectPropertyGroupElement:
                    AddProperty(property);
                    break;
                case ProjectItemElement item when item.Parent?.Parent is not ProjectTargetElement:
                    _asked.UnionWith(Names($"{item.Include} {item.Remove} {item.Exclude}"));
                    _asked.UnionWith(Conditions(item));
                    AskForFiles |= Array.IndexOf(Missed, item.ItemType) >= 0 && IsOptional(item) && IsOpen(item);
                    break;
                case ProjectImportElement import:
                    _asked.UnionWith(Names(import.Project));
                    _asked.UnionWith(Conditions(import));
                    break;
            }
        }
    }

    /// <summary>True for an item made of others, which has no path of its own.</summary>
    private static bool IsOpen(ProjectItemElement item) =>
        item.Include.IndexOf("@(", StringComparison.Ordinal) >= 0
            || item.Include.IndexOf("%(", StringComparison.Ordinal) >= 0;

    private void AddProperty(ProjectPropertyElement property)
    {
        if (!_madeOf.TryGetValue(property.Name, out var names))
            _madeOf.Add(property.Name, names = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        names.UnionWith(Names(property.Value));
        names.UnionWith(Conditions(property));
    }

    /// <summary>What an element and all around it hang on; of a choice also what the others ask for.</summary>
    private static IEnumerable<string> Conditions(ProjectElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            foreach (var name in Names(at.Condition)) yield return name;
            if (at is not ProjectChooseElement choose) continue;
            foreach (var when in choose.WhenElements)
                foreach (var name in Names(when.Condition)) yield return name;
        }
    }

    /// <summary>The properties that an expression names.</summary>
    public static IEnumerable<string> Names(string? expression)
    {
        if (expression is null) yield break;
        for (var at = 0; (at = expression.IndexOf(Use, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Use.Length;
            var end = at;
            while (end < expression.Length && (char.IsLetterOrDigit(expression[end]) || expression[end] is '_' or '-'))
                end++;
            if (end > at) yield return expression.Substring(at, end - at);
        }
    }
}
