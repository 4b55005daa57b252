using System;
using System.IO;

namespace DockerGuard.Rules.Tests;

/// <summary>The README's table of rules is the catalogue's. <c>DOCKERGUARD_UPDATE=1</c> writes it anew.</summary>
[TestClass]
public sealed class RuleTableTests
{
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- /rules -->";

    [TestMethod]
    public void Readme_holds_the_table_of_rules()
    {
        var file = RepositoryRoot.Combine("README.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.IsTrue(start >= Begin.Length && end >= start, "README.md has no markers for the table");

        var table = RuleTable.Render();
        if (Environment.GetEnvironmentVariable("DOCKERGUARD_UPDATE") == "1")
        {
            File.WriteAllText(file, text[..start] + table + text[end..]);
            return;
        }

        Assert.AreEqual(table, text[start..end], "run the tests with DOCKERGUARD_UPDATE=1 and look at the change");
    }
}
