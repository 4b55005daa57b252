using System;
using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Images.Builds;

/// <summary>The value of <c>-p</c>: <c>A=1;B="x;y"</c>.</summary>
internal static class PropertyList
{
    /// <summary>
    /// Names and values, escapes (<c>%3B</c>) decoded and quotes taken off. A part without a name belongs to the value
    /// before it.
    /// </summary>
    public static List<KeyValuePair<string, string>> Read(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (part, separator) in Split(text))
        {
            var equals = part.IndexOf('=');
            if (equals > 0)
            {
                pairs.Add(new(part.Substring(0, equals).Trim(), Unescape(part.Substring(equals + 1).Trim())));
            }
            else if (pairs.Count > 0 && part.Length > 0)
            {
                var last = pairs[pairs.Count - 1];
                pairs[pairs.Count - 1] = new(last.Key, last.Value + separator + Unescape(part));
            }
        }

        return pairs;
    }

    /// <summary>The parts, and the separator before each.</summary>
    public static IEnumerable<(string Part, char Separator)> Split(string text)
    {
        var part = new StringBuilder();
        var separator = ';';
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ';' or ',')
            {
                yield return (part.ToString(), separator);
                part.Clear();
                separator = c;
            }
            else
            {
                part.Append(c);
            }
        }

        yield return (part.ToString(), separator);
    }

    private static string Unescape(string text)
    {
        if (text.IndexOf('%') < 0) return text;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                plain.Append((char)(Uri.FromHex(text[i + 1]) * 16 + Uri.FromHex(text[i + 2])));
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
