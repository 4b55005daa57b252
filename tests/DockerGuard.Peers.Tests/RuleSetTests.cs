using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Tests;

/// <summary>A peer's rule set is ours, with rules of its own in the place of those that answer otherwise.</summary>
/// <remarks>What they answer is held by the fixtures of each rule and by the conformance sets.</remarks>
[TestClass]
public sealed partial class RuleSetTests
{
    [TestMethod]
    [DataRow(Profiles.Recommended)]
    [DataRow(Profiles.Strict)]
    [DataRow(Profiles.Cis)]
    public void Our_profiles_run_our_rules(string profile) => Assert.AreSame(RuleSet.Ours, RuleSets.Of(profile));

    [TestMethod]
    [DataRow(Profiles.Hadolint)]
    [DataRow(Profiles.BuildKit)]
    public void Peers_set_has_the_descriptors_of_ours(string peer)
    {
        var set = RuleSets.Of(peer);

        Assert.AreEqual(peer, set.Name);
        CollectionAssert.AreEqual(Ids(RuleSet.Ours), Ids(set));
        Assert.AreSame(set, RuleSets.Of(peer), "it is made once");
    }

    [TestMethod]
    [DataRow(Profiles.Hadolint)]
    [DataRow(Profiles.BuildKit)]
    public void Only_rules_the_peer_has_are_other_than_ours(string peer)
    {
        foreach (var rule in OwnRules(peer))
            Assert.Contains(peer, rule.Descriptor.Aliases.Select(alias => alias.Tool), rule.Descriptor.Name);
    }

    /// <summary>One class may serve several of the peer's rules; it is named by the first.</summary>
    [TestMethod]
    public void Class_named_by_an_id_stands_for_that_rule()
    {
        var byType = OwnRules(Profiles.Hadolint).ToLookup(rule => rule.GetType());
        foreach (var rules in byType.Where(rules => Id().IsMatch(rules.Key.Name)))
        {
            var aliases = rules.SelectMany(rule => rule.Descriptor.Aliases).Select(alias => alias.Id);
            Assert.Contains(rules.Key.Name[..6], aliases, rules.Key.Name);
        }
    }

    [TestMethod]
    public void Every_rule_of_the_room_is_in_a_set_is_sealed_and_holds_no_state()
    {
        var used =
            OwnRules(Profiles.Hadolint).Concat(OwnRules(Profiles.BuildKit)).Select(rule => rule.GetType()).ToHashSet();
        foreach (var type in typeof(RuleSets).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))))
        {
            Assert.Contains(type, used);
            Assert.IsTrue(type.IsSealed, type.Name);
            var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.IsTrue(fields.All(field => field.IsInitOnly), $"{type.Name} has a field that changes");
        }
    }

    private static List<string> Ids(RuleSet set) => [.. set.Rules.Select(rule => rule.Descriptor.Name)];

    private static IEnumerable<Rule> OwnRules(string peer) => RuleSets.Of(peer).Rules.Except(RuleSet.Ours.Rules);

    [GeneratedRegex(@"^DL\d{4}")]
    private static partial Regex Id();
}
