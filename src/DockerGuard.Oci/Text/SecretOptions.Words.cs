using System;

namespace DockerGuard.Oci.Text;

/// <content>Divides a text into commands and words.</content>
public sealed partial class SecretOptions
{
    /// <summary>Characters of a <c>$(…)</c>; what is longer is a mistake.</summary>
    private const int MostOfSubstitution = 4096;

    private void Read(int start, int end)
    {
        EndCommand(isPiped: false);
        var isContinued = false;
        for (var i = start; i < end;)
        {
            var c = _text[i];
            if (c is ' ' or '\t' or '\r')
            {
                i++;
            }
            else if (LineEnd(i, end) is var next and > 0)
            {
                isContinued = true;
                i = next;
            }
            else if (c == '\n')
            {
                // A comment between the lines of a command does not end it.
                if (!isContinued || !IsCommentLine(i, start)) EndCommand(isPiped: false);
                isContinued &= IsCommentLine(i, start);
                i++;
            }
            else if (c is ';' or '&' or '|' or '(' or ')')
            {
                EndCommand(c == '|' && (i + 1 == end || _text[i + 1] != '|') && (i == start || _text[i - 1] != '|'));
                if (c == '(') _group.Clear();
                i++;
            }
            else
            {
                var wordEnd = WordEnd(i, end);
                Word(i, wordEnd);
                i = wordEnd;
            }
        }
    }

    /// <summary>Where the next line starts when a backslash or a backtick ends this one; 0 when none does.</summary>
    private int LineEnd(int index, int end)
    {
        if (_text[index] is not ('\\' or '`')) return 0;
        var next = index + 1;
        while (next < end && _text[next] is ' ' or '\t' or '\r') next++;
        return next < end && _text[next] == '\n' ? next + 1 : 0;
    }

    private bool IsCommentLine(int lineEnd, int start)
    {
        var line = lineEnd == 0 ? -1 : _text.LastIndexOf('\n', lineEnd - 1);
        for (var i = Math.Max(line + 1, start); i < lineEnd; i++)
            if (_text[i] is not (' ' or '\t')) return _text[i] == '#';
        return false;
    }

    private int WordEnd(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = _text[i];
            if (LineEnd(i, end) is var next and > 0)
            {
                // A word goes on where the next line begins without a blank.
                if (next == end || _text[next] is ' ' or '\t' or '\r' or '\n' or '#') return i;
                i = next - 1;
            }
            else if (c == '\\' && i + 1 < end && _text[i + 1] is not ('\r' or '\n'))
            {
                i++;
            }
            else if (c is '"' or '\'')
            {
                i = QuoteEnd(i, end);
            }
            else if (c == '$' && i + 1 < end && _text[i + 1] == '(')
            {
                i = Math.Max(i, _text.IndexOf(')', i, Math.Min(end - i, MostOfSubstitution)));
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')')
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>The closing quote; without one the opening one is a letter.</summary>
    private int QuoteEnd(int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (_text[i] == '\\' && _text[open] == '"') i++;
            else if (_text[i] == _text[open]) return i;
        }

        return open;
    }
}
