using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Policy.Yaml;

/// <summary>A piece of a YAML document with the place it is written at.</summary>
internal abstract class YamlNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    /// <summary>The node's kind as an error names it, with its article.</summary>
    public abstract string Kind { get; }
}

/// <summary>
/// Text: everything that is neither map nor list. YAML's guesses about numbers, dates and booleans are not made here.
/// </summary>
internal sealed class YamlScalar(string text, bool isPlain, SourceSpan span) : YamlNode(span)
{
    public string Text { get; } = text;

    /// <summary>True for nothing at all and for YAML's unquoted words for nothing.</summary>
    public bool IsEmpty { get; } = isPlain && text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsEmpty ? "empty" : "text";
}

/// <summary>A list in block (<c>- item</c>) or flow (<c>[item]</c>) style.</summary>
internal sealed class YamlList(IReadOnlyList<YamlNode> items, SourceSpan span) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Kind => "a list";
}

/// <summary>A map whose keys are text and differ from each other.</summary>
internal sealed class YamlMap(IReadOnlyList<YamlEntry> entries, SourceSpan span) : YamlNode(span)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a map";
}

/// <summary>
/// A construct that policies do not use. Its error is already reported, so readers pass over it in silence.
/// </summary>
internal sealed class YamlRefused(SourceSpan span) : YamlNode(span)
{
    public override string Kind => "refused";
}

/// <summary>One key of a map with its value.</summary>
internal sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;

    public string Name => Key.Text;
}
