using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests;

/// <summary>The tables of the docs are the catalogue's.</summary>
[TestClass]
public sealed class RuleTableTests
{
    [TestMethod]
    public void Readme_holds_the_comparison() =>
        MarkedSection.AssertHolds(RepositoryRoot.File("README.md"), "comparison", RuleTable.RenderComparison());

    [TestMethod]
    public void Profile_table_holds_every_rule_in_every_profile() =>
        MarkedSection.AssertHolds(
            RepositoryRoot.File("src/DockerGuard.Rules/RULES.md"), "rules", RuleTable.RenderRules());
}
