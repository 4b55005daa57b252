using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Sections.Rules;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Sections.Enforce;

/// <summary>One value of <c>enforce</c>.</summary>
/// <param name="text">A rule's name, or <see cref="EnforceSection.All"/>.</param>
/// <param name="rules">The rules of that name; empty where it stands for all of them.</param>
/// <param name="span">Where it stands.</param>
internal sealed class EnforcedName(string text, IReadOnlyList<RuleDescriptor> rules, SourceSpan span)
{
    public string Text { get; } = text;

    public IReadOnlyList<RuleDescriptor> Rules { get; } = rules;

    public SourceSpan Span { get; } = span;
}

/// <summary><c>enforce</c>: the rules that nobody below this policy silences or lowers.</summary>
internal sealed class EnforceSection : PolicySection<IReadOnlyList<EnforcedName>>
{
    /// <summary>Stands for every rule.</summary>
    public const string All = "all";

    public override string Key => "enforce";

    public override JsonSchema Schema => JsonSchema.OneOrMore(
        "A rule, a list of them, or all: nobody below this policy silences or lowers these.",
        RuleNameSchema.Name("enforcedRule", static _ => true, All));

    protected override IReadOnlyList<EnforcedName>? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.TextOrList(entry, reading.Errors) is not { } values) return null;
        var names = new List<EnforcedName>();
        foreach (var value in values)
        {
            var rules = value.Text == All ? [] : RuleCatalog.FindAll(value.Text);
            if (rules.Count > 0 || value.Text == All) names.Add(new EnforcedName(value.Text, rules, value.Span));
            else reading.Errors.AddUnknown(value.Span, "rule", value.Text, RuleCatalog.Names.All.Append(All));
        }

        return names;
    }

    /// <remarks>What is enforced is known only where it is known which file stands on which.</remarks>
    protected override void MergeWords(IReadOnlyList<IReadOnlyList<EnforcedName>> layers, PolicyDraft policy)
    {
    }
}
