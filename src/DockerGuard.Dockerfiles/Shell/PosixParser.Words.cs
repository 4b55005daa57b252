using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Words and quotes.</summary>
internal sealed partial class PosixParser
{
    /// <summary>Reads a word up to what divides words; it may be empty.</summary>
    /// <param name="isTest">Inside <c>[[ ]]</c>, where only white space divides.</param>
    private ShellWord ReadWord(bool isTest = false)
    {
        var start = at;
        var hasGlob = false;
        while (at < end && !IsSpecial(text[at]))
        {
            hasGlob |= text[at] is '*' or '?' or '[';
            at++;
        }
        if (at >= end || (IsDelimiter(text[at]) && !isTest && text[at] is not ('(' or '<' or '>' or '\r'))) return new ShellWord(source, start, at, hasGlob);
        var word = context.Rent();
        word.HasGlob = hasGlob;
        word.Append(text, start, at);
        ReadParts(word, start, isTest);
        var result = new ShellWord(source, start, at, word);
        context.Return(word);
        return result;
    }

    private static bool IsSpecial(char c) => IsDelimiter(c) || c is '\'' or '"' or '\\' or '$' or '`';

    private void ReadParts(WordBuilder word, int start, bool isTest)
    {
        while (at < end)
        {
            var c = text[at];
            switch (c)
            {
                case ' ' or '\t' or '\n':
                    return;
                case '\r':
                    if (LineBreakAt(at) > 0) return;
                    break;
                case '\\':
                    ReadEscape(word);
                    continue;
                case '\'':
                    if (!ReadSingleQuotes(word)) break;
                    continue;
                case '"':
                    if (!ReadDoubleQuotes(word)) break;
                    continue;
                case '$' or '`':
                    ReadExpansion(word, isQuoted: false);
                    continue;
                case '<' or '>' when at + 1 < end && text[at + 1] == '(' && !isTest:
                    ReadSubstitution(word, 2, isProcess: true);
                    continue;
                case '(' when at > 0 && !isTest && text[at - 1] == '=':
                    ReadArray(word);
                    continue;
                case '(' when at > start && !isTest && dialect == ShellDialect.Bash && text[at - 1] is '@' or '?' or '*' or '+' or '!':
                    ReadPatternGroup(word);
                    continue;
                default:
                    if (!isTest && IsDelimiter(c)) return;
                    word.HasGlob |= c is '*' or '?' or '[';
                    break;
            }
            word.Append(text, at, at + 1);
            at++;
        }
    }

    private void ReadEscape(WordBuilder word)
    {
        if (LineBreakAt(at + 1) is var length and > 0)
        {
            at += 1 + length;
            return;
        }
        // An escape as the very last character is itself.
        if (at + 1 < end) at++;
        word.IsQuoted = true;
        word.Append(text, at, at + 1);
        at++;
    }

    /// <summary>False, with an error, when the quote is never closed; it then stands for itself, so that what follows is still read.</summary>
    private bool ReadSingleQuotes(WordBuilder word)
    {
        var close = hasNoMoreSingleQuotes ? -1 : text.IndexOf('\'', at + 1, end - at - 1);
        if (close < 0)
        {
            if (end == text.Length) hasNoMoreSingleQuotes = true;
            Report(at, 1, "the single quote is not closed");
            return false;
        }
        word.IsQuoted = true;
        word.Append(text, at + 1, close);
        at = close + 1;
        return true;
    }

    private bool ReadDoubleQuotes(WordBuilder word)
    {
        var open = at++;
        word.IsQuoted = true;
        while (at < end)
        {
            var from = at;
            while (at < end && text[at] is not ('"' or '\\' or '$' or '`')) at++;
            word.Append(text, from, at);
            if (at >= end) break;
            var c = text[at];
            if (c == '"')
            {
                at++;
                return true;
            }
            if (c != '\\')
            {
                ReadExpansion(word, isQuoted: true);
                continue;
            }
            if (LineBreakAt(at + 1) is var length and > 0)
            {
                at += 1 + length;
                continue;
            }
            if (at + 1 < end && text[at + 1] is '"' or '\\' or '$' or '`') at++;
            word.Append(text, at, at + 1);
            at++;
        }
        Report(open, 1, "the double quote is not closed");
        return true;
    }

    /// <summary><c>$'...'</c>: escapes as in C.</summary>
    private bool ReadAnsiQuotes(WordBuilder word)
    {
        var open = at;
        at += 2;
        word.IsQuoted = true;
        while (at < end)
        {
            var c = text[at];
            if (c == '\'')
            {
                at++;
                return true;
            }
            if (c == '\\' && at + 1 < end) ReadAnsiEscape(word);
            else word.Append(text, at, ++at);
        }
        Report(open, 2, "the single quote is not closed");
        return true;
    }

    private void ReadAnsiEscape(WordBuilder word)
    {
        var place = at;
        var c = text[at + 1];
        at += 2;
        var simple = "abefnrtvE".IndexOf(c);
        if (simple >= 0)
        {
            word.Append("\a\b\u001B\f\n\r\t\v\u001B"[simple], place);
            return;
        }
        var (radix, digits) = c switch { 'x' => (16, 2), 'u' => (16, 4), 'U' => (16, 8), >= '0' and <= '7' => (8, 3), _ => (0, 0) };
        if (radix == 0)
        {
            if (c is not ('\\' or '\'' or '"' or '?')) word.Append('\\', place);
            word.Append(c, place);
            return;
        }
        if (radix == 8) at--;
        var value = 0;
        var from = at;
        while (at < end && at - from < digits && Digit(text[at]) is var digit && digit < radix)
        {
            value = value * radix + digit;
            at++;
        }
        word.Append(value is > 0 and < 0xD800 or > 0xDFFF and <= 0xFFFF ? (char)value : '\uFFFD', place);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 16,
    };

    /// <summary>The elements of an array; they stay as they are written.</summary>
    private void ReadArray(WordBuilder word)
    {
        var open = at;
        if (!context.Enter(source, at, 1))
        {
            at = end;
            return;
        }
        at++;
        var before = substitutions;
        var elements = new List<ShellWord>();
        while (true)
        {
            SkipLines();
            if (EndsWords()) break;
            elements.Add(ReadWord());
        }
        if (at < end && text[at] == ')') at++;
        else Report(open, 1, "'(' has no ')'");
        context.Leave();
        foreach (var element in elements)
        {
            foreach (var substitution in element.Substitutions) word.Add(substitution);
            foreach (var variable in element.Variables) word.Add(variable);
        }
        word.AppendExpansion(text, open, at, substitutions > before);
    }

    /// <summary>A pattern such as <c>@(a|b)</c>.</summary>
    private void ReadPatternGroup(WordBuilder word)
    {
        var open = at;
        var depth = 0;
        while (at < end)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\n' or '\'' or '"' or '`' or '$' or ';') break;
            at++;
            if (c == '(') depth++;
            else if (c == ')' && --depth == 0) break;
            else if (c == '\\' && at < end) at++;
        }
        word.HasGlob = true;
        word.Append(text, open, Math.Min(at, end));
    }
}
