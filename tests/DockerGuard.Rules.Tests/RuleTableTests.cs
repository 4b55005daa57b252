using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests;

/// <summary>The README's table of rules is the catalogue's.</summary>
[TestClass]
public sealed class RuleTableTests
{
    [TestMethod]
    public void Readme_holds_the_table_of_rules() => MarkedSection.AssertHolds(RepositoryRoot.File("README.md"), "rules", RuleTable.Render());
}
