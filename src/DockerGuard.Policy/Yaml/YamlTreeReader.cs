using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DockerGuard.Policy.Yaml;

/// <summary>
/// Reads one YAML document into nodes with exact places. What can make a small file large or a clear file ambiguous
/// (anchors, aliases, tags, merge keys, directives, several documents) is refused, and depth and size are bounded.
/// </summary>
internal sealed class YamlTreeReader
{
    /// <summary>The schema is four levels deep; more is a mistake or an attack.</summary>
    internal const int MaxDepth = 16;

    /// <summary>Enough for thousands of waivers.</summary>
    internal const int MaxNodes = 50_000;

    private readonly Parser _parser;
    private readonly PolicyErrors _errors;
    private int _nodes;
    private bool _stopped;

    private YamlTreeReader(string text, PolicyErrors errors)
    {
        _parser = new Parser(new StringReader(text));
        _errors = errors;
    }

    /// <summary>
    /// The document's root, or null when there is none or its syntax is broken; the reason is then in
    /// <paramref name="errors"/>.
    /// </summary>
    public static YamlNode? Read(string text, PolicyErrors errors)
    {
        var reader = new YamlTreeReader(text, errors);
        try
        {
            var root = reader.ReadDocument();
            return reader._stopped ? null : root;
        }
        catch (YamlException exception)
        {
            errors.Add(
                InText(text, Span(exception.Start, exception.End)), "not valid YAML: " + Lowered(exception.Message));
        }
        // The parser hands impossible escapes such as "\U99999999" to the framework, which refuses them in its own
        // ways.
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            var end = reader._parser.Current?.End ?? Mark.Empty;
            errors.Add(InText(text, Span(end, end)), "not valid YAML: the text that follows cannot be decoded");
        }

        return null;
    }

    private ParsingEvent Current => _parser.Current ?? throw new YamlException("Did not find expected value");

    private YamlNode? ReadDocument()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (Current is StreamEnd) return null;

        // "%YAML" and "%TAG" lines stand before the "---" and are part of the same event.
        if (Current is DocumentStart { IsImplicit: false } start && start.Start.Line != start.End.Line)
            _errors.Add(Span(start.Start, start.Start), $"a {_errors.Noun} has no YAML directives");

        _parser.MoveNext();
        var root = ReadNode(1);
        if (_stopped) return null;
        _parser.MoveNext();
        _parser.MoveNext();
        if (Current is DocumentStart second)
        {
            _errors.Add(
                Span(second.Start, second.End), $"a {_errors.Noun} is one YAML document; a second one starts here");
        }

        return root;
    }

    /// <summary>Reads the node the current event starts, up to and including its last event.</summary>
    private YamlNode ReadNode(int depth)
    {
        if (Current is AnchorAlias alias)
        {
            Refuse(
                alias,
                alias.Value.Value.Length + 1,
                $"aliases are not allowed in a {_errors.Noun}: {Sentence.Quote("*" + alias.Value)}");
            return new YamlRefused(Span(alias.Start, alias.End));
        }

        // In a few broken flow maps the parser ends the map where its value should be.
        if (Current is not NodeEvent node)
            throw new YamlException(Current.Start, Current.End, "Did not find expected value");
        if (++_nodes > MaxNodes)
            Stop(node, $"a {_errors.Noun} has at most {MaxNodes.ToString("N0", CultureInfo.InvariantCulture)} values");
        else if (depth > MaxDepth) Stop(node, $"a {_errors.Noun} is at most {MaxDepth} levels deep");
        if (!node.Anchor.IsEmpty)
        {
            Refuse(
                node,
                node.Anchor.Value.Length + 1,
                $"anchors are not allowed in a {_errors.Noun}: {Sentence.Quote("&" + node.Anchor)}");
        }

        if (!node.Tag.IsEmpty)
            Refuse(node, 1, $"tags are not allowed in a {_errors.Noun}: {Sentence.Quote(node.Tag.Value)}");

        return node switch
        {
            Scalar scalar =>
                new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Span(scalar.Start, scalar.End)),
            SequenceStart sequence => ReadList(sequence, depth),
            _ => ReadMap((MappingStart)node, depth),
        };
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (Continue<SequenceEnd>()) items.Add(ReadNode(depth + 1));
        var last = items.Count == 0 ? (SourceSpan?)null : items[items.Count - 1].Span;
        return new YamlList(items, CollectionSpan(start.Start, start.Style == SequenceStyle.Flow, last));
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        SourceSpan? last = null;
        while (Continue<MappingEnd>())
        {
            var key = ReadNode(depth + 1);
            if (_stopped) break;
            _parser.MoveNext();
            var value = ReadNode(depth + 1);
            last = value is YamlScalar { IsEmpty: true } ? key.Span : value.Span;
            if (IsUsable(key, firstLines)) entries.Add(new YamlEntry((YamlScalar)key, value));
        }

        return new YamlMap(entries, CollectionSpan(start.Start, start.Style == MappingStyle.Flow, last));
    }

    private bool IsUsable(YamlNode key, Dictionary<string, int> firstLines)
    {
        if (key is YamlRefused) return false;
        if (key is not YamlScalar { Text: var name, IsEmpty: false })
        {
            _errors.Add(key.Span, $"a key must be text, not {key.Kind}");
            return false;
        }

        if (name == "<<")
        {
            _errors.Add(key.Span, $"merge keys are not allowed in a {_errors.Noun}: '<<'");
            return false;
        }

        if (firstLines.TryGetValue(name, out var line))
        {
            _errors.Add(key.Span, $"duplicate key {Sentence.Quote(name)}; the first is on line {line}");
            return false;
        }

        firstLines.Add(name, key.Span.Line);
        return true;
    }

    /// <summary>Moves on; true when the collection has one more node, which is then the current event.</summary>
    private bool Continue<TEnd>() where TEnd : ParsingEvent
    {
        if (_stopped) return false;
        _parser.MoveNext();
        return Current is not TEnd;
    }

    /// <summary>
    /// The event of a collection with an anchor or tag ends at its first value, so the length is counted.
    /// </summary>
    private void Refuse(ParsingEvent node, int length, string message)
    {
        var span = Span(node.Start, node.Start);
        _errors.Add(span with { EndColumn = span.Column + length }, message);
    }

    private void Stop(NodeEvent node, string message)
    {
        if (!_stopped) Refuse(node, 1, message);
        _stopped = true;
    }

    /// <summary>
    /// A block collection's end event lies past blank lines and comments, so its last node tells where it ends.
    /// </summary>
    private SourceSpan CollectionSpan(Mark start, bool isFlow, SourceSpan? last)
    {
        var begin = Span(start, start);
        if (isFlow)
        {
            // The end event of a flow collection lies before its bracket.
            var end = Current.End;
            return begin with { EndLine = (int)end.Line, EndColumn = (int)end.Column + 1 };
        }

        return last is { } span ? begin with { EndLine = span.EndLine, EndColumn = span.EndColumn } : begin;
    }

    private static SourceSpan Span(Mark start, Mark end) =>
        new(
            Math.Max(1, (int)start.Line),
            Math.Max(1, (int)start.Column),
            Math.Max(1, (int)end.Line),
            Math.Max(1, (int)end.Column));

    /// <summary>
    /// The parser believes that every text ends with a line end; an error at the end is moved back to the last line
    /// there is.
    /// </summary>
    private static SourceSpan InText(string text, SourceSpan span)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n', '\r');
        var last = new SourceSpan(
            lines.Length, lines[lines.Length - 1].Length + 1, lines.Length, lines[lines.Length - 1].Length + 1);
        if (span.Line > lines.Length) return last;
        return span.EndLine > lines.Length ? span with { EndLine = last.EndLine, EndColumn = last.EndColumn } : span;
    }

    /// <summary>The parser's sentence in the form our messages have.</summary>
    private static string Lowered(string message)
    {
        var text = message.TrimEnd('.', ' ').Replace("  ", " ");
        return text.Length == 0 ? "syntax error" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }
}
