using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>What the arguments are as JSON.</summary>
internal enum JsonForm
{
    /// <summary>Not one whole, valid array: the shell form.</summary>
    None,

    /// <summary>An array of strings: the exec form.</summary>
    Strings,

    /// <summary>A valid array with something else in it, which BuildKit refuses.</summary>
    OtherValues,
}

/// <summary>A string of a JSON text.</summary>
/// <param name="start">The offset of its first quote.</param>
/// <param name="end">The offset behind its last one.</param>
/// <param name="value">What it says.</param>
internal sealed class JsonString(int start, int end, string value)
{
    public int Start => start;

    public int End => end;

    public string Value => value;
}

/// <summary>
/// Reads the JSON a Dockerfile may hold, strictly by RFC 8259. It keeps its own stack, so nesting costs no call depth.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>Go's decoder gives up deeper than this, and the text then counts as shell form.</summary>
    private const int MaximumDepth = 10000;

    private readonly string _text;
    private readonly int _end;
    private int _at;

    private JsonReader(string text, int start, int end)
    {
        _text = text;
        _at = start;
        _end = end;
    }

    /// <summary>Reads an array; the elements' ranges include their quotes.</summary>
    public static JsonForm Read(string text, int start, int end, List<JsonString> elements)
    {
        if (start == end || text[start] != '[' || text[end - 1] != ']') return JsonForm.None;
        return new JsonReader(text, start, end).ReadArray(elements);
    }

    /// <summary>
    /// Finds a string member of a text that is one whole object; of several the last one counts, and only if it is a
    /// string.
    /// </summary>
    /// <param name="text">The text; white space around the object is allowed.</param>
    /// <param name="start">Where the object or the white space before it begins.</param>
    /// <param name="name">The member's name; case matters.</param>
    public static JsonString? FindMember(string text, int start, string name)
    {
        var reader = new JsonReader(text, start, text.Length);
        reader.SkipSpace();
        return reader.Take('{') && reader.ReadMembers(name, out var found) ? found : null;
    }

    private bool ReadMembers(string name, out JsonString? found)
    {
        found = null;
        SkipSpace();
        if (!Take('}'))
        {
            do
            {
                SkipSpace();
                if (_at >= _end || _text[_at] != '"' || ReadString() is not { } member) return false;
                SkipSpace();
                if (!Take(':')) return false;
                SkipSpace();
                var start = _at;
                var value = _at < _end && _text[_at] == '"' ? ReadString() : null;
                if (value is null && (_at > start || !SkipValue())) return false;
                if (member == name) found = value is null ? null : new JsonString(start, _at, value);
                SkipSpace();
            }
            while (Take(','));
            if (!Take('}')) return false;
        }

        SkipSpace();
        return _at == _end;
    }

    private JsonForm ReadArray(List<JsonString> elements)
    {
        var form = JsonForm.Strings;
        _at++;
        SkipSpace();
        if (Take(']')) return _at == _end ? form : JsonForm.None;
        while (true)
        {
            SkipSpace();
            var start = _at;
            if (_at < _end && _text[_at] == '"')
            {
                var value = ReadString();
                if (value is null) return JsonForm.None;
                elements.Add(new JsonString(start, _at, value));
            }
            else
            {
                if (!SkipValue()) return JsonForm.None;
                form = JsonForm.OtherValues;
            }

            SkipSpace();
            if (Take(',')) continue;
            return Take(']') && _at == _end ? form : JsonForm.None;
        }
    }

    private void SkipSpace()
    {
        while (_at < _end && _text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private bool Take(char c)
    {
        if (_at >= _end || _text[_at] != c) return false;
        _at++;
        return true;
    }

    private string? ReadString()
    {
        var start = ++_at;
        while (_at < _end && _text[_at] is not ('"' or '\\' or < ' ') && !char.IsSurrogate(_text[_at])) _at++;
        if (_at < _end && _text[_at] == '"') return _text.Substring(start, _at++ - start);
        var result = new StringBuilder(_text, start, _at - start, _end - start);
        while (_at < _end)
        {
            var c = _text[_at++];
            if (c == '"') return result.ToString();
            if (c < ' ') return null;
            if (c == '\\')
            {
                if (!ReadEscape(result)) return null;
            }
            else if (!char.IsSurrogate(c))
            {
                result.Append(c);
            }
            else if (char.IsSurrogatePair(_text, _at - 1))
            {
                result.Append(c).Append(_text[_at++]);
            }
            else
            {
                result.Append('\uFFFD');
            }
        }

        return null;
    }

    private bool ReadEscape(StringBuilder result)
    {
        if (_at >= _end) return false;
        var c = _text[_at++];
        switch (c)
        {
            case '"' or '\\' or '/': result.Append(c); return true;
            case 'b': result.Append('\b'); return true;
            case 'f': result.Append('\f'); return true;
            case 'n': result.Append('\n'); return true;
            case 'r': result.Append('\r'); return true;
            case 't': result.Append('\t'); return true;
            case 'u': break;
            default: return false;
        }

        if (!ReadHex(_at, out var unit)) return false;
        _at += 4;
        if (char.IsHighSurrogate(unit) && _at + 1 < _end && _text[_at] == '\\' && _text[_at + 1] == 'u'
            && ReadHex(_at + 2, out var low) && char.IsLowSurrogate(low))
        {
            _at += 6;
            result.Append(unit).Append(low);
            return true;
        }

        result.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
        return true;
    }

    private bool ReadHex(int from, out char unit)
    {
        var value = 0;
        for (var i = from; i < from + 4; i++)
        {
            var digit = i < _end ? HexDigit(_text[i]) : -1;
            if (digit < 0)
            {
                unit = '\0';
                return false;
            }

            value = value << 4 | digit;
        }

        unit = (char)value;
        return true;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>
    /// Passes over any value that is not a string; nested arrays and objects are kept on a stack of their closing
    /// characters.
    /// </summary>
    private bool SkipValue()
    {
        var open = new Stack<char>();
        do
        {
            SkipSpace();
            if (_at >= _end) return false;
            if (_text[_at] is '[' or '{')
            {
                var close = _text[_at++] == '[' ? ']' : '}';
                if (open.Count >= MaximumDepth - 1) return false;
                SkipSpace();
                if (!Take(close))
                {
                    open.Push(close);
                    if (close == '}' && !SkipName()) return false;
                    continue;
                }
            }
            else if (!SkipScalar())
            {
                return false;
            }

            while (open.Count > 0)
            {
                SkipSpace();
                if (Take(','))
                {
                    if (open.Peek() == '}' && !SkipName()) return false;
                    break;
                }

                if (!Take(open.Pop())) return false;
            }
        }
        while (open.Count > 0);
        return true;
    }

    private bool SkipName()
    {
        SkipSpace();
        if (_at >= _end || _text[_at] != '"' || ReadString() is null) return false;
        SkipSpace();
        return Take(':');
    }

    private bool SkipScalar() => _text[_at] switch
    {
        '"' => ReadString() is not null,
        't' => TakeWord("true"),
        'f' => TakeWord("false"),
        'n' => TakeWord("null"),
        _ => SkipNumber(),
    };

    private bool TakeWord(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0 || _at + word.Length > _end) return false;
        _at += word.Length;
        return true;
    }

    private bool SkipNumber()
    {
        var start = _at;
        Take('-');
        if (!Take('0') && !SkipDigits()) return false;
        if (Take('.') && !SkipDigits()) return false;
        if (Take('e') || Take('E'))
        {
            if (!Take('+')) Take('-');
            if (!SkipDigits()) return false;
        }

        // Go refuses a number that no double can hold, and the text then counts as shell form.
        return double.TryParse(
            _text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !double.IsInfinity(number);
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (_at < _end && _text[_at] is >= '0' and <= '9') _at++;
        return _at > start;
    }
}
