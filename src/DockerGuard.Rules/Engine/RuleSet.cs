using System.Collections.Generic;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// A list of rules that run together, and the eyes they see a file with: ours, or those of a peer we stand in for.
/// </summary>
/// <param name="Name">The set's name, as in the profile that runs it.</param>
/// <param name="Rules">The rules, in the order of their ids.</param>
public sealed record RuleSet(string Name, IReadOnlyList<Rule> Rules)
{
    /// <summary>Our own rules.</summary>
    public static RuleSet Ours { get; } = new("dockerguard", RuleCatalog.Rules);

    /// <summary>How comments are taken.</summary>
    public CommentLaw Comments { get; init; } = CommentLaw.Ours;

    /// <summary>What the rules see of a file.</summary>
    public FileView View { get; init; } = FileView.Whole;
}
