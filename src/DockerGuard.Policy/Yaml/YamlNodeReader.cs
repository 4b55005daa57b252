using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DockerGuard.Policy.Yaml;

/// <summary>
/// YAML's grammar: makes nodes of tokens, each method of the tokens of one production. Nothing is read that is deeper
/// than <see cref="MaxDepth"/>, so the methods may call each other.
/// </summary>
/// <param name="tokens">The text.</param>
/// <param name="tags">What the document says its tags stand for.</param>
/// <param name="errors">Takes what YAML has and a policy has not.</param>
internal sealed class YamlNodeReader(YamlTokens tokens, IReadOnlyList<TagDirective> tags, PolicyErrors errors)
{
    /// <summary>The schema is four levels deep; more is a mistake or an attack.</summary>
    internal const int MaxDepth = 16;

    /// <summary>Enough for thousands of waivers.</summary>
    internal const int MaxNodes = 50_000;

    private int _nodes;

    private Token Current => tokens.Current;

    /// <summary>Reads the root.</summary>
    /// <exception cref="YamlException">What stands here is no YAML.</exception>
    /// <exception cref="YamlLimitException">It is too deep or too large.</exception>
    public YamlNode Read() => ReadNode(1, isBlock: true, mayBeIndentless: false);

    /// <summary>The root where nothing stands.</summary>
    public YamlNode ReadNothing(Mark place) => ReadNothing(place, 1);

    /// <param name="depth">1 for the root.</param>
    /// <param name="isBlock">Whether indentation may tell the structure: not inside brackets.</param>
    /// <param name="mayBeIndentless">Whether dashes here are a list though they are not indented.</param>
    private YamlNode ReadNode(int depth, bool isBlock, bool mayBeIndentless)
    {
        if (Current is AnchorAlias alias) return ReadAlias(alias);
        var start = Current.Start;
        Anchor? anchor = null;
        string? tag = null;
        while (true)
        {
            if (anchor is null && Current is Anchor found) anchor = found;
            else if (tag is null && Current is Tag shorthand) tag = Resolve(shorthand);
            else break;
            tokens.Skip();
        }

        if (Current is Error error) throw tokens.Broken(error.Value);
        if (Current is Anchor) throw tokens.Broken("while parsing a node, found more than one anchor");
        if (Current is AnchorAlias) throw tokens.Broken("while parsing a node, did not find expected token");
        if (anchor is not null)
        {
            Refuse(
                start,
                anchor.Value.Value.Length + 1,
                $"anchors are not allowed in a {errors.Noun}: {Sentence.Quote("&" + anchor.Value)}");
        }

        if (tag is not null) Refuse(start, 1, $"tags are not allowed in a {errors.Noun}: {Sentence.Quote(tag)}");
        Admit(start, depth);
        return Current switch
        {
            Scalar scalar => ReadScalar(scalar, start),
            FlowSequenceStart => ReadFlowList(start, depth),
            FlowMappingStart => ReadFlowMap(start, depth),
            BlockSequenceStart when isBlock => ReadBlockList(start, depth),
            BlockMappingStart when isBlock => ReadBlockMap(start, depth),
            BlockEntry when mayBeIndentless => ReadIndentlessList(start, depth),
            _ when anchor is not null || tag is not null =>
                new YamlScalar("", isPlain: true, YamlSyntax.Span(start, Current.End)),
            _ => throw tokens.Broken("while parsing a node, did not find expected node content"),
        };
    }

    private YamlScalar ReadScalar(Scalar scalar, Mark start)
    {
        tokens.Take();
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, YamlSyntax.Span(start, scalar.End));
    }

    private YamlScalar ReadNothing(Mark place, int depth)
    {
        Admit(place, depth);
        tokens.End = place;
        return new YamlScalar("", isPlain: true, YamlSyntax.Span(place, place));
    }

    private YamlRefused ReadAlias(AnchorAlias alias)
    {
        tokens.Take();
        Refuse(
            alias.Start,
            alias.Value.Value.Length + 1,
            $"aliases are not allowed in a {errors.Noun}: {Sentence.Quote("*" + alias.Value)}; put text that begins "
                + "with '*' in quotes");
        return new YamlRefused(YamlSyntax.Span(alias.Start, alias.End));
    }

    /// <summary><c>- item</c>, indented.</summary>
    private YamlList ReadBlockList(Mark start, int depth)
    {
        var items = new List<YamlNode>();
        tokens.Take();
        while (Current is BlockEntry entry)
        {
            tokens.Skip();
            items.Add(
                Current is BlockEntry or BlockEnd
                    ? ReadNothing(entry.End, depth + 1)
                    : ReadNode(depth + 1, isBlock: true, mayBeIndentless: false));
        }

        if (Current is not BlockEnd)
            throw tokens.Broken("while parsing a block collection, did not find expected '-' indicator");
        tokens.Take();
        return List(start, items);
    }

    /// <summary><c>- item</c> right below the key whose value the list is; no token ends it.</summary>
    private YamlList ReadIndentlessList(Mark start, int depth)
    {
        var items = new List<YamlNode>();
        tokens.End = Current.End;
        while (Current is BlockEntry entry)
        {
            tokens.Skip();
            items.Add(
                Current is BlockEntry or Key or Value or BlockEnd
                    ? ReadNothing(entry.End, depth + 1)
                    : ReadNode(depth + 1, isBlock: true, mayBeIndentless: false));
        }

        tokens.End = Current.End;
        return List(start, items);
    }

    /// <summary><c>key: value</c>, a line each.</summary>
    private YamlMap ReadBlockMap(Mark start, int depth)
    {
        var map = new YamlMapBuilder(errors);
        tokens.Take();
        while (Current is not BlockEnd)
        {
            if (Current is Error error) throw tokens.Broken(error.Value);
            // A line that starts with the colon has a key that is nothing.
            var key = Current switch
            {
                Key => ReadBlockPart(depth + 1),
                Value => ReadNothing(Current.Start, depth + 1),
                _ => throw tokens.Broken("while parsing a block mapping, did not find expected key"),
            };
            if (Current is Error missing) throw tokens.Broken(missing.Value);
            map.Add(key, Current is Value ? ReadBlockPart(depth + 1) : ReadNothing(Current.Start, depth + 1));
        }

        tokens.Take();
        return new YamlMap(map.Entries, BlockSpan(start, map.Last));
    }

    /// <summary>The key behind its token, or the value behind the colon.</summary>
    private YamlNode ReadBlockPart(int depth)
    {
        var end = Current.End;
        tokens.Skip();
        return Current is Key or Value or BlockEnd
            ? ReadNothing(end, depth)
            : ReadNode(depth, isBlock: true, mayBeIndentless: true);
    }

    /// <summary><c>[item, key: value]</c>.</summary>
    private YamlList ReadFlowList(Mark start, int depth)
    {
        var items = new List<YamlNode>();
        tokens.Take();
        while (Current is not FlowSequenceEnd)
        {
            items.Add(
                Current is Key
                    ? ReadPair(depth + 1)
                    : ReadNode(depth + 1, isBlock: false, mayBeIndentless: false));
            if (Current is FlowEntry) tokens.Skip();
            else if (Current is not FlowSequenceEnd)
                throw tokens.Broken("while parsing a flow sequence, did not find expected ',' or ']'");
        }

        tokens.Take();
        return new YamlList(items, FlowSpan(start));
    }

    /// <summary>A map of one entry, which needs no braces in a list.</summary>
    private YamlMap ReadPair(int depth)
    {
        var start = Current.Start;
        Admit(start, depth);
        var map = new YamlMapBuilder(errors);
        var key = ReadFlowKey(depth + 1, inMap: false);
        map.Add(key, ReadFlowValue(depth + 1, inMap: false));
        return new YamlMap(map.Entries, BlockSpan(start, map.Last));
    }

    /// <summary><c>{key: value, key}</c>.</summary>
    private YamlMap ReadFlowMap(Mark start, int depth)
    {
        var map = new YamlMapBuilder(errors);
        tokens.Take();
        while (Current is not FlowMappingEnd)
        {
            var key = Current is Key
                ? ReadFlowKey(depth + 1, inMap: true)
                : ReadNode(depth + 1, isBlock: false, mayBeIndentless: false);
            map.Add(key, ReadFlowValue(depth + 1, inMap: true));
            if (Current is FlowEntry) tokens.Skip();
            else if (Current is not FlowMappingEnd)
                throw tokens.Broken("while parsing a flow mapping, did not find expected ',' or '}'");
        }

        tokens.Take();
        return new YamlMap(map.Entries, FlowSpan(start));
    }

    private YamlNode ReadFlowKey(int depth, bool inMap)
    {
        tokens.Skip();
        return Current is Value || IsEndOfEntry(inMap)
            ? ReadNothing(Current.Start, depth)
            : ReadNode(depth, isBlock: false, mayBeIndentless: false);
    }

    private YamlNode ReadFlowValue(int depth, bool inMap)
    {
        if (Current is Value) tokens.Skip();
        else return ReadNothing(Current.Start, depth);
        return IsEndOfEntry(inMap)
            ? ReadNothing(Current.Start, depth)
            : ReadNode(depth, isBlock: false, mayBeIndentless: false);
    }

    private bool IsEndOfEntry(bool inMap) =>
        Current is FlowEntry || (inMap ? Current is FlowMappingEnd : Current is FlowSequenceEnd);

    private string Resolve(Tag tag)
    {
        foreach (var directive in tags)
            if (directive.Handle == tag.Handle) return directive.Prefix + tag.Suffix;
        return tag.Handle switch
        {
            "" or "!" => tag.Handle + tag.Suffix,
            "!!" => "tag:yaml.org,2002:" + tag.Suffix,
            _ => throw tokens.Broken("while parsing a node, found undefined tag handle"),
        };
    }

    /// <summary>Counts a node before it is read.</summary>
    private void Admit(Mark start, int depth)
    {
        if (++_nodes > MaxNodes)
        {
            throw new YamlLimitException(
                First(start, 1),
                $"a {errors.Noun} has at most {MaxNodes.ToString("N0", CultureInfo.InvariantCulture)} values");
        }

        if (depth > MaxDepth)
        {
            throw new YamlLimitException(
                First(start, 1), $"a {errors.Noun} is at most {MaxDepth} levels deep");
        }
    }

    private void Refuse(Mark start, int length, string message) => errors.Add(First(start, length), message);

    private static SourceSpan First(Mark start, int length)
    {
        var span = YamlSyntax.Span(start, start);
        return span with { EndColumn = span.Column + length };
    }

    private static YamlList List(Mark start, List<YamlNode> items) =>
        new(items, BlockSpan(start, items.Count == 0 ? null : items[items.Count - 1].Span));

    /// <summary>
    /// The token that ends a list or map without brackets lies past blank lines and comments, so its last node tells
    /// where it ends.
    /// </summary>
    private static SourceSpan BlockSpan(Mark start, SourceSpan? last)
    {
        var begin = YamlSyntax.Span(start, start);
        return last is { } span ? begin with { EndLine = span.EndLine, EndColumn = span.EndColumn } : begin;
    }

    /// <summary>The token of a closing bracket ends before it.</summary>
    private SourceSpan FlowSpan(Mark start)
    {
        var span = YamlSyntax.Span(start, tokens.End);
        return span with { EndColumn = span.EndColumn + 1 };
    }
}
