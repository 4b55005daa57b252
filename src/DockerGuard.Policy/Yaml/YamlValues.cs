using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Text;

namespace DockerGuard.Policy.Yaml;

/// <summary>Takes values of the expected kind out of YAML nodes; anything else becomes an error and null.</summary>
internal static class YamlValues
{
    /// <summary>The value as text that is not empty.</summary>
    public static YamlScalar? Text(YamlEntry entry, PolicyErrors errors)
    {
        if (HasNoValue(entry, errors)) return null;
        if (entry.Value is not YamlScalar scalar) return WrongKind<YamlScalar>(entry, "text", errors);
        if (VisibleText.IsIn(scalar.Text)) return scalar;
        errors.Add(scalar.Span, $"{Sentence.Quote(entry.Name)} is empty");
        return null;
    }

    /// <summary>The value as a condition.</summary>
    public static bool? Flag(YamlEntry entry, PolicyErrors errors)
    {
        if (Text(entry, errors) is not { } value) return null;
        if (value.Text is "true" or "false") return value.Text == "true";
        errors.Add(value.Span, $"{Sentence.Quote(value.Text)} is neither true nor false");
        return null;
    }

    public static YamlMap? Map(YamlEntry entry, PolicyErrors errors)
    {
        if (HasNoValue(entry, errors)) return null;
        return entry.Value as YamlMap ?? WrongKind<YamlMap>(entry, "a map", errors);
    }

    public static YamlList? List(YamlEntry entry, PolicyErrors errors)
    {
        if (HasNoValue(entry, errors)) return null;
        return entry.Value as YamlList ?? WrongKind<YamlList>(entry, "a list", errors);
    }

    /// <summary>The texts of a list; what is no text is reported and left out.</summary>
    public static IReadOnlyList<YamlScalar>? TextList(YamlEntry entry, PolicyErrors errors) =>
        List(entry, errors) is { } list ? Texts(entry, list, errors) : null;

    /// <summary>One text, or the texts of a list that has at least one.</summary>
    public static IReadOnlyList<YamlScalar>? TextOrList(YamlEntry entry, PolicyErrors errors)
    {
        if (entry.Value is YamlMap) return WrongKind<IReadOnlyList<YamlScalar>>(entry, "text or a list", errors);
        if (entry.Value is not YamlList list)
        {
            if (Text(entry, errors) is not { } text) return null;
            if (!IsDashed(text)) return [text];
            errors.Add(First(text), "a blank is missing after '-'");
            return null;
        }

        if (list.Items.Count > 0) return Texts(entry, list, errors);
        errors.Add(list.Span, $"{Sentence.Quote(entry.Name)} is an empty list");
        return null;
    }

    private static List<YamlScalar> Texts(YamlEntry entry, YamlList list, PolicyErrors errors)
    {
        var texts = new List<YamlScalar>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsEmpty: false } scalar && VisibleText.IsIn(scalar.Text))
                texts.Add(scalar);
            else if (item is YamlScalar) errors.Add(item.Span, $"an item of {Sentence.Quote(entry.Name)} is empty");
            else if (item is not YamlRefused)
                errors.Add(item.Span, $"an item of {Sentence.Quote(entry.Name)} must be text, not {item.Kind}");
        }

        return texts;
    }

    /// <summary>Reported at the key, for there is nothing to point at after it.</summary>
    private static bool HasNoValue(YamlEntry entry, PolicyErrors errors)
    {
        if (entry.Value is not YamlScalar { IsEmpty: true }) return false;
        errors.Add(entry.Key.Span, $"{Sentence.Quote(entry.Name)} has no value");
        return true;
    }

    private static T? WrongKind<T>(YamlEntry entry, string expected, PolicyErrors errors) where T : class
    {
        if (entry.Value is YamlScalar text && expected == "a list" && IsDashed(text))
            errors.Add(First(text), "a blank is missing after '-'");
        else if (entry.Value is not YamlRefused)
            errors.Add(entry.Value.Span, $"{Sentence.Quote(entry.Name)} must be {expected}, not {entry.Value.Kind}");
        return null;
    }

    /// <summary>An item of a list whose dash has no blank behind it is text for YAML.</summary>
    private static bool IsDashed(YamlScalar text) => text.Text.Length > 1 && text.Text[0] == '-';

    private static SourceSpan First(YamlScalar text) =>
        text.Span with { EndLine = text.Span.Line, EndColumn = text.Span.Column + 1 };
}
