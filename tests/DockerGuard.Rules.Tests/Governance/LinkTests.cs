using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>Whoever follows a link of the docs arrives at what it names, in the version that is read.</summary>
[TestClass]
public sealed partial class LinkTests
{
    private static readonly string Version =
        XDocument.Load(RepositoryRoot.File("Directory.Build.props")).Descendants("Version").Single().Value;

    public static IEnumerable<object[]> Pages =>
    [
        ["README.md"], ["CONTRIBUTING.md"], ["CHANGELOG.md"],
        ["src/DockerGuard.Policy/POLICY.md"], ["src/DockerGuard.Policy/HADOLINT.md"],
        ["src/DockerGuard.Rules/RULES.md"], ["src/DockerGuard.Rules/SILENCING.md"],
        ["src/DockerGuard.Build/MSBUILD.md"],
    ];

    [TestMethod]
    public void The_readme_has_no_relative_link() =>
        Assert.AreEqual("", string.Join("\n", Targets("README.md").Where(target => !IsAbsolute(target))));

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void A_link_to_our_own_files_names_one_of_this_version(string page)
    {
        var wrong =
            Targets(page).Select(target => (target, Problem(page, target))).Where(pair => pair.Item2 is not null);
        Assert.AreEqual("", string.Join("\n", wrong.Select(pair => $"{pair.target}: {pair.Item2}")));
    }

    [TestMethod]
    public void Help_links_are_of_this_version_and_name_a_page()
    {
        var wrong = RuleCatalog.Descriptors.Select(rule => Problem("README.md", rule.HelpLink)).OfType<string>();
        Assert.AreEqual("", string.Join("\n", wrong));
    }

    [TestMethod]
    public void The_readme_shows_the_reference_to_this_version() =>
        Assert.Contains(
            $"<PackageReference Include=\"DockerGuard.Build\" Version=\"{Version}\"",
            File.ReadAllText(RepositoryRoot.File("README.md")));

    private static string? Problem(string page, string target)
    {
        var (address, anchor) = (target.Split('#')[0], target.Split('#').ElementAtOrDefault(1));
        if (IsAbsolute(address))
        {
            if (OwnFile().Match(address) is not { Success: true } own) return null;
            if (own.Groups["version"].Value != Version) return $"is not of version {Version}";
            address = RepositoryRoot.File(own.Groups["path"].Value);
        }
        else
        {
            var file = RepositoryRoot.File(page);
            address = address.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, address);
        }

        if (!File.Exists(address)) return "names no file";
        return anchor is null || Anchors(address).Contains(anchor) ? null : "names no heading";
    }

    private static bool IsAbsolute(string target) => target.StartsWith("https://", StringComparison.Ordinal);

    private static IEnumerable<string> Targets(string page)
    {
        var text = File.ReadAllText(RepositoryRoot.File(page));
        var links = Link().Matches(text).Select(match => match.Groups[1].Value);
        return links.Concat(RawAddress().Matches(text).Select(match => match.Value));
    }

    /// <summary>
    /// The anchors GitHub gives to headings: small letters, digits and hyphens are kept, blanks become hyphens.
    /// </summary>
    private static IEnumerable<string> Anchors(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#').Trim().ToLowerInvariant())
            .Select(heading => string.Concat(heading.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')))
            .Select(heading => heading.Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"https://raw\.githubusercontent\.com/\S+")]
    private static partial Regex RawAddress();

    [GeneratedRegex(
        @"^https://(?:github|raw\.githubusercontent)\.com/dockerguard/DockerGuard\.Build/"
        + "(?:blob/)?(?:v(?<version>[^/]+)|[^/]+)/(?<path>.+)$")]
    private static partial Regex OwnFile();
}
