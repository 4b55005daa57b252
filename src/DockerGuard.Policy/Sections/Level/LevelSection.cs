using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Level;

/// <summary>The rule set a policy pins.</summary>
internal sealed record PinnedLevel(int Level);

/// <summary><c>level</c>: pins the rule set.</summary>
internal sealed class LevelSection : PolicySection<PinnedLevel>
{
    public override string Key => "level";

    public override JsonSchema Schema => JsonSchema.Whole(
        "Pins the rule set: rules that came with a later level stay off until they are named under rules.",
        1,
        RuleSettings.LatestLevel);

    protected override PinnedLevel? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Text(entry, reading.Errors) is not { } value) return null;
        var isNumber = int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var level);
        if (isNumber && level is >= 1 and <= RuleSettings.LatestLevel) return new PinnedLevel(level);
        reading.Errors.Add(value.Span, isNumber && level > RuleSettings.LatestLevel
            ? $"level {level} is newer than this version of DockerGuard, whose newest is {RuleSettings.LatestLevel}"
            : $"{Sentence.Quote(value.Text)} is not a level: a whole number from 1 to {RuleSettings.LatestLevel}");
        return null;
    }

    protected override void MergeWords(IReadOnlyList<PinnedLevel> layers, PolicyDraft policy) =>
        policy.Settings = policy.Settings with { Level = layers[layers.Count - 1].Level };
}
