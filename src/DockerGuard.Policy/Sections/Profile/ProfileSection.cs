using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Sections.Profile;

/// <summary><c>profile</c>: the severities to start from.</summary>
internal sealed class ProfileSection : PolicySection<string>
{
    public override string Key => "profile";

    public override JsonSchema Schema =>
        JsonSchema.Words("The severities to start from.", Profiles.All) with { Default = Profiles.Recommended };

    protected override string? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Text(entry, reading.Errors) is not { } value) return null;
        if (Profiles.All.Contains(value.Text)) return value.Text;
        var suggestion = Suggestion.For(value.Text, Profiles.All);
        var choice = MessageText.Choice([.. Profiles.All]);
        reading.Errors.Add(value.Span, $"{Sentence.Quote(value.Text)} is not a profile: {choice}{suggestion}");
        return null;
    }

    protected override void MergeWords(IReadOnlyList<string> layers, PolicyDraft policy) =>
        policy.Settings = policy.Settings with { Profile = layers[layers.Count - 1] };
}
