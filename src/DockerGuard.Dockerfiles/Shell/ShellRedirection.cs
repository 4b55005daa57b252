using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>A redirection such as <c>2&gt;/dev/null</c> or <c>&lt;&lt;EOF</c>.</summary>
public sealed class ShellRedirection : ShellNode
{
    internal ShellRedirection(
        ScriptText source, int start, int end, string @operator, int? fileDescriptor, ShellWord? target)
        : base(source, start, end)
    {
        Operator = @operator;
        FileDescriptor = fileDescriptor;
        Target = target;
        target?.SetParent(this);
    }

    /// <summary>
    /// One of <c>&lt; &gt; &gt;&gt; &gt;| &lt;&gt; &lt;&amp; &gt;&amp; &amp;&gt; &amp;&gt;&gt; &lt;&lt; &lt;&lt;-
    /// &lt;&lt;&lt;</c>.
    /// </summary>
    public string Operator { get; }

    /// <summary>The number before the operator; null when none is written.</summary>
    public int? FileDescriptor { get; }

    /// <summary>
    /// The file, descriptor or text; of a here-document, the word that ends it. Null when it is missing.
    /// </summary>
    public ShellWord? Target { get; }

    /// <summary>The here-document; null for any other redirection.</summary>
    public ShellHeredoc? Heredoc { get; internal set; }

    /// <summary>Whether the target is a file that is written.</summary>
    public bool IsOutput => Operator is ">" or ">>" or ">|" or "&>" or "&>>";
}

/// <summary>The body of a here-document in a script.</summary>
public sealed class ShellHeredoc : ShellNode
{
    internal ShellHeredoc(ScriptText source, int start, int end, bool expand, bool chomp, WordBuilder expansions)
        : base(source, start, end)
    {
        Expand = expand;
        Chomp = chomp;
        Variables = expansions.Variables is { Count: > 0 } variables ? variables.ToArray() : [];
        Substitutions = expansions.Substitutions is { Count: > 0 } substitutions ? substitutions.ToArray() : [];
        foreach (var substitution in Substitutions) substitution.Parent = this;
        foreach (var variable in Variables) variable.Parent = this;
    }

    /// <summary>False when the word that ends it is quoted: nothing in the body is expanded.</summary>
    public bool Expand { get; }

    /// <summary>True for <c>&lt;&lt;-</c>: leading tabs are removed.</summary>
    public bool Chomp { get; }

    public IReadOnlyList<ShellVariable> Variables { get; }

    public IReadOnlyList<ShellSubstitution> Substitutions { get; }

    /// <summary>
    /// The body as the command reads it, as a script of its own, with the ranges of it that hold commands already read.
    /// </summary>
    internal (ScriptText Script, int[]? Opaque) AsScript()
    {
        var body = new ScriptTextBuilder();
        var opaque = new List<int>();
        var text = Source.Text;
        var next = 0;
        for (var at = Start; at < End;)
        {
            while (Chomp && at < End && text[at] == '\t') at++;
            var newline = text.IndexOf('\n', at, End - at);
            var lineEnd = newline < 0 ? End : newline + 1;
            for (; next < Substitutions.Count && Substitutions[next].Start < lineEnd; next++)
            {
                if (Substitutions[next].Start < at) continue;
                opaque.Add(body.Length + Substitutions[next].Start - at);
                opaque.Add(body.Length + Substitutions[next].End - at);
                lineEnd = System.Math.Max(lineEnd, Substitutions[next].End);
            }

            body.Append(text, at, lineEnd);
            at = lineEnd;
        }

        return (new ScriptText(Source, body.GetText(), body.GetMap(Start)), opaque.Count > 0 ? opaque.ToArray() : null);
    }
}

/// <summary>An assignment before a command, such as <c>DEBIAN_FRONTEND=noninteractive</c>, or on its own.</summary>
public sealed class ShellAssignment : ShellNode
{
    internal ShellAssignment(ScriptText source, int start, int end, string name, bool isAppend, ShellWord value)
        : base(source, start, end)
    {
        Name = name;
        IsAppend = isAppend;
        Value = value;
    }

    public string Name { get; }

    /// <summary>Whether <c>+=</c> is written.</summary>
    public bool IsAppend { get; }

    /// <summary>The value; an empty word when there is none.</summary>
    public ShellWord Value { get; }
}
