using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DockerGuard.Dockerfiles;

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

/// <summary>Reads the exec form, strictly by RFC 8259. It keeps its own stack, so nesting costs no call depth.</summary>
internal sealed class JsonArrayReader
{
    /// <summary>Go's decoder gives up deeper than this, and the text then counts as shell form.</summary>
    private const int MaximumDepth = 10000;

    private readonly string text;
    private readonly int end;
    private int at;

    private JsonArrayReader(string text, int start, int end)
    {
        this.text = text;
        at = start;
        this.end = end;
    }

    /// <summary>Reads an array; the elements' ranges include their quotes.</summary>
    public static JsonForm Read(string text, int start, int end, List<(int Start, int End, string Value)> elements)
    {
        if (start == end || text[start] != '[' || text[end - 1] != ']') return JsonForm.None;
        return new JsonArrayReader(text, start, end).ReadArray(elements);
    }

    private JsonForm ReadArray(List<(int, int, string)> elements)
    {
        var form = JsonForm.Strings;
        at++;
        SkipSpace();
        if (Take(']')) return at == end ? form : JsonForm.None;
        while (true)
        {
            SkipSpace();
            var start = at;
            if (at < end && text[at] == '"')
            {
                var value = ReadString();
                if (value is null) return JsonForm.None;
                elements.Add((start, at, value));
            }
            else
            {
                if (!SkipValue()) return JsonForm.None;
                form = JsonForm.OtherValues;
            }
            SkipSpace();
            if (Take(',')) continue;
            return Take(']') && at == end ? form : JsonForm.None;
        }
    }

    private void SkipSpace()
    {
        while (at < end && text[at] is ' ' or '\t' or '\n' or '\r') at++;
    }

    private bool Take(char c)
    {
        if (at >= end || text[at] != c) return false;
        at++;
        return true;
    }

    private string? ReadString()
    {
        var start = ++at;
        while (at < end && text[at] is not ('"' or '\\' or < ' ') && !char.IsSurrogate(text[at])) at++;
        if (at < end && text[at] == '"') return text.Substring(start, at++ - start);
        var result = new StringBuilder(text, start, at - start, end - start);
        while (at < end)
        {
            var c = text[at++];
            if (c == '"') return result.ToString();
            if (c < ' ') return null;
            if (c == '\\')
            {
                if (!ReadEscape(result)) return null;
            }
            else if (!char.IsSurrogate(c)) result.Append(c);
            else if (char.IsSurrogatePair(text, at - 1)) result.Append(c).Append(text[at++]);
            else result.Append('\uFFFD');
        }
        return null;
    }

    private bool ReadEscape(StringBuilder result)
    {
        if (at >= end) return false;
        var c = text[at++];
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
        if (!ReadHex(at, out var unit)) return false;
        at += 4;
        if (char.IsHighSurrogate(unit) && at + 1 < end && text[at] == '\\' && text[at + 1] == 'u'
            && ReadHex(at + 2, out var low) && char.IsLowSurrogate(low))
        {
            at += 6;
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
            var digit = i < end ? HexDigit(text[i]) : -1;
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

    /// <summary>Passes over any value that is not a string; nested arrays and objects are kept on a stack of their closing characters.</summary>
    private bool SkipValue()
    {
        var open = new Stack<char>();
        do
        {
            SkipSpace();
            if (at >= end) return false;
            if (text[at] is '[' or '{')
            {
                var close = text[at++] == '[' ? ']' : '}';
                if (open.Count >= MaximumDepth - 1) return false;
                SkipSpace();
                if (!Take(close))
                {
                    open.Push(close);
                    if (close == '}' && !SkipName()) return false;
                    continue;
                }
            }
            else if (!SkipScalar()) return false;
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
        if (at >= end || text[at] != '"' || ReadString() is null) return false;
        SkipSpace();
        return Take(':');
    }

    private bool SkipScalar() => text[at] switch
    {
        '"' => ReadString() is not null,
        't' => TakeWord("true"),
        'f' => TakeWord("false"),
        'n' => TakeWord("null"),
        _ => SkipNumber(),
    };

    private bool TakeWord(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || at + word.Length > end) return false;
        at += word.Length;
        return true;
    }

    private bool SkipNumber()
    {
        var start = at;
        Take('-');
        if (!Take('0') && !SkipDigits()) return false;
        if (Take('.') && !SkipDigits()) return false;
        if (Take('e') || Take('E'))
        {
            if (!Take('+')) Take('-');
            if (!SkipDigits()) return false;
        }
        // Go refuses a number that no double can hold, and the text then counts as shell form.
        return double.TryParse(text.Substring(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number);
    }

    private bool SkipDigits()
    {
        var start = at;
        while (at < end && text[at] is >= '0' and <= '9') at++;
        return at > start;
    }
}
