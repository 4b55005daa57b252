using System;
using System.Linq;

namespace DockerGuard.Oci.Text;

/// <content>Headers of HTTP.</content>
public sealed partial class SecretOptions
{
    private static readonly string[] Schemes = ["basic", "bearer", "token", "digest", "negotiate", "apikey"];

    /// <summary><c>Authorization: Basic …</c>, in whatever word it stands.</summary>
    /// <param name="word">Holds it.</param>
    /// <param name="start">Where the word starts in the text.</param>
    /// <param name="isHeader">True where nothing but a header can stand.</param>
    private void Header(string word, int start, bool isHeader)
    {
        for (var colon = word.IndexOf(':'); colon >= 0; colon = word.IndexOf(':', colon + 1))
        {
            var name = colon;
            while (name > 0 && IsOfName(word[name - 1])) name--;
            if (name == colon || !IsSecretHeader(word.Substring(name, colon - name))) continue;
            var value = colon + 1;
            while (value < word.Length && word[value] is ' ' or '\t') value++;
            if (value == word.Length) continue;
            var isApart = value > colon + 1;
            if (!isHeader && !isApart && ImageTags.IsAt(_text, start + name, start + colon, _isProse)) continue;
            var valueEnd = HeaderEnd(word, value, isApart);
            var text = word.Substring(value, valueEnd - value);
            if (!isHeader && isApart && _isProse && IsSentence(text) && WithoutScheme(text) == text) continue;
            // What follows a scheme is the next word of the shell.
            if (valueEnd == word.Length && Schemes.Contains(text, StringComparer.OrdinalIgnoreCase))
                _awaited = Awaited.HeaderValue;
            else if (IsLiteral(WithoutScheme(text)))
                Found(start + value, start + valueEnd);
        }
    }

    /// <summary>
    /// Where a header's value ends in a word: at a quote, behind which a shell goes on, unless it opens in the value;
    /// without a blank behind the colon at the next blank, unless a scheme stands before that.
    /// </summary>
    private static int HeaderEnd(string word, int value, bool isApart)
    {
        var quote = word.IndexOfAny(['"', '\''], value);
        var end = quote > value ? quote : word.Length;
        var blank = word.IndexOf(' ', value, end - value);
        var isScheme = blank > 0
            && Schemes.Contains(word.Substring(value, blank - value), StringComparer.OrdinalIgnoreCase);
        return isApart || isScheme || blank < 0 ? end : blank;
    }

    private static string WithoutScheme(string value)
    {
        var blank = value.IndexOf(' ');
        return blank > 0 && Schemes.Contains(value.Substring(0, blank), StringComparer.OrdinalIgnoreCase)
            ? value.Substring(blank)
            : value;
    }

    /// <summary>A header's name has a hyphen, but for a few; <c>token:</c> of a sentence is none.</summary>
    private static bool IsSecretHeader(string name) =>
        name.IndexOf("authoriz", StringComparison.OrdinalIgnoreCase) >= 0
            || name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase)
            || name.Equals("apikey", StringComparison.OrdinalIgnoreCase)
            || (name.IndexOf('-') > 0 && SecretParameterNames.IsSecret(name))
            || name.StartsWith("X-JFrog-Art", StringComparison.OrdinalIgnoreCase);
}
