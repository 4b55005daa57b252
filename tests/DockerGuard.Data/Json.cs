using System.Collections.Generic;
using System.Text.Json;

namespace DockerGuard.Data;

/// <summary>Members that must be there, and of the right kind.</summary>
internal static class Json
{
    public static string Text(JsonElement element, string name) =>
        TextOrNull(element, name) ?? throw new UpstreamException($"an entry lacks the text '{name}': {Shown(element)}");

    public static string? TextOrNull(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static IReadOnlyList<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw new UpstreamException($"an entry lacks the list '{name}': {Shown(element)}");

    /// <summary>The members of an object; none where it is absent.</summary>
    public static IEnumerable<JsonProperty> Members(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : [];

    private static string Shown(JsonElement element)
    {
        var text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
