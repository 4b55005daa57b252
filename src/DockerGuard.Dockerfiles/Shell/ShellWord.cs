using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>A word of a script.</summary>
public sealed class ShellWord
{
    private readonly ScriptText _source;
    private readonly int _start;
    private readonly int _length;
    private readonly int[]? _map;

    /// <summary>A word without quotes, escapes and expansions.</summary>
    internal ShellWord(ScriptText source, int start, int end, bool hasGlob)
    {
        _source = source;
        _start = start;
        _length = end - start;
        Value = source.Text.Substring(start, _length);
        IsStatic = true;
        HasGlob = hasGlob;
        Variables = [];
        Substitutions = [];
    }

    internal ShellWord(ScriptText source, int start, int end, WordBuilder word)
    {
        _source = source;
        _start = start;
        _length = end - start;
        Value = word.Value.GetText();
        _map = word.Value.GetMap(start);
        Opaque = word.Opaque is { Count: > 0 } opaque ? opaque.ToArray() : null;
        IsStatic = word.IsStatic;
        IsQuoted = word.IsQuoted;
        HasGlob = word.HasGlob;
        Variables = word.Variables is { Count: > 0 } variables ? variables.ToArray() : [];
        Substitutions = word.Substitutions is { Count: > 0 } substitutions ? substitutions.ToArray() : [];
    }

    /// <summary>The word as the shell is given it, quotes kept.</summary>
    public string Text => _source.Text.Substring(_start, _length);

    /// <summary>
    /// The word without quotes and escapes; expansions stay as they are written, globs and braces too.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// Whether <see cref="Value"/> is what the command is given, globs and braces aside: nothing in the word is
    /// expanded.
    /// </summary>
    public bool IsStatic { get; }

    /// <summary>Whether any part is quoted or escaped.</summary>
    public bool IsQuoted { get; }

    /// <summary>Whether an unquoted <c>*</c>, <c>?</c> or <c>[</c> stands in the word.</summary>
    public bool HasGlob { get; }

    /// <summary>
    /// The variables the word uses, those inside here-documents and arithmetic included, those of commands inside it
    /// not.
    /// </summary>
    public IReadOnlyList<ShellVariable> Variables { get; }

    /// <summary>
    /// The commands run to make the word: <c>$( )</c>, backticks, <c>&lt;( )</c>; in PowerShell also <c>( )</c> and
    /// <c>{ }</c>.
    /// </summary>
    public IReadOnlyList<ShellSubstitution> Substitutions { get; }

    public SourceSpan Span => _source.GetSpan(_start, _length);

    /// <summary>Offset in the file of the first character, 0-based, in UTF-16 code units.</summary>
    public int SourceStart => _source.ToSource(_start, _length);

    /// <summary>Number of UTF-16 code units the word takes in the file.</summary>
    public int SourceLength => _source.ToSourceEnd(_start, _length) - SourceStart;

    internal ScriptText Source => _source;

    internal int Start => _start;

    internal int End => _start + _length;

    /// <summary>Pairs of offsets in <see cref="Value"/>: ranges that hold commands already read.</summary>
    internal int[]? Opaque { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The value as a script of its own.</summary>
    internal ScriptText AsScript() => new(_source, Value, _map ?? [0, _start]);

    /// <summary>The word without the first characters of its value.</summary>
    internal ShellWord Skip(int count)
    {
        var word = new WordBuilder { IsStatic = IsStatic, IsQuoted = IsQuoted, HasGlob = HasGlob };
        var pairs = _map ?? [0, _start];
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var from = System.Math.Max(count, pairs[i]);
            var to = i + 2 < pairs.Length ? pairs[i + 2] : Value.Length;
            for (var at = from; at < to; at++) word.Value.Append(Value[at], pairs[i + 1] + at - pairs[i]);
        }

        foreach (var variable in Variables) word.Add(variable);
        foreach (var substitution in Substitutions) word.Add(substitution);
        return new ShellWord(_source, System.Math.Min(_start + _length, _start + count), _start + _length, word);
    }

    internal void SetParent(ShellNode parent)
    {
        foreach (var substitution in Substitutions) substitution.Parent = parent;
        foreach (var variable in Variables) variable.Parent = parent;
    }
}

/// <summary>A use of a variable, such as <c>$name</c> or <c>${name:-x}</c>.</summary>
public sealed class ShellVariable : ShellNode
{
    private readonly int _nameStart;
    private readonly int _nameLength;

    internal ShellVariable(ScriptText source, int start, int end, int nameStart, int nameEnd, bool isQuoted)
        : base(source, start, end)
    {
        _nameStart = nameStart;
        _nameLength = nameEnd - nameStart;
        IsQuoted = isQuoted;
    }

    /// <summary>
    /// The name; a digit or sign for the special parameters, <c>env:NAME</c> for PowerShell's view of the environment.
    /// </summary>
    public string Name => Source.Text.Substring(_nameStart, _nameLength);

    /// <summary>
    /// Whether its value stays one word: it stands in double quotes, or in a shell that does not divide values.
    /// </summary>
    public bool IsQuoted { get; }
}

/// <summary>Commands run inside a word.</summary>
public sealed class ShellSubstitution : ShellNode
{
    internal ShellSubstitution(ScriptText source, int start, int end, ShellList body, bool isProcess)
        : base(source, start, end)
    {
        Body = body;
        IsProcess = isProcess;
        body.Parent = this;
    }

    public ShellList Body { get; }

    /// <summary>Whether it is <c>&lt;( )</c> or <c>&gt;( )</c>.</summary>
    public bool IsProcess { get; }
}

/// <summary>What is gathered while a word is read.</summary>
internal sealed class WordBuilder
{
    public ScriptTextBuilder Value { get; } = new();

    public List<int>? Opaque { get; private set; }

    public List<ShellVariable>? Variables { get; private set; }

    public List<ShellSubstitution>? Substitutions { get; private set; }

    public bool IsStatic { get; set; } = true;

    public bool IsQuoted { get; set; }

    public bool HasGlob { get; set; }

    /// <summary>Above 0 inside an expansion, which is added as a whole when it ends.</summary>
    public int Muted { get; set; }

    public void Clear()
    {
        Value.Clear();
        Opaque?.Clear();
        Variables?.Clear();
        Substitutions?.Clear();
        IsStatic = true;
        IsQuoted = HasGlob = false;
        Muted = 0;
    }

    public void Append(string text, int start, int end)
    {
        if (Muted == 0) Value.Append(text, start, end);
    }

    public void Append(char c, int place)
    {
        if (Muted == 0) Value.Append(c, place);
    }

    public void Add(ShellVariable variable) => (Variables ??= []).Add(variable);

    public void Add(ShellSubstitution substitution) => (Substitutions ??= []).Add(substitution);

    /// <summary>Adds an expansion as it is written.</summary>
    public void AppendExpansion(string text, int start, int end, bool holdsCommands)
    {
        IsStatic = false;
        if (Muted > 0) return;
        var from = Value.Length;
        Value.Append(text, start, end);
        if (!holdsCommands) return;
        (Opaque ??= []).Add(from);
        Opaque.Add(Value.Length);
    }
}
