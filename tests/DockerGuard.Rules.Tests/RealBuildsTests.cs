using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Rules.Engine;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests;

/// <summary>
/// The table of Dockerfiles of public repositories for which the rules about a project were run with the facts of that
/// project, and each finding read by hand against the repository's files: it is true, or the rule was mended.
/// </summary>
[TestClass]
public sealed class RealBuildsTests
{
    private const string Table = "tests/DockerGuard.Rules.Tests/RealBuilds.tsv";

    private const string Silent = "silent";

    private static readonly string[] Columns =
        ["repository", "dockerfile", "commit", "project", "line", "rule", "verdict"];

    private static readonly string[][] Lines =
        [.. File.ReadAllLines(RepositoryRoot.File(Table)).Select(line => line.Split('\t'))];

    private static IEnumerable<string[]> Rows => Lines.Skip(1);

    [TestMethod]
    public void Enough_files_of_enough_repositories_are_in_the_table()
    {
        Assert.IsGreaterThanOrEqualTo(60, Rows.Select(row => $"{row[0]} {row[1]}").Distinct().Count());
        Assert.IsGreaterThanOrEqualTo(30, Rows.Select(row => row[0]).Distinct().Count());
        Assert.IsGreaterThanOrEqualTo(30, Rows.Count(row => row[6] == Silent));
    }

    [TestMethod]
    public void No_finding_is_false()
    {
        CollectionAssert.AreEqual(Columns, Lines[0]);
        var rules = RuleSet.Ours.Rules.Select(rule => rule.Descriptor.Id).ToHashSet();
        var odd = Rows.Where(row => row.Length != Columns.Length || row[6] is not ("true" or Silent)
            || (row[6] == Silent ? row[4] != "-" || row[5] != "-" : !rules.Contains(row[5]) || int.Parse(row[4]) < 1)
            || row[2].Length != 40 || !row[2].All(Uri.IsHexDigit));
        Assert.AreEqual("", string.Join('\n', odd.Select(row => string.Join('\t', row))));
    }

    [TestMethod]
    public void A_project_is_silent_or_has_findings()
    {
        var twice = Rows.GroupBy(row => (row[0], row[1], row[3]))
            .Where(pair => pair.Any(row => row[6] == Silent) && pair.Count() > 1)
            .Select(pair => pair.Key)
            .Concat(Rows.GroupBy(row => string.Join('\t', row)).Where(same => same.Count() > 1)
                .Select(same => (same.First()[0], same.First()[1], same.First()[3])));
        Assert.IsEmpty(twice);
    }
}
