using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Words, strings, blocks and comments of PowerShell.</summary>
internal sealed partial class PowerShellParser
{
    private bool IsAt(string sign) => at + sign.Length <= end && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\u00A0';

    private static bool IsEnd(char c) => c is '\n' or ';' or '|' or '&' or ')' or '}';

    private static bool IsExpression(char c) => c is '$' or '"' or '\'' or '(' or '{' or '@' or '[' or '-' or '!' or '+' or ',' or (>= '0' and <= '9');

    private static bool IsNameCharacter(char c) => c == '_' || (c < 0x80 && char.IsLetterOrDigit(c));

    private void SkipBlanks()
    {
        while (at < end)
        {
            if (IsBlank(text[at])) at++;
            else if (text[at] == '`' && at + 1 < end && text[at + 1] is '\n' or '\r') at += IsAt("`\r\n") ? 3 : 2;
            else if (IsAt("<#"))
            {
                var close = text.IndexOf("#>", at + 2, StringComparison.Ordinal);
                at = close < 0 ? end : close + 2;
            }
            else if (text[at] == '#')
            {
                var newline = text.IndexOf('\n', at);
                at = newline < 0 ? end : newline;
            }
            else return;
        }
    }

    private void SkipLines(bool withSemicolons)
    {
        while (true)
        {
            SkipBlanks();
            if (at >= end || !(text[at] == '\n' || (withSemicolons && text[at] == ';'))) return;
            at++;
        }
    }

    /// <summary>The letters here; null when there are none or more than letters.</summary>
    private string? PeekName()
    {
        var stop = at;
        while (stop < end && stop - at < 12 && text[stop] < 0x80 && char.IsLetter(text[stop])) stop++;
        var isName = stop > at && (stop == end || IsBlank(text[stop]) || IsEnd(text[stop]) || text[stop] is '(' or '{');
        return isName ? text.Substring(at, stop - at) : null;
    }

    private ShellAssignment? ReadAssignment()
    {
        if (at >= end || text[at] != '$') return null;
        var start = at;
        var i = at + 1;
        while (i < end && (IsNameCharacter(text[i]) || text[i] is ':' or '.')) i++;
        var name = text.Substring(start + 1, i - start - 1);
        while (i < end && IsBlank(text[i])) i++;
        var isAppend = i + 1 < end && text[i] is '+' or '-' or '*' or '/' && text[i + 1] == '=';
        if (isAppend) i++;
        if (name.Length == 0 || i >= end || text[i] != '=') return null;
        at = i + 1;
        return new ShellAssignment(source, start, at, name, isAppend, new ShellWord(source, at, at, hasGlob: false));
    }

    private ShellRedirection? ReadRedirection()
    {
        var i = at;
        if (text[i] is '*' or (>= '1' and <= '6')) i++;
        if (i >= end || text[i] != '>') return null;
        var start = at;
        int? descriptor = char.IsDigit(text[at]) ? text[at] - '0' : null;
        at = i + 1;
        var sign = ">";
        if (at < end && text[at] is '>' or '&') sign += text[at++];
        SkipBlanks();
        var target = at < end && !IsEnd(text[at]) ? ReadWord() : null;
        return new ShellRedirection(source, start, target?.End ?? start + 1, sign, descriptor, target);
    }

    private ShellWord ReadWord()
    {
        var start = at;
        var word = context.Rent();
        ReadWord(word);
        var result = new ShellWord(source, start, at, word);
        context.Return(word);
        return result;
    }

    /// <summary>Reads at least one character, unless a closing sign stands here.</summary>
    private void ReadWord(WordBuilder word)
    {
        while (at < end && !IsBlank(text[at]) && !IsEnd(text[at]))
        {
            switch (text[at])
            {
                case '\'':
                    ReadLiteral(word);
                    break;
                case '"':
                    ReadString(word, 1);
                    break;
                case '@' when at + 2 < end && text[at + 1] is '\'' or '"' && text[at + 2] is '\r' or '\n':
                    ReadHereString(word);
                    break;
                case '@' when at + 1 < end && text[at + 1] is '(' or '{':
                    ReadBlock(word, 2, isTable: text[at + 1] == '{');
                    break;
                case '$':
                    ReadVariable(word);
                    break;
                case '(' or '{':
                    ReadBlock(word, 1, isTable: false);
                    break;
                case '`' when at + 1 < end:
                    word.IsQuoted = true;
                    word.Append(text, at + 1, at + 2);
                    at += 2;
                    break;
                default:
                    word.Append(text, at, at + 1);
                    at++;
                    break;
            }
        }
    }

    private void ReadLiteral(WordBuilder word)
    {
        var open = at++;
        word.IsQuoted = true;
        while (true)
        {
            var close = text.IndexOf('\'', at);
            if (close < 0)
            {
                context.Report(source, open, 1, "the single quote is not closed");
                word.Append(text, at, end);
                at = end;
                return;
            }
            word.Append(text, at, close);
            at = close + 1;
            if (at >= end || text[at] != '\'') return;
            word.Append(text, at, ++at);
        }
    }

    private void ReadString(WordBuilder word, int signLength)
    {
        var open = at;
        at += signLength;
        word.IsQuoted = true;
        while (at < end)
        {
            var c = text[at];
            if (c == '"' && signLength == 1)
            {
                at++;
                if (at >= end || text[at] != '"') return;
                word.Append(text, at, ++at);
            }
            else if (signLength == 2 && IsAt("\n\"@"))
            {
                at += 3;
                return;
            }
            else if (c == '`' && at + 1 < end)
            {
                word.Append(text, at + 1, at + 2);
                at += 2;
            }
            else if (c == '$') ReadVariable(word);
            else word.Append(text, at, ++at);
        }
        context.Report(source, open, signLength, "the double quote is not closed");
    }

    private void ReadHereString(WordBuilder word)
    {
        if (text[at + 1] == '"')
        {
            ReadString(word, 2);
            return;
        }
        var open = at;
        word.IsQuoted = true;
        var close = text.IndexOf("\n'@", at + 2, StringComparison.Ordinal);
        if (close < 0) context.Report(source, open, 2, "the here-string is not closed");
        word.Append(text, at + 2, close < 0 ? end : close);
        at = close < 0 ? end : close + 3;
    }

    private void ReadVariable(WordBuilder word)
    {
        var start = at;
        if (at + 1 < end && text[at + 1] == '(')
        {
            ReadBlock(word, 2, isTable: false);
            return;
        }
        at++;
        var nameStart = at;
        if (at < end && text[at] == '{')
        {
            var close = text.IndexOf('}', at);
            nameStart++;
            at = close < 0 ? end : close + 1;
            Add(word, start, nameStart, Math.Max(nameStart, close < 0 ? end : close));
            return;
        }
        while (at < end && (IsNameCharacter(text[at]) || (text[at] == ':' && at + 1 < end && IsNameCharacter(text[at + 1])))) at++;
        if (at == nameStart && at < end && text[at] is '?' or '^' or '$') at++;
        if (at == nameStart) word.Append(text, start, at);
        else Add(word, start, nameStart, at);
    }

    private void Add(WordBuilder word, int start, int nameStart, int nameEnd)
    {
        nameEnd = Math.Min(nameEnd, end);
        nameStart = Math.Min(nameStart, nameEnd);
        word.Add(new ShellVariable(source, start, at, nameStart, nameEnd, isQuoted: true));
        word.AppendExpansion(text, start, at, holdsCommands: false);
    }

    /// <summary>Statements in parentheses or braces, after a sign of some characters that includes the opening one.</summary>
    private void ReadBlock(WordBuilder word, int signLength, bool isTable)
    {
        var start = at;
        if (!context.Enter(source, at, signLength))
        {
            at = end;
            word.AppendExpansion(text, start, at, holdsCommands: false);
            return;
        }
        var close = text[at + signLength - 1] == '{' ? '}' : ')';
        at += signLength;
        var items = new List<ShellAndOr>();
        ReadStatements(items, isTable);
        if (at < end && text[at] == close) at++;
        else context.Report(source, start, signLength, $"'{text.Substring(start, signLength)}' has no '{close}'");
        context.Leave();
        var body = items.Count == 0
            ? new ShellList(source, start + signLength, start + signLength, items)
            : new ShellList(source, items[0].Start, items[items.Count - 1].End, items);
        word.Add(new ShellSubstitution(source, start, at, body, isProcess: false));
        word.AppendExpansion(text, start, at, holdsCommands: true);
    }
}
