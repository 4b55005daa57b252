using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>The house keeps its plan, which is CONTRIBUTING's table: arrows between the rooms point one way.</summary>
[TestClass]
public sealed partial class HouseTests
{
    private const int LongestFile = 400;

    /// <summary>Room, the rooms it may use, and its packages; as CONTRIBUTING says.</summary>
    private static readonly Dictionary<string, (string[] Rooms, string[] Packages)> Plan = ReadPlan();

    public static IEnumerable<object[]> Rooms =>
        Directory.EnumerateFiles(RepositoryRoot.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => new object[] { Path.GetFileNameWithoutExtension(file) });

    [TestMethod]
    public void The_plan_has_every_room() =>
        CollectionAssert.AreEquivalent(Rooms.Select(room => (string)room[0]).ToList(), Plan.Keys.ToList());

    [TestMethod]
    [DynamicData(nameof(Rooms))]
    public void A_room_references_what_the_plan_says(string room)
    {
        var project = XDocument.Load(RepositoryRoot.File("src", room, room + ".csproj"));
        var rooms = Includes(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.AreEqual(Joined(Plan[room].Rooms), Joined(rooms));
        Assert.AreEqual(Joined(Plan[room].Packages), Joined(Includes(project, "PackageReference")));
    }

    /// <summary>The compiler leaves out of an assembly what its code does not use.</summary>
    [TestMethod]
    [DynamicData(nameof(Rooms))]
    public void A_room_uses_what_it_references(string room)
    {
        var used = UsedBy(room);
        if (used is null) Assert.Inconclusive($"{room} is not built in this configuration");

        Assert.AreEqual(Joined(Plan[room].Rooms), Joined(used));
    }

    [TestMethod]
    public void Arrows_have_no_circle()
    {
        foreach (var room in Plan.Keys)
        {
            var reached = new HashSet<string>();
            var waiting = new Queue<string>(Plan[room].Rooms);
            while (waiting.TryDequeue(out var next))
            {
                if (!reached.Add(next)) continue;
                foreach (var further in Plan[next].Rooms) waiting.Enqueue(further);
            }

            Assert.IsFalse(reached.Contains(room), room);
        }
    }

    /// <summary>
    /// A rule has one behaviour, ours: peers' ways live in Peers. Severities and aliases by profile are data of
    /// descriptors.
    /// </summary>
    [TestMethod]
    public void Rules_know_no_profile()
    {
        string[] data = ["CheckBasis.cs", "Profiles.cs", "RuleDescriptor.cs", "RuleSettings.cs", "SeverityLaw.cs"];
        var asking = Sources.All
            .Where(file => file.StartsWith("src/DockerGuard.Rules/", StringComparison.Ordinal))
            .Where(file => !data.Contains(Path.GetFileName(file)))
            .Where(file => ProfileWord().IsMatch(File.ReadAllText(RepositoryRoot.File(file))));

        Assert.AreEqual("", string.Join('\n', asking));
    }

    /// <summary>Tools of others are a kind to the engine: the next one is added without touching it.</summary>
    [TestMethod]
    public void Engine_knows_no_foreign_tool_by_name()
    {
        var naming = Sources.All
            .Where(file => file.StartsWith("src/DockerGuard.Rules/Engine/", StringComparison.Ordinal))
            .Where(file => RuleCatalog.ForeignTools.Any(tool =>
                File.ReadAllText(RepositoryRoot.File(file)).Contains(tool.Name, StringComparison.OrdinalIgnoreCase)));

        Assert.AreEqual("", string.Join('\n', naming));
    }

    [TestMethod]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong = Sources.All
            .Select(file => (File: file, Lines: File.ReadLines(RepositoryRoot.File(file)).Count()))
            .Where(source => source.Lines > LongestFile);

        Assert.AreEqual("", string.Join('\n', tooLong.Select(source => $"{source.File}: {source.Lines}")));
    }

    /// <summary>| `DockerGuard.Images` | its one job | Dockerfiles, Oci | NuGet.Versioning |</summary>
    private static Dictionary<string, (string[] Rooms, string[] Packages)> ReadPlan() =>
        PlanRow()
            .Matches(File.ReadAllText(RepositoryRoot.File("CONTRIBUTING.md")))
            .ToDictionary(
                row => row.Groups["room"].Value,
                row => (
                    Names(row.Groups["rooms"].Value).Select(name => "DockerGuard." + name).ToArray(),
                    Names(row.Groups["packages"].Value)));

    private static string[] Names(string cell) => cell == "–" ? [] : cell.Split(", ");

    private static List<string>? UsedBy(string room)
    {
        // bin/<configuration>/<framework>/ of these tests: the room's assembly of the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var output = new DirectoryInfo(RepositoryRoot.File("src", room, "bin", configuration));
        var assembly = output.Exists
            ? output.EnumerateFiles(room + ".dll", SearchOption.AllDirectories).FirstOrDefault()
            : null;
        if (assembly is null) return null;
        using var stream = assembly.OpenRead();
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith("DockerGuard.", StringComparison.Ordinal)),
        ];
    }

    private static string Joined(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    [GeneratedRegex(
        @"\bProfiles\.|\.Profile\b|\bis(Hadolint|BuildKit|Peer)\b|== ""(hadolint|buildkit)""", RegexOptions.IgnoreCase)]
    private static partial Regex ProfileWord();

    [GeneratedRegex(
        @"^\| `(?<room>DockerGuard\.[\w.]+)` \| [^|]+ \| (?<rooms>[^|]+) \| (?<packages>[^|]+) \|$",
        RegexOptions.Multiline)]
    private static partial Regex PlanRow();
}
