using System.Collections.Generic;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Sections.Root;

/// <summary>Whether a policy binds everything below its folder.</summary>
internal sealed record RootFlag(bool IsRoot);

/// <summary><c>root</c>: policies of folders below must extend this one.</summary>
internal sealed class RootSection : PolicySection<RootFlag>
{
    public override string Key => "root";

    public override JsonSchema Schema =>
        JsonSchema.Flag("true binds everything below the folder: nearer policies extend this one.") with
        {
            Default = false,
        };

    protected override RootFlag? ReadWords(YamlEntry entry, PolicyReading reading) =>
        YamlValues.Flag(entry, reading.Errors) is { } isRoot ? new RootFlag(isRoot) : null;

    /// <remarks>It is about files, and these have been found by now.</remarks>
    protected override void MergeWords(IReadOnlyList<RootFlag> layers, PolicyDraft policy)
    {
    }
}
