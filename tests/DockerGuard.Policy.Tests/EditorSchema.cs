using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerGuard.Testing;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DockerGuard.Policy.Tests;

/// <summary>The schema that ships, asked as an editor asks it: of YAML 1.2, by a library that is not ours.</summary>
internal static class EditorSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(Text));

    public static string File { get; } = RepositoryRoot.File("src", "DockerGuard.Policy", "dockerguard.schema.json");

    public static string Text => System.IO.File.ReadAllText(File);

    public static JsonElement Root => JsonDocument.Parse(Text).RootElement;

    /// <summary>What an editor underlines, as "place: why"; empty when nothing is wrong.</summary>
    public static string Problems(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var instance = stream.Documents.Count == 0 ? new JsonObject() : Convert(stream.Documents[0].RootNode);
        var result = Schema.Value.Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (result.IsValid) return "";
        var errors = result.Details.Where(detail => detail.HasErrors)
            .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"));
        return string.Join("\n", errors);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } => Guess(text!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    /// <summary>The core schema of YAML 1.2, as far as policies meet it.</summary>
    private static JsonValue? Guess(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
