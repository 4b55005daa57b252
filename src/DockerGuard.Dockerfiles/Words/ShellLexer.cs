using System;
using System.Collections.Generic;
using System.Text;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>How <see cref="ShellLexer"/> treats a text.</summary>
[Flags]
internal enum ShellLexing
{
    None = 0,

    /// <summary>Quotes and escapes stay in the result.</summary>
    Raw = 1,

    /// <summary>A variable without a value stays as written instead of becoming empty.</summary>
    KeepUnset = 2,

    /// <summary>Quotes mean nothing: the body of a heredoc.</summary>
    IgnoreQuotes = 4,
}

/// <summary>
/// Expansion and word splitting as BuildKit does them: close to, but not the same as, a shell's
/// (Dockerfile reference, "Environment replacement").
/// </summary>
internal sealed partial class ShellLexer
{
    /// <summary>
    /// Linux refuses a longer environment string (MAX_ARG_STRLEN); it also stops values that double with every line.
    /// </summary>
    public const int MaximumExpansion = 131072;

    /// <summary>
    /// Substitutions inside substitutions; nobody writes more, and the stack must not depend on the input.
    /// </summary>
    public const int MaximumDepth = 50;

    /// <summary>Different names kept of one text; more would make the cost grow with its square.</summary>
    private const int MaximumNames = 1000;

    private const int End = -1;

    private readonly string _text;
    private readonly char _escape;
    private readonly IReadOnlyDictionary<string, string>? _variables;
    private readonly ShellLexing _options;
    private readonly StringBuilder _word = new();
    private int _position;
    private int _depth;
    private int _expanded;
    private bool _rawEscapes;
    private bool _inWord;
    private int _wordStart;

    public ShellLexer(
        string text,
        char escape,
        IReadOnlyDictionary<string, string>? variables,
        ShellLexing options = ShellLexing.None)
    {
        _text = text;
        _escape = escape;
        _variables = variables;
        _options = options;
        _rawEscapes = Has(ShellLexing.Raw);
    }

    /// <summary>Why the text cannot be read; null when it can.</summary>
    public string? Error { get; private set; }

    /// <summary>
    /// The result divided at white space outside quotes, with the offset in the text where each begins.
    /// </summary>
    public List<(string Text, int Start)> Words { get; } = [];

    /// <summary>Names that had a value.</summary>
    public List<string> Matched { get; } = [];

    /// <summary>Names that had none.</summary>
    public List<string> Unmatched { get; } = [];

    /// <summary>Names that had none and no default either, so that nothing stands in their place.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Every name in the order read, with the offset of its first character; null when nobody asks.</summary>
    public List<(string Name, int Start)>? References { get; init; }

    /// <summary>The expanded text; null when <see cref="Error"/> says why not.</summary>
    public string? Run()
    {
        var result = ReadUntil(End, _rawEscapes, collectWords: true);
        EndWord();
        if (Error is not null) Words.Clear();
        return Error is null ? result : null;
    }

    private bool Has(ShellLexing option) => (_options & option) != 0;

    private int Peek() => _position < _text.Length ? _text[_position] : End;

    private int Next() => _position < _text.Length ? _text[_position++] : End;

    private string Fail(string message)
    {
        Error ??= message;
        return "";
    }

    private string ReadUntil(int stop, bool raw, bool collectWords = false)
    {
        var result = new StringBuilder();
        var outerRaw = _rawEscapes;
        _rawEscapes = raw;
        while (Peek() != End)
        {
            var start = _position;
            var c = Peek();
            if (c == stop)
            {
                _position++;
                _rawEscapes = outerRaw;
                return result.ToString();
            }

            if (c == '$' || (c is '\'' or '"' && !Has(ShellLexing.IgnoreQuotes)))
            {
                var part = c == '$' ? ReadVariable() : c == '\'' ? ReadSingleQuoted() : ReadDoubleQuoted();
                if (Error is not null) break;
                result.Append(part);
                if (collectWords) AddPart(part, start, splits: c == '$');
                continue;
            }

            _position++;
            if (c == '<' && Peek() == '<')
            {
                // White space after << does not end the word: the name of a heredoc may follow it.
                _position = Characters.SkipSpace(_text, _position + 1, _text.Length);
                result.Append(_text, start, _position - start);
                if (collectWords) AddPart(_text.Substring(start, _position - start), start, splits: false);
                continue;
            }

            if (c != _escape)
            {
                result.Append((char)c);
                if (collectWords) AddCharacter((char)c, start, splits: true);
                continue;
            }

            if (_rawEscapes)
            {
                result.Append((char)c);
                if (collectWords) AddCharacter((char)c, start, splits: false);
            }

            c = Next();
            if (c == End) break;
            result.Append((char)c);
            if (collectWords) AddCharacter((char)c, start, splits: false);
        }

        _rawEscapes = outerRaw;
        if (Error is null && stop != End) Fail($"'{(char)stop}' is missing");
        return Error is null ? result.ToString() : "";
    }

    private void AddPart(string part, int start, bool splits)
    {
        if (!splits) _inWord = true;
        foreach (var c in part) AddCharacter(c, start, splits);
    }

    private void AddCharacter(char c, int start, bool splits)
    {
        if (splits && Characters.IsSpace(c))
        {
            if (_inWord && _word.Length > 0) EndWord();
            return;
        }

        if (_word.Length == 0) _wordStart = start;
        _word.Append(c);
        _inWord = true;
    }

    private void EndWord()
    {
        if (_word.Length > 0) Words.Add((_word.ToString(), _wordStart));
        _word.Clear();
        _inWord = false;
    }

    private string ReadSingleQuoted()
    {
        var start = _position++;
        var close = _text.IndexOf('\'', _position);
        if (close < 0)
        {
            _position = _text.Length;
            return Fail("the closing single quote is missing");
        }

        _position = close + 1;
        return Has(ShellLexing.Raw)
            ? _text.Substring(start, _position - start)
            : _text.Substring(start + 1, close - start - 1);
    }

    private string ReadDoubleQuoted()
    {
        var result = new StringBuilder();
        _position++;
        if (Has(ShellLexing.Raw)) result.Append('"');
        while (true)
        {
            var c = Peek();
            if (c == End) return Fail("the closing double quote is missing");
            if (c == '$')
            {
                result.Append(ReadVariable());
                if (Error is not null) return "";
                continue;
            }

            _position++;
            if (c == '"')
            {
                if (Has(ShellLexing.Raw)) result.Append('"');
                return result.ToString();
            }

            if (c == _escape)
            {
                if (_rawEscapes) result.Append(_escape);
                if (Peek() == End) continue;
                if (Peek() is '"' or '$' || Peek() == _escape) c = Next();
                else if (_rawEscapes) continue;
            }

            result.Append((char)c);
        }
    }
}
