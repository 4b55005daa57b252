using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DockerGuard.Rules.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>
/// The house keeps its plan: arrows between the projects point one way, and no file grows into an attic.
/// </summary>
[TestClass]
public sealed partial class HouseTests
{
    private const int LongestFile = 400;

    /// <summary>Project, what it references directly, and its packages.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Arrows = new()
    {
        ["DockerGuard.Oci"] = ([], []),
        ["DockerGuard.Dockerfiles"] = (["DockerGuard.Oci"], []),
        ["DockerGuard.Images"] = (["DockerGuard.Dockerfiles", "DockerGuard.Oci"], ["NuGet.Versioning"]),
        ["DockerGuard.Rules"] = (["DockerGuard.Images"], []),
        ["DockerGuard.Peers"] = (["DockerGuard.Rules"], []),
        ["DockerGuard.Reports"] = (["DockerGuard.Rules"], []),
        ["DockerGuard.Policy"] = (["DockerGuard.Rules"], ["YamlDotNet"]),
        ["DockerGuard.Checks"] = (["DockerGuard.Peers", "DockerGuard.Policy"], []),
        ["DockerGuard.Generation"] = (["DockerGuard.Images"], []),
        ["DockerGuard.Registry"] = (["DockerGuard.Oci"], []),
        ["DockerGuard.Build"] = (
            ["DockerGuard.Checks", "DockerGuard.Generation", "DockerGuard.Reports"],
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core"]),
        ["DockerGuard.Build.Publish"] = (
            ["DockerGuard.Build", "DockerGuard.Registry"],
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core"]),
    };

    public static IEnumerable<object[]> Projects =>
        Directory.EnumerateFiles(RepositoryRoot.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => new object[] { Path.GetFileNameWithoutExtension(file) });

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Project_references_only_what_the_plan_allows(string project)
    {
        Assert.IsTrue(Arrows.TryGetValue(project, out var arrows), $"{project} is not in the plan");
        var xml = XDocument.Load(RepositoryRoot.File("src", project, project + ".csproj"));

        Assert.AreEqual(
            "", string.Join(
                ", ", Includes(xml, "ProjectReference")
                    .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
                    .Except(arrows.Projects)));
        Assert.AreEqual("", string.Join(", ", Includes(xml, "PackageReference").Except(arrows.Packages)));
    }

    /// <summary>
    /// What a project uses comes through its references: a room that nobody may see past needs no line of its own.
    /// </summary>
    [TestMethod]
    public void Arrows_have_no_circle()
    {
        foreach (var project in Arrows.Keys)
        {
            var reached = new HashSet<string>();
            var waiting = new Queue<string>(Arrows[project].Projects);
            while (waiting.TryDequeue(out var next))
                if (reached.Add(next)) foreach (var further in Arrows[next].Projects) waiting.Enqueue(further);

            Assert.IsFalse(reached.Contains(project), project);
        }
    }

    /// <summary>
    /// A rule has one behaviour, ours: peers' ways live in Peers. Severities and aliases by profile are data of
    /// descriptors.
    /// </summary>
    [TestMethod]
    public void Rules_know_no_profile()
    {
        string[] data = ["Profiles.cs", "RuleDescriptor.cs", "RuleSettings.cs", "SeverityLaw.cs"];
        var sources = Directory.EnumerateFiles(
            RepositoryRoot.File("src", "DockerGuard.Rules"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !data.Contains(Path.GetFileName(file))
                && !RulePlaces.Relative(file).Contains("/obj/", StringComparison.Ordinal));
        var asking = sources.Where(file => ProfileWord().IsMatch(File.ReadAllText(file))).Select(RulePlaces.Relative);

        Assert.AreEqual("", string.Join('\n', asking));
    }

    [TestMethod]
    public void No_source_file_is_longer_than_400_lines()
    {
        var sources = new[] { "src", "tests" }
            .SelectMany(
                folder => Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.cs", SearchOption.AllDirectories))
            .Select(RulePlaces.Relative)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal));
        var tooLong = sources.Select(file => (File: file, Lines: File.ReadLines(RepositoryRoot.File(file)).Count()))
            .Where(source => source.Lines > LongestFile);

        Assert.AreEqual("", string.Join('\n', tooLong.Select(source => $"{source.File}: {source.Lines}")));
    }

    [GeneratedRegex(
        @"\bProfiles\.|\.Profile\b|\bis(Hadolint|BuildKit|Peer)\b|== ""(hadolint|buildkit)""", RegexOptions.IgnoreCase)]
    private static partial Regex ProfileWord();

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
