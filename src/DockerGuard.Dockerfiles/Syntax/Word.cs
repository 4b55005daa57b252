using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>One argument of an instruction, with its place.</summary>
public sealed class Word
{
    private readonly SourceText _source;

    internal Word(SourceText source, int start, int length, string text, string value, bool hasVariables)
    {
        _source = source;
        Start = start;
        Length = length;
        Text = text;
        Value = value;
        HasVariables = hasVariables;
    }

    /// <summary>The word as the parser sees it: quotes kept, continuations joined.</summary>
    public string Text { get; }

    /// <summary>
    /// The word without quotes and escapes, variables not expanded; a JSON string decoded. Shell text is left as it is.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// Whether the builder expands a variable in the word. False for shell text: there the shell does.
    /// </summary>
    public bool HasVariables { get; }

    /// <summary>Offset of the word's first character.</summary>
    public int Start { get; }

    /// <summary>Number of UTF-16 code units the word takes in the file, with any line breaks inside it.</summary>
    public int Length { get; }

    public SourceSpan Span => _source.GetSpan(Start, Length);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A name with its value in <c>ENV</c>, <c>LABEL</c> and <c>ARG</c>.</summary>
public sealed class KeyValue
{
    private readonly SourceText _source;

    internal KeyValue(SourceText source, Word key, Word? value)
    {
        _source = source;
        Key = key;
        Value = value;
    }

    public Word Key { get; }

    /// <summary>Null for an <c>ARG</c> without a default.</summary>
    public Word? Value { get; }

    public int Start => Key.Start;

    public int Length => Value is null ? Key.Length : Value.Start + Value.Length - Key.Start;

    public SourceSpan Span => _source.GetSpan(Start, Length);
}

/// <summary>An instruction's flag, such as <c>--from=build</c>.</summary>
public sealed class Flag
{
    private readonly SourceText _source;
    private readonly int _valueStart;

    internal Flag(SourceText source, string text, int start, int length, int valueStart)
    {
        _source = source;
        _valueStart = valueStart;
        Text = text;
        Start = start;
        Length = length;
        var equals = text.IndexOf('=');
        Name = equals < 0 ? text.Substring(2) : text.Substring(2, equals - 2);
        Value = equals < 0 ? null : text.Substring(equals + 1);
    }

    /// <summary>The flag without quotes and escapes, with its two hyphens.</summary>
    public string Text { get; }

    /// <summary>The name without the hyphens; case matters.</summary>
    public string Name { get; }

    /// <summary>The value without quotes and escapes; null when there is no equals sign.</summary>
    public string? Value { get; }

    public int Start { get; }

    public int Length { get; }

    public SourceSpan Span => _source.GetSpan(Start, Length);

    /// <summary>The value's place; the flag's own when it has no value.</summary>
    public SourceSpan ValueSpan => Value is null ? Span : _source.GetSpan(_valueStart, Start + Length - _valueStart);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
