using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests;

/// <summary>
/// Each Dockerfile of <c>Fixtures/&lt;rule&gt;</c> shows what the rule finds, and where to the column, or that it keeps
/// silent.
/// </summary>
/// <remarks>
/// <c># expect DG1004 6-18</c> stands before the line of the finding: its columns, 1-based, the second one after the
/// last character (the line's end for a finding that goes on below). A file without such a line must be silent for its
/// rule. With <c>below</c> at its end the finding is on the very next line, which may be a comment.
/// </remarks>
[TestClass]
public sealed partial class RuleFixtureTests
{
    private const int LeastCatching = 2;
    private const int LeastSilent = 3;

    public static IEnumerable<object[]> Files =>
        Directory.EnumerateFiles(RulePlaces.Fixtures, "*.Dockerfile", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RulePlaces.Fixtures, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => new object[] { file });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Fixture_has_exactly_the_expected_findings(string fixture)
    {
        var bytes = File.ReadAllBytes(Path.Combine(RulePlaces.Fixtures, fixture));
        var id = fixture[..6];
        var lines =
            Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var lint = LintCase.Parse(bytes);

        if (!Catalogue.Unbuildable.Contains(id))
            Assert.AreEqual("", string.Join('\n', lint.Dockerfile.Errors), "a fixture is a Dockerfile that builds");
        var actual = lint.Lint().Where(finding => finding.Descriptor.Id == id).Select(finding => Place(finding, lines));
        Assert.AreEqual(
            string.Join('\n', Expected(lines, id)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Every_rule_has_catching_and_silent_fixtures()
    {
        var poor = new List<string>();
        foreach (var rule in RuleCatalog.Rules.Where(rule => !Catalogue.ProjectOnly.Contains(rule.GetType())))
        {
            var folder = Path.Combine(RulePlaces.Fixtures, rule.Descriptor.Name);
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.Dockerfile") : [];
            var catching = files.Count(file => ExpectLine().IsMatch(File.ReadAllText(file)));
            if (catching < LeastCatching || files.Length - catching < LeastSilent)
            {
                poor.Add($"{rule.Descriptor.Name}: {catching} catching and {files.Length - catching} silent, of "
                    + $"{LeastCatching} and {LeastSilent}");
            }
        }

        Assert.AreEqual("", string.Join('\n', poor));
    }

    /// <summary><c>line columns</c> of each expectation, sorted as the findings are.</summary>
    private static IEnumerable<string> Expected(string[] lines, string id)
    {
        var places = new List<string>();
        var waiting = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var match = ExpectLine().Match(lines[i]);
            if (match.Success)
            {
                Assert.AreEqual(id, match.Groups["id"].Value, "a fixture is about the rule of its folder");
                if (match.Groups["below"].Success) places.Add(Place(i + 2, match.Groups["columns"].Value));
                else waiting.Add(match.Groups["columns"].Value);
            }
            else if (lines[i].Length > 0 && !lines[i].StartsWith('#'))
            {
                places.AddRange(waiting.Select(columns => Place(i + 1, columns)));
                waiting.Clear();
            }
        }

        Assert.IsEmpty(waiting, "an expectation stands before the line it is about");
        return places.Order(StringComparer.Ordinal);
    }

    private static string Place(Diagnostic finding, string[] lines)
    {
        var span = finding.Span;
        var end = span.EndLine == span.Line ? span.EndColumn : lines[span.Line - 1].Length + 1;
        return Place(span.Line, string.Create(CultureInfo.InvariantCulture, $"{span.Column}-{end}"));
    }

    private static string Place(int line, string columns) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line:000} columns {columns}");

    [GeneratedRegex(@"^# expect (?<id>DG\d{4}) (?<columns>\d+-\d+)(?<below> below)?\r?$", RegexOptions.Multiline)]
    private static partial Regex ExpectLine();
}
