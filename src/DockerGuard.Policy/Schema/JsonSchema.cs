using System.Collections.Generic;

namespace DockerGuard.Policy.Schema;

/// <summary>
/// What a value looks like, in the words of JSON Schema (draft-07, which the YAML support of editors knows best).
/// </summary>
internal sealed record JsonSchema
{
    /// <summary>A name for a part that is used more than once; it is then written once.</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    public string? Pattern { get; init; }

    public string? Format { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public int? MinItems { get; init; }

    /// <summary>What holds where the key is left out: text or a truth value.</summary>
    public object? Default { get; init; }

    public JsonSchema? Items { get; init; }

    public IReadOnlyList<JsonSchema> AnyOf { get; init; } = [];

    /// <summary>The members of a map by their keys; keys that neither these nor the patterns cover are wrong.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonSchema>> Properties { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, JsonSchema>> PatternProperties { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Text that is not empty.</summary>
    public static JsonSchema Text(string description, string pattern = "\\S") =>
        new() { Description = description, Type = "string", Pattern = pattern };

    /// <summary>One of a few words.</summary>
    public static JsonSchema Words(string description, IEnumerable<string> words) =>
        new() { Description = description, Enum = [.. words] };

    public static JsonSchema Whole(string description, int least, int most) =>
        new() { Description = description, Type = "integer", Minimum = least, Maximum = most };

    public static JsonSchema Flag(string description) => new() { Description = description, Type = "boolean" };

    /// <param name="description">What it lists.</param>
    /// <param name="item">Each item.</param>
    /// <param name="isFilled">True when an empty list is wrong.</param>
    public static JsonSchema List(string description, JsonSchema item, bool isFilled = false) =>
        new() { Description = description, Type = "array", Items = item, MinItems = isFilled ? 1 : null };

    /// <summary>One value alone, or a list of at least one.</summary>
    public static JsonSchema OneOrMore(string description, JsonSchema item) =>
        new() { Description = description, AnyOf = [item, new() { Type = "array", Items = item, MinItems = 1 }] };

    /// <summary>A map of known keys.</summary>
    public static JsonSchema Map(
        string description, IEnumerable<KeyValuePair<string, JsonSchema>> properties, IEnumerable<string> required) =>
        new() { Description = description, Type = "object", Properties = [.. properties], Required = [.. required] };

    /// <summary>A map whose keys have a form.</summary>
    public static JsonSchema MapOf(string description, string keyPattern, JsonSchema value) =>
        new() { Description = description, Type = "object", PatternProperties = [new(keyPattern, value)] };
}
