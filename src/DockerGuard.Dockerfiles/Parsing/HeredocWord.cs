using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>A redirection such as <c>3&lt;&lt;-"EOF"</c> found among the words of an instruction.</summary>
/// <param name="Name">The terminator, quotes and escapes removed.</param>
/// <param name="FileDescriptor">The number before it, 0 when absent.</param>
/// <param name="Expand">False when any part of the name is quoted.</param>
/// <param name="Chomp">True for <c>&lt;&lt;-</c>.</param>
/// <param name="Start">Offset in the joined text.</param>
/// <param name="Length">Length in the joined text.</param>
internal sealed record HeredocWord(string Name, int FileDescriptor, bool Expand, bool Chomp, int Start, int Length)
{
    /// <summary>
    /// The here-documents of a line, in order. The words are a shell's with the backslash as escape whatever the
    /// directive says; a line that cannot be divided into words has none.
    /// </summary>
    public static IEnumerable<HeredocWord> FindAll(string line)
    {
        var lexer = new ShellLexer(line, '\\', variables: null, ShellLexing.Raw | ShellLexing.KeepUnset);
        if (lexer.Run() is null) yield break;
        foreach (var (text, start) in lexer.Words)
            if (Parse(text, start) is { } word) yield return word;
    }

    /// <summary>Reads one word; null when it is no here-document.</summary>
    public static HeredocWord? Parse(string word, int start)
    {
        var at = 0;
        while (at < word.Length && word[at] is >= '0' and <= '9') at++;
        if (string.CompareOrdinal(word, at, "<<", 0, 2) != 0) return null;
        _ = int.TryParse(word.Substring(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor);
        at += 2;
        var chomp = at < word.Length && word[at] == '-';
        if (chomp) at++;
        at = Characters.SkipSpace(word, at, word.Length);
        if (at == word.Length || word.IndexOf('<', at) >= 0) return null;
        var rest = word.Substring(at);
        if (IsPlain(rest)) return new HeredocWord(rest, descriptor, Expand: true, chomp, start, word.Length);
        var lexer = new ShellLexer(rest, '\\', variables: null, ShellLexing.KeepUnset);
        if (lexer.Run() is null || lexer.Words.Count != 1) return null;
        var name = lexer.Words[0].Text;
        // A quote that is still in the name was escaped; one that is gone has done its work.
        return new HeredocWord(
            name, descriptor, Expand: CountQuotes(name) == CountQuotes(rest), chomp, start, word.Length);
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (!(c < 0x80 && char.IsLetterOrDigit(c)) && c is not ('_' or '.' or '-')) return false;
        return true;
    }

    private static int CountQuotes(string text)
    {
        var count = 0;
        foreach (var c in text)
            if (c is '\'' or '"') count++;
        return count;
    }
}
