using System;
using System.Collections.Generic;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DockerGuard.Policy.Yaml;

/// <summary>
/// Reads one YAML document into nodes with exact places. What can make a small file large or a clear file ambiguous
/// (anchors, aliases, tags, merge keys, directives, several documents) is refused, and depth and size are bounded.
/// </summary>
internal sealed class YamlTreeReader
{
    private readonly YamlTokens _tokens;
    private readonly PolicyErrors _errors;

    private YamlTreeReader(YamlTokens tokens, PolicyErrors errors)
    {
        _tokens = tokens;
        _errors = errors;
    }

    /// <summary>
    /// The document's root, or null when there is none or its syntax is broken; the reason is then in
    /// <paramref name="errors"/>.
    /// </summary>
    public static YamlNode? Read(string text, PolicyErrors errors)
    {
        try
        {
            return Parse(text, errors);
        }
        catch (YamlException exception)
        {
            var (span, message) = YamlMistakes.Explain(text, exception);
            errors.Add(span, message);
            return null;
        }
    }

    /// <summary>The same for whoever explains broken syntax alone.</summary>
    /// <exception cref="YamlException">The syntax is broken.</exception>
    internal static YamlNode? Parse(string text, PolicyErrors errors)
    {
        var tokens = new YamlTokens(text);
        try
        {
            return new YamlTreeReader(tokens, errors).ReadDocument();
        }
        catch (YamlLimitException limit)
        {
            errors.Add(limit.Span, limit.Message);
            return null;
        }
        // The scanner hands impossible escapes such as "\U99999999" to the framework, which refuses them in its own
        // ways, and trips over lines in brackets that are not indented.
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new YamlException(tokens.End, tokens.End, "The text that follows cannot be decoded", exception);
        }
    }

    private YamlNode? ReadDocument()
    {
        // The start of the text is a token too.
        _tokens.Take();
        while (_tokens.Current is DocumentEnd) _tokens.Skip();
        if (_tokens.Current is StreamEnd) return null;
        var start = _tokens.Current;
        var directives = ReadDirectives();
        if (_tokens.Current != start)
            _errors.Add(YamlSyntax.Span(start.Start, start.Start), $"a {_errors.Noun} has no YAML directives");
        var root = ReadRoot(new YamlNodeReader(_tokens, directives, _errors));
        EnsureEnd(root);
        return root;
    }

    private YamlNode ReadRoot(YamlNodeReader nodes)
    {
        if (_tokens.Current is not DocumentStart) return nodes.Read();
        _tokens.Take();
        return _tokens.Current is DocumentStart or DocumentEnd or StreamEnd or VersionDirective or TagDirective
            ? nodes.ReadNothing(_tokens.Position)
            : nodes.Read();
    }

    /// <summary>
    /// Passes over the lines that start with a percent sign. They are refused, yet the tags they name stand in
    /// messages.
    /// </summary>
    private List<TagDirective> ReadDirectives()
    {
        var tags = new List<TagDirective>();
        var first = _tokens.Current;
        while (true)
        {
            if (_tokens.Current is TagDirective tag)
            {
                if (tags.Exists(other => other.Handle == tag.Handle))
                    throw _tokens.Broken("found duplicate %TAG directive");
                tags.Add(tag);
            }
            else if (_tokens.Current is VersionDirective version)
            {
                if (version.Version.Major != 1 || version.Version.Minor > 3)
                    throw _tokens.Broken("found incompatible YAML document");
            }
            else
            {
                break;
            }

            _tokens.Skip();
        }

        if (_tokens.Current != first && _tokens.Current is not DocumentStart)
            throw _tokens.Broken("did not find expected <document start>");
        return tags;
    }

    private void EnsureEnd(YamlNode root)
    {
        var hasMarker = _tokens.Current is DocumentEnd;
        while (_tokens.Current is DocumentEnd) _tokens.Skip();
        if (_tokens.Current is FlowSequenceEnd || (_tokens.Current is Error && (hasMarker || root is YamlScalar)))
            throw _tokens.Broken("did not find expected <document start>");
        if (_tokens.Current is StreamEnd) return;
        var second = _tokens.Current.Start;
        if (!hasMarker && _tokens.Current is not DocumentStart)
            throw new YamlException(second, second, "did not find expected <document end>");
        ReadDirectives();
        _errors.Add(
            YamlSyntax.Span(second, _tokens.Current.End),
            $"a {_errors.Noun} is one YAML document; a second one starts here");
    }
}
