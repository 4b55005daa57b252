using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Sections;
using DockerGuard.Rules;

namespace DockerGuard.Policy;

/// <summary>
/// The JSON schema of <c>.dockerguard.yml</c>, by which editors complete and check it as it is typed.
/// </summary>
public static class PolicySchema
{
    /// <summary>The page that describes every key; a key's chapter has its name.</summary>
    private const string Page = ProductAddress.Files + "/src/DockerGuard.Policy/POLICY.md";

    /// <summary>Writes the schema.</summary>
    public static string Write()
    {
        var root = JsonSchema.Map("A policy of DockerGuard.Build.", PolicySections.All.Select(Property), []);
        return JsonSchemaWriter.Write(
            [new("$schema", "http://json-schema.org/draft-07/schema#"), new("title", "DockerGuard policy")], root);
    }

    private static KeyValuePair<string, JsonSchema> Property(PolicySection section)
    {
        var schema = section.Schema;
        return new(section.Key, schema with { Description = $"{schema.Description} {Page}#{section.Key}" });
    }
}
