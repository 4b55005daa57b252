using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>What is known of a rule before it runs: names, severities, aliases and the place of its page.</summary>
/// <remarks>
/// Two descriptors are equal when they are of one rule and, where a rule passes on another tool's findings, of one
/// code.
/// </remarks>
public sealed class RuleDescriptor : IEquatable<RuleDescriptor>
{
    /// <summary>Where the pages of this version are read; a page lies beside its rule.</summary>
    private const string PagesUrl = ProductAddress.Files + "/src/DockerGuard.Rules/Rules";

    private readonly string? _helpLink;

    /// <param name="name">
    /// Id and the thing found in one word, such as <c>DG1004LatestTag</c>: the name of class, file, page and fixture
    /// folder.
    /// </param>
    /// <param name="title">The thing found in a few words, lower-case, such as "tag latest".</param>
    /// <param name="recommended">Severity in the recommended profile.</param>
    /// <param name="strict">Severity in the strict profile; the recommended one when absent.</param>
    /// <param name="cis">
    /// Severity in the cis profile; <see cref="Severity.Off"/> when absent, for that profile holds only what the
    /// benchmark asks.
    /// </param>
    public RuleDescriptor(
        string name, string title, Severity recommended, Severity? strict = null, Severity? cis = null)
    {
        Name = name;
        Id = name.Substring(0, 6);
        Title = title;
        Category = (RuleCategory)(Id[2] - '0');
        Recommended = recommended;
        Strict = strict ?? recommended;
        Cis = cis ?? Severity.Off;
    }

    /// <summary><c>DG</c> and four digits; never reused.</summary>
    public string Id { get; }

    public string Name { get; }

    public string Title { get; }

    public RuleCategory Category { get; }

    public Severity Recommended { get; }

    public Severity Strict { get; }

    public Severity Cis { get; }

    /// <summary>What the peers call it; an alias works wherever the id does.</summary>
    public IReadOnlyList<RuleAlias> Aliases { get; init; } = [];

    /// <summary>
    /// The rule this is a part of, where a rule passes on another tool's findings and each has a code of its own; else
    /// null.
    /// </summary>
    public RuleDescriptor? Family { get; init; }

    /// <summary>What a policy keeps severities and waivers by: the id, or in a family the other tool's code.</summary>
    public string Key => Family is null ? Id : Aliases[0].Id;

    /// <summary>
    /// The profile level the rule first belongs to; a policy pinned to a lower level does not run it.
    /// </summary>
    public int Level { get; init; } = 1;

    /// <summary>
    /// True for a check that BuildKit runs only where the file asks for it with <c># check=experimental=Name</c>; there
    /// it is a warning.
    /// </summary>
    public bool IsExperimental { get; init; }

    /// <summary>The name of BuildKit's check; null when it has none.</summary>
    public string? BuildKitName => Aliases.FirstOrDefault(static alias => alias.Tool == Profiles.BuildKit)?.Id;

    /// <summary>The rule's page; of a part of a family, the other tool's page.</summary>
    public string HelpLink
    {
        get => _helpLink ?? $"{PagesUrl}/{Category}/{Name}.md";
        init => _helpLink = value;
    }

    /// <summary>
    /// True when an error of the rule at a place that the build refuses says why it does, and so stands for the bare
    /// error (DG0001); false for conditions of the tool, and for a rule that may say something else there.
    /// </summary>
    public bool ExplainsRefusals { get; init; }

    /// <summary>
    /// True for a condition of the tool that nobody silences: whoever could would make a check look whole that is not.
    /// </summary>
    public bool IsAlwaysTold { get; init; }

    /// <summary>True for DG0xxx: conditions of the tool, which every profile reports.</summary>
    public bool IsTool => Category == RuleCategory.Tool;

    /// <summary>The severity the rule has in a profile before a policy changes it.</summary>
    public Severity SeverityIn(string profile)
    {
        if (IsTool) return Recommended;
        return profile switch
        {
            Profiles.Strict => Strict,
            Profiles.Cis => Cis,
            Profiles.Hadolint or Profiles.BuildKit =>
                Aliases.Where(alias => alias.Tool == profile)
                    .Select(alias => alias.Severity)
                    .DefaultIfEmpty(Severity.Off)
                    .Max(),
            _ => Recommended,
        };
    }

    /// <summary>Every way to name it: id, full name, what other tools call it.</summary>
    public IEnumerable<string> Names => Aliases.Select(static alias => alias.Id).Prepend(Name).Prepend(Id);

    /// <summary>True when <paramref name="idOrAlias"/> is the id, the name or an alias, in any case.</summary>
    public bool IsNamed(string idOrAlias) =>
        Id.Equals(idOrAlias, StringComparison.OrdinalIgnoreCase)
        || Name.Equals(idOrAlias, StringComparison.OrdinalIgnoreCase)
        || Aliases.Any(alias => alias.Id.Equals(idOrAlias, StringComparison.OrdinalIgnoreCase));

    public static bool operator ==(RuleDescriptor? left, RuleDescriptor? right) =>
        left is null ? right is null : left.Equals(right);

    public static bool operator !=(RuleDescriptor? left, RuleDescriptor? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(RuleDescriptor? other) => other is not null && Name == other.Name && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleDescriptor);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
