using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>
/// Folders of a room lean on each other one way. A namespace is its folder, and a using that is not needed fails the
/// build, so the usings are the arrows. Pairs that lean on each other stand in <c>MutualFolders.txt</c>, with a reason.
/// </summary>
[TestClass]
public sealed partial class FolderTests
{
    private const string ListedIn = "tests/DockerGuard.Rules.Tests/Governance/MutualFolders.txt";

    [TestMethod]
    public void Folders_that_lean_on_each_other_are_listed_with_a_reason()
    {
        var listed = File.ReadAllLines(RepositoryRoot.File(ListedIn))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2))
            .ToList();

        Assert.AreEqual("", string.Join('\n', listed.Where(pair => pair.Length < 2).Select(pair => pair[0])));
        CollectionAssert.AreEqual(Mutual().ToList(), listed.Select(pair => pair[0]).ToList());
    }

    private static IEnumerable<string> Mutual()
    {
        var arrows = new HashSet<(string From, string To)>();
        foreach (var file in Sources.All.Where(file => file.StartsWith("src/", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(RepositoryRoot.File(file));
            var from = Namespace().Match(text).Groups["name"].Value;
            if (file.Split('/') is not [_, var room, ..]) continue;
            foreach (Match match in Using().Matches(text))
            {
                var to = match.Groups["name"].Value;
                if (to.StartsWith(room + ".", StringComparison.Ordinal)) arrows.Add((from, to));
            }
        }

        return arrows
            .Where(arrow => string.CompareOrdinal(arrow.From, arrow.To) < 0 && arrows.Contains((arrow.To, arrow.From)))
            .Select(arrow => $"{arrow.From} and {arrow.To}")
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (static )?(?<name>DockerGuard[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
