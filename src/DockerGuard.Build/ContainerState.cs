using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DockerGuard.Oci;

namespace DockerGuard.Build;

/// <summary>
/// The labels and environment variables of a multi-platform image on their way from its outer build to the inner ones,
/// as the value of one label: letters and digits that the SDK does not take apart, sealed by a hash.
/// </summary>
/// <remarks>
/// Within: a line each, kind, name and value parted by tabs, percent-escaped where a value holds a tab, a line end or a
/// percent sign.
/// </remarks>
public sealed class ContainerState
{
    /// <summary>The label whose value it is; no image has it.</summary>
    public const string LabelName = "dockerguard.state";

    private const int SealDigits = 16;
    private const string LabelKind = "label";
    private const string VariableKind = "variable";

    /// <summary>All labels of the image.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>All environment variables the project sets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The state as a label's value: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Pack()
    {
        var text = new StringBuilder();
        foreach (var label in Labels) Append(text, LabelKind, label);
        foreach (var variable in Variables) Append(text, VariableKind, variable);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return Sha256.Hex(bytes, SealDigits)
            + Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads what <see cref="Pack"/> gave; null when it is anything else, or not all of it.</summary>
    public static ContainerState? TryUnpack(string value)
    {
        if (value is not { Length: >= SealDigits }) return null;
        try
        {
            var digits = value.Substring(SealDigits).Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(digits + new string('=', (4 - (digits.Length % 4)) % 4));
            return value.StartsWith(Sha256.Hex(bytes, SealDigits), StringComparison.Ordinal)
                ? Parse(Encoding.UTF8.GetString(bytes))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ContainerState Parse(string text)
    {
        var labels = new List<KeyValuePair<string, string>>();
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            (parts[0] == LabelKind ? labels : variables).Add(new(Unescape(parts[1]), Unescape(parts[2])));
        }

        return new ContainerState { Labels = labels, Variables = variables };
    }

    private static void Append(StringBuilder text, string kind, KeyValuePair<string, string> pair) =>
        text.Append(kind).Append('\t').Append(Escape(pair.Key)).Append('\t').Append(Escape(pair.Value)).Append('\n');

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (character is '%' or '\t' or '\n' or '\r')
                text.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            else text.Append(character);
        }

        return text.ToString();
    }

    private static string Unescape(string value) => Uri.UnescapeDataString(value);
}
