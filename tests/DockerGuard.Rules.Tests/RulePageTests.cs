using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests;

/// <summary>The pages teach what is true: their headings, their aliases, and their examples, which are run.</summary>
[TestClass]
public sealed partial class RulePageTests
{
    private static readonly string[] RuleHeadings =
    [
        "## What it finds", "## Why", "## Bad", "## Good", "## How to mend", "## Also known as",
    ];
    private static readonly string[] ToolHeadings =
    [
        "## What happened", "## The message", "## Why it matters", "## How to mend",
    ];
    private static readonly string[] FenceKinds = ["dockerfile bad", "dockerfile good", "xml", "yaml", "text"];

    public static IEnumerable<object[]> Pages =>
        Catalogue.Pages.Select(
            file => new object[] { Path.GetRelativePath(RulePlaces.Rules, file).Replace('\\', '/') });

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Page_has_its_headings_in_order(string path)
    {
        var page = Read(path);
        var descriptor = Descriptor(page);
        var title = $"# {descriptor.Id}: {descriptor.Title}";

        Assert.AreEqual(
            string.Join('\n', [title, .. descriptor.IsTool ? ToolHeadings : RuleHeadings]),
            string.Join('\n', page.Headings));
        Assert.HasCount(1, page.Section(title), "one sentence sums the page up");
        Assert.AreEqual(
            "",
            string.Join(", ", page.Fences.Select(fence => fence.Info).Except(FenceKinds)),
            "fences nobody runs or reads");
    }

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Bad_examples_show_the_finding(string path)
    {
        var page = Read(path);
        var id = Descriptor(page).Id;
        foreach (var example in page.Dockerfiles("bad"))
        {
            var findings = LintCase.Parse(example).Lint();
            Assert.IsTrue(findings.Any(finding => finding.Descriptor.Id == id), $"no {id} in\n{example}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Good_examples_are_good_by_every_rule(string path)
    {
        foreach (var example in Read(path).Dockerfiles("good"))
            Assert.AreEqual("", string.Join('\n', LintCase.Parse(example).Lint()), example);
    }

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Rule_page_has_a_bad_and_a_good_example(string path)
    {
        var page = Read(path);
        var rule = RuleCatalog.Rules.SingleOrDefault(rule => rule.Descriptor.Name == page.Name);
        if (rule is null) return;

        var language = Catalogue.ProjectOnly.Contains(rule.GetType()) ? "xml" : "dockerfile bad";
        Assert.IsTrue(page.Fences.Any(fence => fence.Info == language), $"no {language} example");
        if (language == "xml") return;
        Assert.IsTrue(page.Dockerfiles("good").Any(), "no good example");
    }

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Aliases_of_the_page_are_those_of_the_rule(string path)
    {
        var page = Read(path);
        var descriptor = Descriptor(page);
        if (descriptor.IsTool) return;

        var lines = page.Section("## Also known as");
        var aliases = lines.Select(line => AliasLine().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["tool"]} {match.Groups["id"]}");
        Assert.AreEqual(
            string.Join('\n', descriptor.Aliases.Select(alias => $"{alias.Tool} {alias.Id}")),
            string.Join('\n', aliases));
        if (descriptor.Aliases.Count == 0) Assert.AreEqual("No other tool finds this.", lines.Single());
    }

    /// <summary>The message a page promises is the message its bad example gives.</summary>
    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Message_of_the_page_is_the_one_the_user_sees(string path)
    {
        var page = Read(path);
        var descriptor = Descriptor(page);
        if (!descriptor.IsTool) return;

        var shown = page.Fences.Single(fence => fence.Info == "text").Text.TrimEnd('\n');
        var severity =
            descriptor.Recommended switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
        // MSBuild is kept from the code of what nobody silences.
        var code = descriptor.IsAlwaysTold ? descriptor.Id + " " : descriptor.Id;
        Assert.Contains($"): DockerGuard {severity} {code}: ", shown);
        foreach (var example in page.Dockerfiles("bad"))
        {
            var finding = LintCase.Parse(example).Lint().Single(finding => finding.Descriptor == descriptor);
            var place = $"({finding.Span.Line},{finding.Span.Column},{finding.Span.EndLine},{finding.Span.EndColumn})";
            Assert.AreEqual($"Dockerfile{place}: DockerGuard {severity} {descriptor.Id}: {finding.Message}", shown);
        }
    }

    private static Page Read(string path) => Page.Read(Path.Combine(RulePlaces.Rules, path));

    private static RuleDescriptor Descriptor(Page page) =>
        RuleCatalog.Descriptors.Single(descriptor => descriptor.Name == page.Name);

    [GeneratedRegex("^- (?<tool>[a-z]+): `(?<id>[^`]+)`( \\(.+\\))?$")]
    private static partial Regex AliasLine();
}
