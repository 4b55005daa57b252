using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>The part that reads <c>$name</c> and <c>${name...}</c>.</summary>
internal sealed partial class ShellLexer
{
    private string ReadVariable()
    {
        _position++;
        if (Peek() == '{')
        {
            if (++_depth > MaximumDepth) return Fail($"substitutions are nested deeper than {MaximumDepth}");
            _position++;
            var value = ReadBraced();
            _depth--;
            return value;
        }

        var name = ReadName();
        if (name.Length == 0) return "$";
        return Get(name) ?? "$" + name;
    }

    private string ReadBraced()
    {
        switch (Peek())
        {
            case End:
                return Fail("the closing '}' is missing");
            case '{' or '}' or ':':
                return Fail("a variable name must follow '${'");
        }

        var start = _position;
        var name = ReadName();
        var c = Next();
        switch (c)
        {
            case End:
                return Fail("the closing '}' is missing");
            case '}':
                return Get(name) ?? "${" + name + "}";
            case ':':
                return ReadModifier(name, Next(), emptyIsUnset: true);
            case '+' or '-' or '?' or '#' or '%':
                return ReadModifier(name, c, emptyIsUnset: false);
            case '/':
                return ReadReplacement(name);
            default:
                return Unsupported(_text.Substring(start + name.Length, _position - start - name.Length));
        }
    }

    private string ReadModifier(string name, int modifier, bool emptyIsUnset)
    {
        var operand = ReadOperand('}', raw: modifier is '#' or '%');
        if (Error is not null) return "";
        var isSet = TryGet(name, out var value);
        if (!isSet && Has(ShellLexing.KeepUnset))
            return "${" + name + (emptyIsUnset ? ":" : "") + (char)modifier + operand + "}";
        var isMissing = !isSet || (emptyIsUnset && value.Length == 0);
        switch (modifier)
        {
            case '-':
                return isMissing ? operand : Expanded(value);
            case '+':
                return isMissing ? "" : operand;
            case '?':
                if (!isMissing) return Expanded(value);
                return Fail(operand.Length > 0
                    ? $"{Sentence.Show(name)}: {Sentence.Show(operand)}"
                    : $"{Sentence.Show(name)} must not be {(isSet ? "empty" : "unset")}");
            case '#' or '%':
                if (!isSet) AddTo(Missing, name);
                var longest = operand.Length > 0 && operand[0] == modifier;
                var pattern = ShellPattern.Parse(longest ? operand.Substring(1) : operand);
                if (pattern.Error is not null) return Fail(pattern.Error);
                var trimmed = modifier == '#' ? pattern.TrimStart(value, longest) : pattern.TrimEnd(value, longest);
                return trimmed is null ? Fail(ShellPattern.TooExpensive) : Expanded(trimmed);
            default:
                return Unsupported((emptyIsUnset ? ":" : "") + (char)modifier);
        }
    }

    private string Unsupported(string modifier) => Fail(
        char.IsControl(modifier[modifier.Length - 1])
            ? "a substitution holds a control character"
            : $"the modifier '{Sentence.Show(modifier)}' is not supported");

    private string ReadReplacement(string name)
    {
        var all = Peek() == '/';
        if (all) _position++;
        var operand = ReadOperand('/', raw: true);
        if (Error is not null) return "";
        var replacement = ReadOperand('}', raw: true);
        if (Error is not null) return "";
        var isSet = TryGet(name, out var value);
        if (!isSet && Has(ShellLexing.KeepUnset)) return "${" + name + "/" + operand + "/" + replacement + "}";
        if (!isSet) AddTo(Missing, name);
        var pattern = ShellPattern.Parse(operand);
        if (pattern.Error is not null) return Fail(pattern.Error);
        var replaced = pattern.Replace(value, replacement, all);
        return replaced is null ? Fail(ShellPattern.TooExpensive) : Expanded(replaced);
    }

    private string ReadOperand(char stop, bool raw)
    {
        var operand = ReadUntil(stop, raw);
        // What runs to the end of the text lacks its own end, whatever inside it was noticed first.
        if (Error is not null && _position >= _text.Length && _depth <= MaximumDepth)
            Error = stop == '/' ? "the second '/' of the replacement is missing" : "the closing '}' is missing";
        return operand;
    }

    private string ReadName()
    {
        var start = _position;
        if (_position >= _text.Length) return "";
        var first = _text[_position];
        if (char.IsDigit(first))
        {
            while (_position < _text.Length && char.IsDigit(_text[_position])) _position++;
        }
        else if (first is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _position++;
        }
        else
        {
            while (_position < _text.Length && (_text[_position] == '_' || char.IsLetterOrDigit(_text, _position)))
                _position += char.IsSurrogatePair(_text, _position) ? 2 : 1;
        }

        var name = _text.Substring(start, _position - start);
        References?.Add((name, start));
        return name;
    }

    private bool TryGet(string name, out string value)
    {
        if (_variables is not null && _variables.TryGetValue(name, out var found))
        {
            AddTo(Matched, name);
            value = found;
            return true;
        }

        AddTo(Unmatched, name);
        value = "";
        return false;
    }

    /// <summary>
    /// The value of a plain reference, empty for a variable without one; null when it is to stay as written.
    /// </summary>
    private string? Get(string name)
    {
        if (TryGet(name, out var value)) return Expanded(value);
        if (Has(ShellLexing.KeepUnset)) return null;
        AddTo(Missing, name);
        return "";
    }

    private static void AddTo(List<string> names, string name)
    {
        if (names.Count < MaximumNames && !names.Contains(name)) names.Add(name);
    }

    private string Expanded(string value)
    {
        _expanded += value.Length;
        return _expanded <= MaximumExpansion
            ? value
            : Fail($"the expanded value is longer than {MaximumExpansion} characters");
    }
}
