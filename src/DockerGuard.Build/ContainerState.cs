using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DockerGuard.Build;

/// <summary>
/// The labels and environment variables of a multi-platform image, as its outer build leaves them for the inner ones: a
/// line each, kind, name and value parted by tabs, percent-escaped where a value holds a tab, a line end or a percent
/// sign.
/// </summary>
public sealed class ContainerState
{
    private const string LabelKind = "label";
    private const string VariableKind = "variable";

    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The state as a file's text.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var label in Labels) Append(text, LabelKind, label);
        foreach (var variable in Variables) Append(text, VariableKind, variable);
        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToText"/> gave.</summary>
    public static ContainerState Parse(string text)
    {
        var labels = new List<KeyValuePair<string, string>>();
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            if (parts.Length != 3) continue;
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
