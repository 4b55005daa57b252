using System;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Expansions: variables, commands, arithmetic; and the bodies of here-documents, which hold the same.</summary>
internal sealed partial class PosixParser
{
    /// <summary>How many substitutions were met so far; what holds one is told by the difference.</summary>
    private int substitutions;

    /// <summary>How many characters may still be looked at ahead; keeps hostile texts linear.</summary>
    private long lookAhead;

    /// <summary>Reads what begins with a dollar sign or a backtick. It always goes forward.</summary>
    private void ReadExpansion(WordBuilder word, bool isQuoted)
    {
        if (opaque is not null && opaque.TryGetValue(at, out var stop))
        {
            substitutions++;
            word.AppendExpansion(text, at, Math.Min(stop, end), holdsCommands: true);
            at = Math.Min(stop, end);
            return;
        }
        if (text[at] == '`')
        {
            ReadBackticks(word, isQuoted);
            return;
        }
        var next = at + 1 < end ? text[at + 1] : '\0';
        if (next == '\'' && !isQuoted) ReadAnsiQuotes(word);
        else if (next == '"' && !isQuoted) at++;
        else if (next == '(') ReadDollarParenthesis(word);
        else if (next == '{') ReadBraces(word, isQuoted);
        else if (IsNameStart(next))
        {
            var start = at++;
            while (at < end && IsNameCharacter(text[at])) at++;
            AddVariable(word, start, start + 1, at, isQuoted);
        }
        else if (next is (>= '0' and <= '9') or '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            at += 2;
            AddVariable(word, at - 2, at - 1, at, isQuoted);
        }
        else
        {
            word.Append(text, at, at + 1);
            at++;
        }
    }

    private void AddVariable(WordBuilder word, int start, int nameStart, int nameEnd, bool isQuoted)
    {
        word.Add(new ShellVariable(source, start, at, nameStart, nameEnd, isQuoted));
        word.AppendExpansion(text, start, at, holdsCommands: false);
    }

    private void ReadDollarParenthesis(WordBuilder word)
    {
        if (IsAt("$((") && FindArithmeticEnd(at + 3) is var close and >= 0)
        {
            var start = at;
            at += 3;
            ReadMuted(word, start, close, close + 2);
        }
        else ReadSubstitution(word, 2, isProcess: false);
    }

    private ShellWord ReadArithmeticWord(int close)
    {
        var start = at;
        var word = context.Rent();
        at += 2;
        ReadMuted(word, start, close, close + 2);
        var result = new ShellWord(source, start, at, word);
        context.Return(word);
        return result;
    }

    /// <summary>Reads the expansions up to a place, and adds the whole as it is written.</summary>
    private void ReadMuted(WordBuilder word, int start, int contentEnd, int wholeEnd)
    {
        var before = substitutions;
        if (context.Enter(source, start, wholeEnd - start))
        {
            word.Muted++;
            ReadExpansions(word, contentEnd);
            word.Muted--;
            context.Leave();
        }
        at = wholeEnd;
        word.AppendExpansion(text, start, at, substitutions > before);
    }

    /// <summary>The expansions of a text in which quotes mean nothing.</summary>
    private void ReadExpansions(WordBuilder word, int contentEnd)
    {
        var outerEnd = end;
        end = contentEnd;
        while (at < end)
        {
            var c = text[at];
            if (c == '\\') at += 2;
            else if (c is '$' or '`') ReadExpansion(word, isQuoted: true);
            else at++;
        }
        at = contentEnd;
        end = outerEnd;
    }

    /// <summary>
    /// The place of the <c>))</c> that ends arithmetic; -1 when the parentheses close otherwise, so that it is a command in a subshell.
    /// </summary>
    private int FindArithmeticEnd(int from)
    {
        var depth = 0;
        for (var i = from; i < end && lookAhead > 0; i++, lookAhead--)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                case ')':
                    return i + 1 < end && text[i + 1] == ')' ? i : -1;
                case '\'' or '"':
                    var close = text.IndexOf(text[i], i + 1, end - i - 1);
                    if (close < 0) return -1;
                    i = close;
                    break;
            }
        }
        return -1;
    }

    /// <summary>Commands in parentheses, after a sign of some characters that includes the opening one.</summary>
    private void ReadSubstitution(WordBuilder word, int signLength, bool isProcess)
    {
        var start = at;
        if (!context.Enter(source, at, signLength))
        {
            at = end;
            word.AppendExpansion(text, start, at, holdsCommands: false);
            return;
        }
        at += signLength;
        var outside = modes;
        var body = ReadList();
        modes = outside;
        SkipLines();
        if (at < end && text[at] == ')') at++;
        else Report(start, signLength, $"'{text.Substring(start, signLength)}' has no ')'");
        context.Leave();
        substitutions++;
        word.Add(new ShellSubstitution(source, start, at, body, isProcess));
        word.AppendExpansion(text, start, at, holdsCommands: true);
    }

    private void ReadBackticks(WordBuilder word, bool isQuoted)
    {
        var start = at;
        var close = -1;
        var isPlain = true;
        for (var i = at + 1; i < end && close < 0 && !hasNoMoreBackticks; i++)
        {
            if (text[i] == '`') close = i;
            else if (text[i] == '\\')
            {
                isPlain = false;
                i++;
            }
        }
        if (close < 0)
        {
            if (end == text.Length) hasNoMoreBackticks = true;
            Report(at, 1, "the backtick is not closed");
            word.Append(text, at, ++at);
            return;
        }
        var inner = new ScriptTextBuilder();
        for (var i = at + 1; i < close; i++)
        {
            var isEscape = !isPlain && text[i] == '\\' && i + 1 < close && (text[i + 1] is '`' or '\\' or '$' || (isQuoted && text[i + 1] == '"'));
            var from = isEscape ? i + 1 : i;
            i = from;
            // Runs without escapes are taken whole.
            while (i + 1 < close && text[i + 1] != '\\') i++;
            inner.Append(text, from, i + 1);
        }
        at = close + 1;
        var script = new ScriptText(source, inner.GetText(), inner.GetMap(start + 1));
        var body = context.ReadList(script, dialect, modes, opaque: null);
        substitutions++;
        word.Add(new ShellSubstitution(source, start, at, body, isProcess: false));
        word.AppendExpansion(text, start, at, holdsCommands: true);
    }

    /// <summary><c>${name...}</c>: the name is taken out, the rest may hold further expansions.</summary>
    private void ReadBraces(WordBuilder word, bool isQuoted)
    {
        var start = at;
        if (!context.Enter(source, at, 2))
        {
            at = end;
            word.AppendExpansion(text, start, at, holdsCommands: false);
            return;
        }
        at += 2;
        if (at + 1 < end && text[at] is '#' or '!' && text[at + 1] != '}') at++;
        var nameStart = at;
        while (at < end && IsNameCharacter(text[at])) at++;
        if (at == nameStart && at < end && text[at] is '@' or '*' or '#' or '?' or '-' or '$' or '!') at++;
        var nameEnd = at;
        if (nameEnd == nameStart) Report(start, 2, "'${' names no variable");
        var before = substitutions;
        word.Muted++;
        var isClosed = ReadToBrace(word, isQuoted);
        word.Muted--;
        context.Leave();
        if (!isClosed) Report(start, 2, "'${' has no '}'");
        if (nameEnd > nameStart)
            word.Add(new ShellVariable(source, start, at, nameStart, nameEnd, isQuoted));
        word.AppendExpansion(text, start, at, substitutions > before);
    }

    private bool ReadToBrace(WordBuilder word, bool isQuoted)
    {
        while (at < end)
        {
            switch (text[at])
            {
                case '}':
                    at++;
                    return true;
                case '\\':
                    at = Math.Min(end, at + 2);
                    break;
                case '\'' when !isQuoted && ReadSingleQuotes(word):
                    break;
                case '"' when ReadDoubleQuotes(word):
                    break;
                case '$' or '`':
                    ReadExpansion(word, isQuoted);
                    break;
                default:
                    at++;
                    break;
            }
        }
        return false;
    }
}
