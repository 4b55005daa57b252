using System;
using System.Collections.Generic;

namespace DockerGuard.Rules.Suppressions;

/// <summary>What a comment asks of hadolint.</summary>
internal enum HadolintOrder
{
    /// <summary><c>ignore=</c>: rules on the next instruction.</summary>
    Ignore,

    /// <summary><c>stage ignore=</c>: rules in the rest of a stage.</summary>
    StageIgnore,

    /// <summary><c>global ignore=</c>: rules in the file.</summary>
    GlobalIgnore,

    /// <summary><c>shell=</c>: what runs the commands of a stage.</summary>
    Shell,
}

/// <summary>
/// A comment for hadolint taken apart. It is read more kindly than hadolint reads it, which drops a comment it does not
/// understand without a word: what hadolint would have dropped is kept in <see cref="Problems"/>.
/// </summary>
internal sealed class HadolintComment
{
    private readonly string _text;
    private readonly List<(int Start, int Length, string Message)> _problems = [];
    private readonly List<(int Start, string Id)> _ids = [];
    private int _at;

    private HadolintComment(string text) => _text = text;

    public HadolintOrder Order { get; private set; }

    /// <summary>The rules of an ignore comment as written, with their places in the comment's text.</summary>
    public IReadOnlyList<(int Start, string Id)> Ids => _ids;

    /// <summary>The words after <c>shell=</c>.</summary>
    public string Shell { get; private set; } = "";

    /// <summary>The words after the number sign at the end; null when there are none.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why hadolint drops the comment, with places in its text.</summary>
    public IReadOnlyList<(int Start, int Length, string Message)> Problems => _problems;

    /// <summary>
    /// Reads the text of a comment; null when it is none for hadolint, such as a sentence that begins with its name.
    /// </summary>
    public static HadolintComment? Parse(string text)
    {
        if (!text.StartsWith("hadolint", StringComparison.OrdinalIgnoreCase)) return null;
        var comment = new HadolintComment(text);
        return comment.Read() ? comment : null;
    }

    private bool Read()
    {
        if (!Word("hadolint")) return false;
        if (Peek() == ':') Refuse(_at++, 1, "no colon stands after 'hadolint'");
        if (Word("shell")) Order = HadolintOrder.Shell;
        else if (Word("ignore")) Order = HadolintOrder.Ignore;
        else if (Word("global") && Word("ignore")) Order = HadolintOrder.GlobalIgnore;
        else if (Word("stage") && Word("ignore")) Order = HadolintOrder.StageIgnore;
        else return false;
        Blanks();
        if (Peek() == '=') _at++;
        else if (Peek() == ':') Refuse(_at++, 1, "'=' stands before the rules, not ':'");
        // "hadolint ignore comments are forbidden here" is a sentence; "hadolint ignore DL3008" is meant as an order.
        else if (IsIdNext()) Refuse(_at, 1, "'=' stands before the rules");
        else return false;
        if (Order == HadolintOrder.Shell) ReadShell();
        else ReadIds();
        return true;
    }

    private void ReadIds()
    {
        while (true)
        {
            Blanks();
            var start = _at;
            while (_at < _text.Length && _text[_at] is not (' ' or '\t' or ',' or '#')) _at++;
            if (_at > start) _ids.Add((start, _text.Substring(start, _at - start)));
            else Refuse(start, 1, "no rule is named here");
            Blanks();
            if (Peek() == ',') _at++;
            else if (_at > start && IsIdNext()) Refuse(_at, 1, "a comma stands between rules");
            else break;
        }

        ReadReason();
    }

    private void ReadReason()
    {
        var rest = _text.Substring(_at).TrimEnd();
        if (rest.Length == 0) return;
        if (rest[0] != '#') Refuse(_at, rest.Length, "a reason begins with '#'");
        Reason = rest.TrimStart('#', ' ', '\t') is { Length: > 0 } reason ? reason : null;
    }

    private void ReadShell()
    {
        Blanks();
        var end = _text.IndexOf('#', _at);
        Shell = (end < 0 ? _text.Substring(_at) : _text.Substring(_at, end - _at)).Trim();
        if (Shell.Length == 0) Refuse(Math.Max(0, _at - 1), 1, "no shell is named here");
    }

    /// <summary>Takes a word when it is next, in any case; hadolint itself reads lower-case only.</summary>
    private bool Word(string word)
    {
        Blanks();
        if (string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) return false;
        var end = _at + word.Length;
        if (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '-' or '_' or '.')) return false;
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            Refuse(_at, word.Length, $"'{word}' is lower-case");
        _at = end;
        return true;
    }

    /// <summary>True when what is next looks like a rule: two letters and four digits.</summary>
    private bool IsIdNext()
    {
        if (_at + 6 > _text.Length || (_at + 6 < _text.Length && _text[_at + 6] is not (' ' or '\t' or ',' or '#')))
            return false;
        return HadolintIds.IsId(_text.Substring(_at, 6).ToUpperInvariant());
    }

    private void Blanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t') _at++;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private void Refuse(int start, int length, string message) => _problems.Add((start, length, message));
}
