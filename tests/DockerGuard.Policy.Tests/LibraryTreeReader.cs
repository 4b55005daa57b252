using System;
using System.Collections.Generic;
using System.IO;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DockerGuard.Policy.Tests;

/// <summary>
/// What <see cref="YamlTreeReader"/> would be over the library's parser: our grammar is held against its own.
/// </summary>
internal sealed class LibraryTreeReader(string text, PolicyErrors errors)
{
    private readonly Parser _parser = new(new StringReader(text));

    public static YamlNode? Read(string text, PolicyErrors errors)
    {
        var reader = new LibraryTreeReader(text, errors);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            errors.Add(YamlSyntax.SpanInside(text, exception.Start, exception.End), YamlSyntax.Message(exception));
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            var end = reader.Current.End;
            errors.Add(
                YamlSyntax.SpanInside(text, end, end), "not valid YAML: the text that follows cannot be decoded");
        }

        return null;
    }

    private ParsingEvent Current => _parser.Current!;

    private YamlNode? ReadDocument()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (Current is StreamEnd) return null;
        if (Current is DocumentStart { IsImplicit: false } start && start.Start.Line != start.End.Line)
            errors.Add(YamlSyntax.Span(start.Start, start.Start), $"a {errors.Noun} has no YAML directives");
        _parser.MoveNext();
        var root = ReadNode();
        _parser.MoveNext();
        _parser.MoveNext();
        if (Current is DocumentStart second)
        {
            errors.Add(
                YamlSyntax.Span(second.Start, second.End),
                $"a {errors.Noun} is one YAML document; a second one starts here");
        }

        return root;
    }

    private YamlNode ReadNode(bool inBrackets = false)
    {
        if (Current is AnchorAlias alias)
        {
            Refuse(alias, alias.Value.Value.Length + 1, "aliases", "*" + alias.Value);
            return new YamlRefused(YamlSyntax.Span(alias.Start, alias.End));
        }

        // Where a key is nothing the parser may end the map in the place of the value.
        if (Current is not NodeEvent node)
            throw new YamlException(Current.Start, Current.End, "Did not find expected value");
        if (!node.Anchor.IsEmpty) Refuse(node, node.Anchor.Value.Length + 1, "anchors", "&" + node.Anchor);
        if (!node.Tag.IsEmpty) Refuse(node, 1, "tags", node.Tag.Value);
        return node switch
        {
            Scalar scalar => new YamlScalar(
                scalar.Value, scalar.Style == ScalarStyle.Plain, YamlSyntax.Span(scalar.Start, scalar.End)),
            SequenceStart sequence => ReadList(sequence),
            _ => ReadMap((MappingStart)node, isPair: inBrackets && node.Start == Mark.Empty),
        };
    }

    private YamlList ReadList(SequenceStart start)
    {
        var items = new List<YamlNode>();
        var isFlow = start.Style == SequenceStyle.Flow;
        for (_parser.MoveNext(); Current is not SequenceEnd; _parser.MoveNext()) items.Add(ReadNode(isFlow));
        return new YamlList(items, Span(start.Start, isFlow, items.Count == 0 ? null : items[^1].Span));
    }

    private YamlMap ReadMap(MappingStart start, bool isPair)
    {
        var map = new YamlMapBuilder(errors);
        var begin = start.Start;
        for (_parser.MoveNext(); Current is not MappingEnd; _parser.MoveNext())
        {
            // The parser does not know where a pair in a list starts.
            if (isPair) begin = Current.Start;
            var key = ReadNode();
            _parser.MoveNext();
            map.Add(key, ReadNode());
        }

        return new YamlMap(map.Entries, Span(begin, start.Style == MappingStyle.Flow && !isPair, map.Last));
    }

    private SourceSpan Span(Mark start, bool isFlow, SourceSpan? last)
    {
        var span = YamlSyntax.Span(start, isFlow ? Current.End : start);
        if (isFlow) return span with { EndColumn = span.EndColumn + 1 };
        return last is { } end ? span with { EndLine = end.EndLine, EndColumn = end.EndColumn } : span;
    }

    private void Refuse(ParsingEvent node, int length, string what, string text)
    {
        var span = YamlSyntax.Span(node.Start, node.Start);
        errors.Add(
            span with { EndColumn = span.Column + length },
            $"{what} are not allowed in a {errors.Noun}: {Sentence.Quote(text)}"
                + (text[0] == '*' ? "; put text that begins with '*' in quotes" : ""));
    }
}
