using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DockerGuard.Policy.Yaml;

/// <summary>
/// Says what a person did wrong where a text is no YAML: the scanner says what it expected, often a line later.
/// </summary>
internal sealed class YamlMistakes
{
    private const string Prefix = "not valid YAML: ";
    private const string Quotes = "; put the value in quotes";

    private readonly string _text;
    private readonly string[] _lines;
    private readonly YamlException _exception;
    private readonly SourceSpan _span;
    private readonly string _message;

    private YamlMistakes(string text, YamlException exception)
    {
        _text = text;
        _lines = YamlSyntax.Lines(text);
        _exception = exception;
        _span = YamlSyntax.SpanInside(text, exception.Start, exception.End);
        _message = YamlSyntax.Message(exception);
    }

    /// <summary>The place to look at and what to do there.</summary>
    public static (SourceSpan Span, string Message) Explain(string text, YamlException exception)
    {
        var mistakes = new YamlMistakes(text, exception);
        return mistakes.Bracket() ?? mistakes.Line() ?? (mistakes._span, mistakes.Cured());
    }

    /// <summary>A list or map in brackets that is not closed, or goes on in a line that is not indented.</summary>
    private (SourceSpan Span, string Message)? Bracket()
    {
        var isUnindented = _exception.InnerException is InvalidOperationException;
        if (!isUnindented && !_message.Contains("parsing a flow") && !_message.Contains("node content")) return null;
        var trip = isUnindented ? Tripped() : _exception.Start;
        var end = Math.Min((int)trip.Index, _text.Length);
        if (isUnindented) end -= (int)trip.Column - 1;
        if (OpenAt(_text.Substring(0, Math.Max(end, 0))) is not { } open) return null;
        var mark = _text[(int)open.Start.Index];
        if (!IsClosed(_text.Substring((int)open.Start.Index)))
        {
            var place = YamlSyntax.Span(open.Start, open.Start);
            return (
                place with { EndColumn = place.Column + 1 },
                Prefix + (mark == '[' ? "'[' is not closed; write ']' after the last item"
                    : "'{' is not closed; write '}' after the last entry"));
        }

        return isUnindented
            ? (LineSpan((int)trip.Line),
                $"{Prefix}this line is inside the '{mark}' of line {open.Start.Line}; indent it with blanks")
            : null;
    }

    /// <summary>A line that lacks the blank behind its dash or colon, or the colon itself.</summary>
    private (SourceSpan Span, string Message)? Line()
    {
        var isLate = _message.EndsWith("could not find expected ':'", StringComparison.Ordinal);
        var isHere = _message.EndsWith("did not find expected key", StringComparison.Ordinal)
            || _message.EndsWith("did not find expected '-' indicator", StringComparison.Ordinal);
        if (!isLate && !isHere) return null;
        var line = _span.Line;
        if (isHere && (IsSkipped(line) || _span.Column != LineSpan(line).Column)) return null;
        // The scanner misses the colon when it is past the text.
        if (isLate && (IsSkipped(line) || HasKey(line))) line = Above(line);
        for (var above = Above(line); isLate && above > 0 && !HasKey(above) && !IsItem(above);)
        {
            line = above;
            above = Above(line);
        }

        if (line == 0 || IsItem(line) || HasKey(line)) return null;
        var text = _lines[line - 1].Trim();
        var span = LineSpan(line);
        if (text[0] == '-')
            return (span with { EndColumn = span.Column + 1 }, $"{Prefix}a blank is missing after '-'");
        if ("'\"[]{}&*!|>%@`".IndexOf(text[0]) >= 0) return null;
        var colon = text.IndexOf(':');
        return colon < 0
            ? (span, $"{Prefix}this line has neither a key with ': ' nor a '- ' in front")
            : (new SourceSpan(line, span.Column + colon, line, span.Column + colon + 1),
                $"{Prefix}a blank is missing after ':'");
    }

    private string Cured()
    {
        var at = CharAt(_span.Column);
        var before = BeforePlace();
        if (_message.EndsWith("cannot start any token", StringComparison.Ordinal) && at is '@' or '`' or '%')
            return $"{Prefix}no value begins with '{at}'{Quotes}";
        if (_message.Contains("containing disallowed"))
            return at == '*' ? $"{Prefix}'*' begins an alias{Quotes}" : _message + Quotes;
        if (_message.EndsWith("found invalid mapping", StringComparison.Ordinal))
        {
            return HasColon(before)
                ? $"{Prefix}the value has ': ' inside{Quotes}"
                : $"{Prefix}this line goes on with the text above; indent it like its neighbours, or write ': ' after "
                    + "the key above";
        }

        if (_message.Contains("hexadecimal") || _message.Contains("unknown escape"))
            return _message + @"; write \\ for a backslash, or use single quotes";
        if (_message.EndsWith("comment or line break", StringComparison.Ordinal)) return _message + Quotes;
        if (_message.EndsWith("allowed in this context", StringComparison.Ordinal) && before.Length > 0)
            return _message + Quotes;
        if (_message.EndsWith("node content", StringComparison.Ordinal) && HasColon(before)) return _message + Quotes;
        if (_message.Contains("parsing a flow") && at is '[' or '{')
        {
            return before.EndsWith("$", StringComparison.Ordinal)
                ? $"{Prefix}a policy has no variables; write the value itself"
                : _message + Quotes;
        }

        if (!_message.EndsWith("expected key", StringComparison.Ordinal) || before.Length == 0) return _message;
        if (at is ']' or '}') return $"{Prefix}'{at}' closes nothing; take it out";
        return before[before.Length - 1] switch
        {
            '\'' => Prefix + "text follows the closing quote; put all of it in quotes, with '' for a ' inside",
            '"' => Prefix + "text follows the closing quote; put all of it in quotes, with \\\" for a \" inside",
            ']' or '}' => $"{Prefix}text follows the closing bracket{Quotes}",
            _ => _message,
        };
    }

    /// <summary>Where the scanner gives up; what it has read does not tell.</summary>
    private Mark Tripped()
    {
        var tokens = new YamlTokens(_text);
        try
        {
            while (tokens.Current is not StreamEnd) tokens.Skip();
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
        }

        return tokens.Position;
    }

    /// <summary>The bracket that is open at the end of a text.</summary>
    private static Token? OpenAt(string text)
    {
        var open = new Stack<Token>();
        Walk(text, open, () => true);
        return open.Count == 0 ? null : open.Peek();
    }

    /// <summary>Whether the bracket a text starts with is closed by its like.</summary>
    private static bool IsClosed(string text)
    {
        var open = new Stack<Token>();
        return !Walk(text, open, () => open.Count > 0);
    }

    /// <summary>Keeps the open brackets, until one is closed that should not be.</summary>
    /// <returns>False when <paramref name="goesOn"/> said so after a closing bracket.</returns>
    private static bool Walk(string text, Stack<Token> open, Func<bool> goesOn)
    {
        var tokens = new YamlTokens(text);
        try
        {
            // The scanner repeats an error for ever.
            for (; tokens.Current is not (StreamEnd or Error); tokens.Skip())
            {
                if (tokens.Current is FlowSequenceStart or FlowMappingStart) open.Push(tokens.Current);
                if (tokens.Current is not (FlowSequenceEnd or FlowMappingEnd)) continue;
                var isList = tokens.Current is FlowSequenceEnd;
                if (open.Count == 0 || open.Peek() is FlowSequenceStart != isList) return true;
                open.Pop();
                if (!goesOn()) return false;
            }
        }
        catch (Exception exception)
            when (exception is YamlException or ArgumentException or InvalidOperationException or FormatException
                or OverflowException)
        {
        }

        return true;
    }

    private int Above(int line)
    {
        do line--;
        while (line > 0 && IsSkipped(line));
        return line;
    }

    private bool IsSkipped(int line) => _lines[line - 1].Trim() is var text && (text.Length == 0 || text[0] == '#');

    private bool HasKey(int line) => HasColon(_lines[line - 1]);

    private bool IsItem(int line) =>
        _lines[line - 1].Trim() is var text && (text == "-" || text.StartsWith("- ", StringComparison.Ordinal));

    private static bool HasColon(string text) =>
        text.Contains(": ") || text.Contains(":\t") || text.TrimEnd().EndsWith(":", StringComparison.Ordinal);

    private SourceSpan LineSpan(int line)
    {
        var text = _lines[line - 1];
        return new SourceSpan(
            line, text.Length - text.TrimStart().Length + 1, line, text.TrimEnd().Length + 1);
    }

    private char CharAt(int column) =>
        column <= _lines[_span.Line - 1].Length ? _lines[_span.Line - 1][column - 1] : '\0';

    private string BeforePlace() =>
        _lines[_span.Line - 1].Substring(0, Math.Min(_span.Column - 1, _lines[_span.Line - 1].Length)).TrimEnd();
}
