using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests;

/// <summary>
/// Fixes mend what they say, keep everything else to the byte, and need no second run: over every fixture and every bad
/// example.
/// </summary>
[TestClass]
public sealed class RuleFixTests
{
    public static IEnumerable<object[]> Expectations =>
        Directory.EnumerateFiles(RulePlaces.Fixtures, "*.fixed", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RulePlaces.Fixtures, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => new object[] { file });

    /// <summary>The names of the rules that have a fix: those with an expected result.</summary>
    public static IReadOnlySet<string> FixingRules { get; } =
        Expectations.Select(expectation => ((string)expectation[0]).Split('/')[0]).ToHashSet();

    /// <summary>Every text the suite has: fixtures and the bad examples of pages.</summary>
    public static IEnumerable<object[]> Texts =>
    [
        .. Directory.EnumerateFiles(RulePlaces.Fixtures, "*.Dockerfile", SearchOption.AllDirectories)
            .Select(file => new object[]
            {
                Path.GetRelativePath(RulePlaces.Fixtures, file).Replace('\\', '/'),
                Encoding.UTF8.GetString(File.ReadAllBytes(file)),
            }),
        .. from file in Catalogue.Pages
           let page = Page.Read(file)
           from example in page.Dockerfiles("bad")
           select new object[] { page.Name, example },
    ];

    [TestMethod]
    [DynamicData(nameof(Expectations))]
    public void Fixed_file_is_the_one_expected(string fixture)
    {
        var expected = File.ReadAllBytes(Path.Combine(RulePlaces.Fixtures, fixture));
        var source = Path.ChangeExtension(Path.Combine(RulePlaces.Fixtures, fixture), ".Dockerfile");
        var result = DockerfileFixer.Apply(
            LintCase.Parse(File.ReadAllBytes(source)).Request, finding => finding.Descriptor.Id == fixture[..6]);

        Assert.AreEqual(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(result.Dockerfile.ToBytes()));
        Assert.IsNotEmpty(result.Applied, "nothing was fixed");
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Fixing_a_file_leaves_nothing_to_fix_and_breaks_nothing(string name, string text)
    {
        var lint = LintCase.Parse(text);
        var result = DockerfileFixer.Apply(lint.Request);
        Assert.AreEqual("", string.Join('\n', result.Refused), $"{name}: fixes that do harm");
        if (result.Applied.Count == 0) return;

        var again = LintCase.Parse(result.Dockerfile.Text);
        var second = DockerfileFixer.Apply(again.Request);
        Assert.AreEqual(result.Dockerfile.Text, second.Dockerfile.Text, $"{name}: a second run changes the file");
        Assert.AreEqual("", string.Join('\n', again.Lint().Where(finding => finding.Fix is not null)), name);
        Assert.IsLessThanOrEqualTo(lint.Dockerfile.Errors.Count, again.Dockerfile.Errors.Count, name);
    }

    [TestMethod]
    public void Every_rule_with_a_fix_has_an_expected_result()
    {
        var fixing = Texts.SelectMany(text => LintCase.Parse((string)text[1]).Lint())
            .Where(finding => finding.Fix is not null)
            .Select(finding => finding.Descriptor.Name).Distinct();
        Assert.AreEqual("", string.Join(", ", fixing.Except(FixingRules).Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Fixes_that_do_harm_are_refused_and_the_others_applied()
    {
        var rules = new Rule[] { new Breaks(), new Capitals(), new NeverBetter() };
        var request = new LintRequest(
            Dockerfile.Parse("from scratch\nuser app\nWORKDIR /app\n"),
            LintCase.Path,
            LintCase.Parse("").Request.Settings,
            new RuleSet("test", rules));

        var result = DockerfileFixer.Apply(request);

        Assert.AreEqual("FROM scratch\nUSER app\nWORKDIR /app\n", result.Dockerfile.Text);
        Assert.AreEqual(
            "DG9901 DG9903", string.Join(
                ' ', result.Refused.Select(finding => finding.Descriptor.Id).Distinct().Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    [DataRow("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n")]
    [DataRow("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n")]
    [DataRow("a\nb\n", "b\n", "@@ -1,2 +1 @@\n-a\n b\n")]
    [DataRow("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")]
    [DataRow("a\r\nb\r\n", "a\r\nB\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n")]
    [DataRow("", "a\n", "@@ -0,0 +1 @@\n+a\n")]
    public void Diff_is_a_unified_one(string before, string after, string hunks) =>
        Assert.AreEqual(
            "--- a/Dockerfile\n+++ b/Dockerfile\n" + hunks, UnifiedDiff.Create(before, after, "Dockerfile"));

    [TestMethod]
    public void Diff_has_a_hunk_for_each_group_of_changes()
    {
        var lines = Enumerable.Range(1, 30).Select(number => $"line {number}\n").ToArray();
        var changed = lines.ToArray();
        changed[4] = "five\n";
        changed[8] = "nine\n";
        changed[25] = "";
        var diff = UnifiedDiff.Create(string.Concat(lines), string.Concat(changed), "Dockerfile");

        Assert.AreEqual(
            "@@ -2,11 +2,11 @@ @@ -23,7 +23,6 @@",
            string.Join(' ', diff.Split('\n').Where(line => line.StartsWith("@@", StringComparison.Ordinal))));
        Assert.AreEqual("", UnifiedDiff.Create("same", "same", "Dockerfile"));
    }

    [TestMethod]
    public void Diff_quotes_a_name_as_git_does_and_shows_what_it_is_told_to()
    {
        Assert.AreEqual(
            "--- \"a/a\\012\\\"\\033\\342\\200\\256\"\n"
                + "+++ \"b/a\\012\\\"\\033\\342\\200\\256\"\n@@ -1,2 +1,2 @@\n X\n-B\n+C\n",
            UnifiedDiff.Create("x\nb\n", "x\nc\n", "a\n\"\u001b\u202E", line => line.ToUpperInvariant()));
    }

    /// <summary>A fix that takes the FROM away.</summary>
    private sealed class Breaks : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9901Breaks", "breaks the file", Severity.Warning);

        public override void Check(Dockerfile file, FileContext context) =>
            context.Report(
                file.Instructions[0].KeywordSpan, "is there", new Fix("take it away", new TextEdit(0, 4, "")));
    }

    private sealed class Capitals : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new(
            "DG9902SmallLetters", "keyword in small letters", Severity.Warning);

        public override void Check(Dockerfile file, FileContext context)
        {
            foreach (var instruction in file.Instructions.Where(
                instruction => instruction.KeywordText != instruction.Keyword))
            {
                context.Report(instruction.KeywordSpan, "is in small letters",
                    new Fix(
                        "write capitals",
                        new TextEdit(instruction.ContentStart, instruction.Keyword.Length, instruction.Keyword)));
            }
        }
    }

    /// <summary>A fix after which the finding is still there.</summary>
    private sealed class NeverBetter : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9903NeverBetter", "never better", Severity.Warning);

        public override void Check(Dockerfile file, FileContext context) =>
            context.Report(
                SourceSpan.FileStart,
                "is never better",
                new Fix("add a line", new TextEdit(file.Text.Length, 0, "# more\n")));
    }
}
