using System;
using System.Text;
using System.Text.RegularExpressions;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Takes passwords, tokens and keys out of a text for people: out of addresses with and without a scheme, command
/// lines, headers, settings, JSON and connection strings.
/// </summary>
public static class SecretText
{
    private const string Mask = "***";

    private static readonly char[] WordEnds = [' ', '\t', '\r', '\n', '"', '\'', '`', '<', '>'];

    /// <summary>
    /// The text with <c>***</c> for what is secret; sentences about secrets and names of images stay whole.
    /// </summary>
    public static string Hide(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        text = AddressCredentials.Hide(text);
        if (Holds(text, "-----BEGIN") || Holds(text, "eyJ")) text = Patterns.Keys.Replace(text, Mask);
        text = HideOptions(text);
        text = SecretSettings.Hide(text, isProse: true);
        return Holds(text, "=") && (Holds(text, "?") || Holds(text, "&"))
            ? Patterns.Parameter.Replace(text, match => HideParameter(text, match))
            : text;
    }

    private static bool Holds(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;

    private static string HideOptions(string text)
    {
        var options = SecretOptions.In(text, isProse: true);
        if (options.Count == 0) return text;
        var masked = new StringBuilder();
        var done = 0;
        foreach (var (start, end) in options)
        {
            masked.Append(text, done, start - done).Append(Mask);
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static string HideParameter(string text, Match parameter)
    {
        var word = text.LastIndexOfAny(WordEnds, parameter.Index) + 1;
        var isDone = text.IndexOf("://", word, parameter.Index - word, StringComparison.Ordinal) >= 0;
        if (isDone || AddressParameters.IsHarmless(parameter.Value.Substring(1))) return parameter.Value;
        var value = parameter.Groups["value"];
        return parameter.Value.Substring(0, value.Index - parameter.Index) + Mask;
    }

    /// <summary>A class of its own, for an ordinary build says nothing that makes it compile them.</summary>
    private static class Patterns
    {
        /// <summary>A private key up to its end or the text's, and a JSON Web Token.</summary>
        internal static readonly Regex Keys = new(
            "-----BEGIN [A-Z ]*PRIVATE KEY[A-Z ]*-----.*?(-----END [A-Z ]*-----|$)"
                + @"|\beyJ[\w-]{6,}\.[\w-]+(\.[\w-]*)*",
            RegexOptions.Singleline);

        /// <summary>A parameter of an address; <c>&amp;&amp;</c> divides commands.</summary>
        internal static readonly Regex Parameter =
            new(@"(?<!&)[?&](?<name>[\w.-]{1,64})=(?<value>[^\s&;#""'`<>]+)");
    }
}
