using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Sections.Extends;

/// <summary>One value of <c>extends</c>.</summary>
internal sealed record ExtendsEntry(string Text, SourceSpan Span);

/// <summary><c>extends</c>: the policies this one builds on.</summary>
internal sealed class ExtendsSection : PolicySection<IReadOnlyList<ExtendsEntry>>
{
    public override string Key => "extends";

    public override JsonSchema Schema => JsonSchema.OneOrMore(
        "Another policy, or a list of them, to build on.",
        JsonSchema.Text("A path relative to this file, or package:Id/path in a NuGet package the project references."));

    protected override IReadOnlyList<ExtendsEntry>? ReadWords(YamlEntry entry, PolicyReading reading) =>
        YamlValues.TextOrList(entry, reading.Errors) is { } values
            ? [.. values.Select(value => new ExtendsEntry(value.Text, value.Span))]
            : null;

    /// <remarks>The files named here are layers of their own by now; a policy keeps nothing of the names.</remarks>
    protected override void MergeWords(IReadOnlyList<IReadOnlyList<ExtendsEntry>> layers, PolicyDraft policy)
    {
    }
}
