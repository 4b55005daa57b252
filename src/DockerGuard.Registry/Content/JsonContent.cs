using System;
using System.Collections.Generic;
using System.Text.Json;
using DockerGuard.Oci.Text;

namespace DockerGuard.Registry.Content;

/// <summary>
/// Reads JSON that a stranger wrote: a wrong type is the registry's fault and named, an absent or null value is null.
/// </summary>
internal static class JsonContent
{
    /// <param name="what">"the manifest", for messages.</param>
    public static T Read<T>(byte[] content, string what, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw Wrong(what, "object");
        }
        catch (JsonException exception)
        {
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse,
                $"{what} is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}",
                exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string that is JSON but not Unicode: a lone surrogate.
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse, $"{what} holds text that is not Unicode", exception);
        }
    }

    public static string? Text(JsonElement parent, string name) =>
        Find(parent, name, JsonValueKind.String, "string")?.GetString();

    public static JsonElement? Object(JsonElement parent, string name) =>
        Find(parent, name, JsonValueKind.Object, "object");

    public static JsonElement.ArrayEnumerator Items(JsonElement array, string name) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : throw Wrong(name, "array");

    /// <summary>Null when absent, which is not the same as empty.</summary>
    public static IReadOnlyList<string>? Texts(JsonElement parent, string name)
    {
        if (Find(parent, name, JsonValueKind.Array, "array") is not { } array) return null;

        var texts = new List<string>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            texts.Add(
                item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, "array of strings"));
        }

        return texts;
    }

    private static JsonElement? Find(JsonElement parent, string name, JsonValueKind kind, string kindName)
    {
        if (parent.ValueKind != JsonValueKind.Object) throw Wrong("the parent of " + name, "object");

        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;

        return value.ValueKind == kind ? value : throw Wrong(name, kindName);
    }

    private static RegistryException Wrong(string what, string kind) =>
        new(
            RegistryErrorKind.InvalidResponse,
            $"the registry's JSON has no {kind} where {Sentence.Quote(what)} must be one");
}
