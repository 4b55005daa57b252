using System;
using System.Collections.Generic;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>A reference, and the global properties the project behind it is built with.</summary>
internal sealed record Reached(ProjectLink Link, IReadOnlyDictionary<string, string> Properties);

/// <summary>The projects an evaluated project references, in any way, as MSBuild builds them.</summary>
internal static class LinkReader
{
    /// <summary>What a reference does not hand on: each project has its own.</summary>
    private static readonly string[] Own = ["TargetFramework", "RuntimeIdentifier", "SelfContained"];

    public static IEnumerable<Reached> Read(ProjectInstance project)
    {
        foreach (var item in project.GetItems("ProjectReference"))
        {
            if (AbsolutePath.TryOf(project.Directory, item.EvaluatedInclude) is not { } path) continue;
            var isAnalyzer = Is(item, "OutputItemType", "Analyzer");
            var isAssembly = !Is(item, "ReferenceOutputAssembly", "false");
            yield return new Reached(new ProjectLink(path, isAnalyzer, isAssembly), PropertiesOf(project, item));
        }
    }

    /// <summary>The global properties that a project hands on.</summary>
    public static Dictionary<string, string> HandedOn(ProjectInstance project)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in project.GlobalProperties) properties[pair.Key] = pair.Value;
        foreach (var name in Own) properties.Remove(name);
        return properties;
    }

    private static Dictionary<string, string> PropertiesOf(ProjectInstance project, ProjectItemInstance item)
    {
        var properties = HandedOn(project);
        foreach (var metadata in new[] { "SetConfiguration", "SetPlatform", "Properties", "AdditionalProperties" })
        {
            foreach (var pair in item.GetMetadataValue(metadata).Split(';'))
            {
                var equals = pair.IndexOf('=');
                if (equals > 0) properties[pair.Substring(0, equals).Trim()] = pair.Substring(equals + 1).Trim();
            }
        }

        foreach (var metadata in new[] { "GlobalPropertiesToRemove", "UndefineProperties" })
            foreach (var name in item.GetMetadataValue(metadata).Split(';')) properties.Remove(name.Trim());
        return properties;
    }

    private static bool Is(ProjectItemInstance item, string metadata, string value) =>
        item.GetMetadataValue(metadata).Equals(value, StringComparison.OrdinalIgnoreCase);
}
