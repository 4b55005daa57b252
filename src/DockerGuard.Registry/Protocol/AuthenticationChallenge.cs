using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Text;

namespace DockerGuard.Registry.Protocol;

/// <summary>One challenge of a WWW-Authenticate header (RFC 9110, section 11.6.1).</summary>
internal sealed record AuthenticationChallenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    public static AuthenticationChallenge From(AuthenticationHeaderValue header) =>
        new(header.Scheme, ParseParameters(header.Parameter ?? ""));

    public bool Is(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);

    // name=token or name="quoted \"text\"", separated by commas. What does not fit is passed over.
    private static Dictionary<string, string> ParseParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        while (position < text.Length)
        {
            var equals = text.IndexOf('=', position);
            if (equals < 0) break;

            var name = text[position..equals].Trim(' ', '\t', ',');
            position = equals + 1;
            var value = position < text.Length && text[position] == '"'
                ? ReadQuoted(text, ref position)
                : ReadToken(text, ref position);
            parameters.TryAdd(name, value);
        }

        return parameters;
    }

    private static string ReadToken(string text, ref int position)
    {
        var comma = text.IndexOf(',', position);
        var end = comma < 0 ? text.Length : comma;
        var value = text[position..end].Trim();
        position = end + 1;
        return value;
    }

    private static string ReadQuoted(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length) position++;

            value.Append(text[position]);
        }

        position++;
        return value.ToString();
    }
}
