using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>A text after BuildKit's variable expansion (Dockerfile reference, "Environment replacement").</summary>
public sealed class Expansion
{
    private Expansion(string text, string? value, ShellLexer lexer)
    {
        Value = value ?? text;
        Error = lexer.Error;
        Matched = lexer.Matched;
        Unmatched = lexer.Unmatched;
        Missing = lexer.Missing;
        var words = new string[lexer.Words.Count];
        for (var i = 0; i < words.Length; i++) words[i] = lexer.Words[i].Text;
        Words = words;
    }

    /// <summary>The result without quotes; the text as it was when <see cref="Error"/> is set.</summary>
    public string Value { get; }

    /// <summary>The result divided at white space outside quotes; empty when <see cref="Error"/> is set.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Variables that had a value.</summary>
    public IReadOnlyList<string> Matched { get; }

    /// <summary>Variables that had none, those with a default included.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <summary>Variables that had no value and no default, so that nothing stands in their place.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Why the text cannot be expanded, a plain sentence; null when it can.</summary>
    public string? Error { get; }

    /// <summary>Expands a text.</summary>
    /// <param name="text">The text, quotes included.</param>
    /// <param name="variables">Names and values; case is the dictionary's affair.</param>
    /// <param name="escapeCharacter">The backslash or what <c># escape=</c> says.</param>
    public static Expansion Expand(
        string text, IReadOnlyDictionary<string, string> variables, char escapeCharacter = '\\')
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (variables is null) throw new ArgumentNullException(nameof(variables));
        var lexer = new ShellLexer(text, escapeCharacter, variables);
        return new Expansion(text, lexer.Run(), lexer);
    }
}
