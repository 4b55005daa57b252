using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerGuard.Policy.Schema;

/// <summary>Writes a schema as JSON: a small part on a line of its own, a larger one indented.</summary>
internal sealed class JsonSchemaWriter
{
    private const int Width = 120;

    private readonly SortedDictionary<string, JsonSchema> _named = new(System.StringComparer.Ordinal);

    /// <summary>The whole document.</summary>
    /// <param name="head">Members that stand first, such as <c>$id</c>.</param>
    /// <param name="root">The schema.</param>
    public static string Write(IEnumerable<KeyValuePair<string, string>> head, JsonSchema root)
    {
        var writer = new JsonSchemaWriter();
        var members = head.Select(pair => Member(pair.Key, Quote(pair.Value))).Concat(writer.Members(root, 0)).ToList();
        var named = new List<string>();
        // A named part may name others, which are then met while it is written.
        for (var i = 0; i < writer._named.Count; i++)
        {
            var pair = writer._named.ElementAt(i);
            named.Add(Member(pair.Key, writer.Value(pair.Value with { Name = null }, 2)));
        }

        if (named.Count > 0) members.Add(Member("definitions", Block('{', named, '}', 1)));
        return Block('{', members, '}', 0) + "\n";
    }

    private string Value(JsonSchema schema, int depth)
    {
        if (schema.Name is { } name)
        {
            _named[name] = schema;
            return $"{{ {Member("$ref", Quote("#/definitions/" + name))} }}";
        }

        return Block('{', [.. Members(schema, depth)], '}', depth);
    }

    private IEnumerable<string> Members(JsonSchema schema, int depth)
    {
        if (schema.Description is { } description) yield return Member("description", Quote(description));
        if (schema.Type is { } type) yield return Member("type", Quote(type));
        if (schema.Enum.Count > 0)
            yield return Member("enum", Block('[', [.. schema.Enum.Select(Quote)], ']', depth + 1));
        if (schema.Pattern is { } pattern) yield return Member("pattern", Quote(pattern));
        if (schema.Format is { } format) yield return Member("format", Quote(format));
        if (schema.Minimum is { } minimum) yield return Member("minimum", Number(minimum));
        if (schema.Maximum is { } maximum) yield return Member("maximum", Number(maximum));
        if (schema.MinItems is { } minItems) yield return Member("minItems", Number(minItems));
        if (schema.Default is { } value)
            yield return Member("default", value is bool flag ? flag ? "true" : "false" : Quote((string)value));
        if (schema.Items is { } items) yield return Member("items", Value(items, depth + 1));
        if (schema.AnyOf.Count > 0)
        {
            yield return Member(
                "anyOf", Block('[', [.. schema.AnyOf.Select(part => Value(part, depth + 2))], ']', depth + 1));
        }

        if (schema.Properties.Count > 0) yield return Member("properties", Map(schema.Properties, depth + 1));
        if (schema.PatternProperties.Count > 0)
            yield return Member("patternProperties", Map(schema.PatternProperties, depth + 1));
        if (schema.Type == "object") yield return Member("additionalProperties", "false");
        if (schema.Required.Count > 0)
            yield return Member("required", Block('[', [.. schema.Required.Select(Quote)], ']', depth + 1));
    }

    private string Map(IEnumerable<KeyValuePair<string, JsonSchema>> members, int depth) =>
        Block('{', [.. members.Select(pair => Member(pair.Key, Value(pair.Value, depth + 1)))], '}', depth);

    /// <summary>The members between brackets, on one line when they fit there.</summary>
    private static string Block(char open, IReadOnlyCollection<string> members, char close, int depth)
    {
        var padding = open == '{' ? " " : "";
        var line = open + padding + string.Join(", ", members) + padding + close;
        if (depth > 0 && line.Length + depth * 2 <= Width && line.IndexOf('\n') < 0) return line;
        var indent = new string(' ', (depth + 1) * 2);
        var lines = string.Join(",\n", members.Select(member => indent + member));
        return $"{open}\n{lines}\n{new string(' ', depth * 2)}{close}";
    }

    private static string Member(string name, string value) => $"{Quote(name)}: {value}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
