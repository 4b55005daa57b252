using System;
using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Dockerfiles;

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
    /// <summary>Linux refuses a longer environment string (MAX_ARG_STRLEN); it also stops values that double with every line.</summary>
    public const int MaximumExpansion = 131072;

    /// <summary>Substitutions inside substitutions; nobody writes more, and the stack must not depend on the input.</summary>
    public const int MaximumDepth = 50;

    /// <summary>Different names kept of one text; more would make the cost grow with its square.</summary>
    private const int MaximumNames = 1000;

    private const int End = -1;

    private readonly string text;
    private readonly char escape;
    private readonly IReadOnlyDictionary<string, string>? variables;
    private readonly ShellLexing options;
    private readonly StringBuilder word = new();
    private int position;
    private int depth;
    private int expanded;
    private bool rawEscapes;
    private bool inWord;
    private int wordStart;

    public ShellLexer(string text, char escape, IReadOnlyDictionary<string, string>? variables, ShellLexing options = ShellLexing.None)
    {
        this.text = text;
        this.escape = escape;
        this.variables = variables;
        this.options = options;
        rawEscapes = Has(ShellLexing.Raw);
    }

    /// <summary>Why the text cannot be read; null when it can.</summary>
    public string? Error { get; private set; }

    /// <summary>The result divided at white space outside quotes, with the offset in the text where each begins.</summary>
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
        var result = ReadUntil(End, rawEscapes, collectWords: true);
        EndWord();
        if (Error is not null) Words.Clear();
        return Error is null ? result : null;
    }

    private bool Has(ShellLexing option) => (options & option) != 0;

    private int Peek() => position < text.Length ? text[position] : End;

    private int Next() => position < text.Length ? text[position++] : End;

    private string Fail(string message)
    {
        Error ??= message;
        return "";
    }

    private string ReadUntil(int stop, bool raw, bool collectWords = false)
    {
        var result = new StringBuilder();
        var outerRaw = rawEscapes;
        rawEscapes = raw;
        while (Peek() != End)
        {
            var start = position;
            var c = Peek();
            if (c == stop)
            {
                position++;
                rawEscapes = outerRaw;
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
            position++;
            if (c == '<' && Peek() == '<')
            {
                // White space after << does not end the word: the name of a heredoc may follow it.
                position = Characters.SkipSpace(text, position + 1, text.Length);
                result.Append(text, start, position - start);
                if (collectWords) AddPart(text.Substring(start, position - start), start, splits: false);
                continue;
            }
            if (c != escape)
            {
                result.Append((char)c);
                if (collectWords) AddCharacter((char)c, start, splits: true);
                continue;
            }
            if (rawEscapes)
            {
                result.Append((char)c);
                if (collectWords) AddCharacter((char)c, start, splits: false);
            }
            c = Next();
            if (c == End) break;
            result.Append((char)c);
            if (collectWords) AddCharacter((char)c, start, splits: false);
        }
        rawEscapes = outerRaw;
        if (Error is null && stop != End) Fail($"'{(char)stop}' is missing");
        return Error is null ? result.ToString() : "";
    }

    private void AddPart(string part, int start, bool splits)
    {
        if (!splits) inWord = true;
        foreach (var c in part) AddCharacter(c, start, splits);
    }

    private void AddCharacter(char c, int start, bool splits)
    {
        if (splits && Characters.IsSpace(c))
        {
            if (inWord && word.Length > 0) EndWord();
            return;
        }
        if (word.Length == 0) wordStart = start;
        word.Append(c);
        inWord = true;
    }

    private void EndWord()
    {
        if (word.Length > 0) Words.Add((word.ToString(), wordStart));
        word.Clear();
        inWord = false;
    }

    private string ReadSingleQuoted()
    {
        var start = position++;
        var close = text.IndexOf('\'', position);
        if (close < 0)
        {
            position = text.Length;
            return Fail("the closing single quote is missing");
        }
        position = close + 1;
        return Has(ShellLexing.Raw) ? text.Substring(start, position - start) : text.Substring(start + 1, close - start - 1);
    }

    private string ReadDoubleQuoted()
    {
        var result = new StringBuilder();
        position++;
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
            position++;
            if (c == '"')
            {
                if (Has(ShellLexing.Raw)) result.Append('"');
                return result.ToString();
            }
            if (c == escape)
            {
                if (rawEscapes) result.Append(escape);
                if (Peek() == End) continue;
                if (Peek() is '"' or '$' || Peek() == escape) c = Next();
                else if (rawEscapes) continue;
            }
            result.Append((char)c);
        }
    }
}
