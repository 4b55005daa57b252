using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Reports.Sarif;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Reports.Tests;

/// <summary>
/// What a SARIF log tells, and how. That services take it is tested with the package, by SARIF's own schema.
/// </summary>
[TestClass]
public sealed class SarifTests
{
    private const string Image = "registry.contoso.com:5000/shop:1.0";
    private const string Path = "/repository/my app/Dockerfile";
    private const string Text =
        "FROM a AS build\nWORKDIR src\n\n# dockerguard ignore=DG5014 known to us\nENV A 1\nENV B 2\n";

    [TestMethod]
    public void It_is_a_format_by_name_and_extension()
    {
        var format = new SarifFormat();

        Assert.AreEqual("sarif .sarif", $"{format.Name} {format.Extension}");
    }

    [TestMethod]
    public void Results_are_the_findings_and_the_silenced_ones()
    {
        var results = Results(Report(Text));

        Assert.AreEqual(
            """
            DG1003 warning 1,6-7
            DG5003 warning 2,9-12
            DG5014 warning 6,5-8
            DG5014 warning 5,5-8 inSource known to us
            """.ReplaceLineEndings("\n"),
            string.Join('\n', results.Where(IsShown).Select(Show)));
    }

    [TestMethod]
    public void Rules_are_those_that_found_something_by_id_with_their_pages()
    {
        var report = Report(Text);
        var rules = Run(report)["tool"]!["driver"]!["rules"]!.AsArray();

        CollectionAssert.AreEqual(
            report.Rules.Select(rule => rule.Key).ToList(), rules.Select(rule => (string)rule!["id"]!).ToList());
        CollectionAssert.AreEqual(
            report.Rules.Order(Comparer<RuleDescriptor>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key))).ToList(),
            report.Rules.ToList());
        var rule = rules.Single(rule => (string)rule!["id"]! == "DG5003")!;
        Assert.AreEqual("Relative WORKDIR.", (string?)rule["shortDescription"]!["text"]);
        Assert.AreEqual(RulePage.Of(RuleCatalog.Find("DG5003")!).Markdown, (string?)rule["help"]!["markdown"]);
        foreach (var result in Results(report))
            Assert.AreEqual((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]);
    }

    [TestMethod]
    public void Fix_is_told_as_replacements_of_the_file()
    {
        var fix = Results(Report(Text)).First(result => (string?)result["ruleId"] == "DG5014")["fixes"]![0]!;
        var change = fix["artifactChanges"]![0]!;

        Assert.AreEqual("my%20app/Dockerfile", (string?)change["artifactLocation"]!["uri"]);
        Assert.AreEqual("%SRCROOT%", (string?)change["artifactLocation"]!["uriBaseId"]);
        Assert.AreEqual("=", (string?)change["replacements"]![0]!["insertedContent"]!["text"]);
    }

    [TestMethod]
    public void What_cannot_be_printed_and_secrets_are_not_in_a_log()
    {
        var text = "FROM a AS build\nWORKDIR a\rb\u001b[2K\u202E\nENV A_TOKEN hunter22 x\n"
            + "ARG B=a\u001b\nENV C\t$B\n# dockerguard ignore=DG5003 a\u001bb\nWORKDIR c\n";
        var log = new SarifFormat().Write(Report(text));

        Assert.DoesNotContain("hunter22", log);
        Assert.AreEqual("", string.Concat(log.ReplaceLineEndings("\n")
            .Where(c => c is (< ' ' and not '\n') or '\u007f' or '\u202E').Distinct()));
        Assert.DoesNotContain("\\u001b", log);
        Assert.DoesNotContain("\\r", log);
        Assert.DoesNotContain("\\u000d", log);
        var results = Results(Report(text));
        Assert.IsTrue(results.Any(result => ((string)result["message"]!["text"]!).Contains("a b\uFFFD[2K\uFFFD")), log);
    }

    [TestMethod]
    public void File_outside_of_the_repository_has_its_whole_path()
    {
        var location =
            Results(Report(Text, root: "/elsewhere"))[0]["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;

        Assert.AreEqual("file:///repository/my%20app/Dockerfile", (string?)location["uri"]);
        Assert.IsNull(location["uriBaseId"]);
    }

    [TestMethod]
    public void Words_of_BuildKit_are_a_property_where_there_are_some()
    {
        var results = Results(Report(Text, finding => finding.Descriptor.Id == "DG5003" ? "Relative workdir" : null));

        foreach (var result in results)
        {
            Assert.AreEqual(
                (string?)result["ruleId"] == "DG5003" ? "Relative workdir" : null,
                (string?)result["properties"]?["buildKitMessage"]);
        }
    }

    [TestMethod]
    public void A_question_ends_without_a_stop() =>
        Assert.AreEqual(
            "Unknown rule 'x'; did you mean 'y'?", (string?)Results(new CheckReport
            {
                Findings = [Finding(new ImageOrigin(Image)) with { Message = "unknown rule 'x'; did you mean 'y'?" }],
            })[0]["message"]!["text"]);

    [TestMethod]
    public void Half_of_a_pair_is_no_character_of_a_log() =>
        Assert.AreEqual(
            "The image runs as \uFFFD.", (string?)Results(new CheckReport
            {
                Findings = [Finding(new ImageOrigin(Image)) with { Message = "the image runs as \uD800" }],
            })[0]["message"]!["text"]);

    [TestMethod]
    public void Image_is_named_as_an_artifact_and_a_resource()
    {
        var location = Locate(new ImageOrigin(Image, null, 3, "/app/my key.pfx"));
        Assert.AreEqual(
            "registry.contoso.com%3A5000/shop%3A1.0/app/my%20key.pfx",
            (string?)location["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.IsNull(
            location["physicalLocation"]!["artifactLocation"]!["uriBaseId"], "it is no file of the repository");
        Assert.IsNull(location["physicalLocation"]!["region"], "it has no lines");
        Assert.AreEqual(
            $"{Image}, layer 3, /app/my key.pfx", (string?)location["logicalLocations"]![0]!["fullyQualifiedName"]);
        Assert.AreEqual(
            "registry.contoso.com%3A5000/shop%3A1.0",
            (string?)Locate(new ImageOrigin(Image))["physicalLocation"]!["artifactLocation"]!["uri"]);
    }

    [TestMethod]
    public void Run_says_what_the_check_went_by_and_who_silenced_how_much()
    {
        var basis = new CheckBasis
        {
            Policy = "/repository/.dockerguard.yml",
            Profile = "strict",
            Level = 1,
            Enforced = 4,
            EnforcedBy = ["/repository/eng/a.yml", "package:Contoso/b.yml"],
            Baseline = "/elsewhere/baseline.yml",
            HadolintFiles = ["/repository/src/.hadolint.yaml"],
            Stages = ["app"],
            Arguments = ["A", "B"],
            OtherDay = new System.DateTime(2026, 6, 1),
        };
        const string expected = """
            {"policy":{"file":".dockerguard.yml","profile":"strict","level":1,"enforcedRules":4,
            "enforcedBy":["eng/a.yml","package:Contoso/b.yml"]},
            "baseline":"/elsewhere/baseline.yml","hadolint":["src/.hadolint.yaml"],
            "stages":["app"],"arguments":["A","B"],"otherDay":"2026-06-01",
            "silenced":{"comment":1}}
            """;

        Assert.AreEqual(
            expected.ReplaceLineEndings(""), Run(Report(Text, basis: basis))["properties"]!.ToJsonString());
        Assert.IsNull(Run(Report(Text))["properties"]);
    }

    private static CheckReport Report(
        string text, System.Func<Diagnostic, string?>? words = null, string root = "/repository",
        CheckBasis? basis = null)
    {
        var dockerfile = Dockerfile.Parse(text);
        var result = FileCheck.Run(new LintRequest(dockerfile, Path, new RuleSettings(), RuleSet.Ours));
        return new CheckReport
        {
            RootDirectory = root,
            Findings = result.Findings,
            Suppressed = result.Suppressed,
            Basis = basis,
            Dockerfiles = new Dictionary<string, Dockerfile> { [Path] = dockerfile },
            WordsOfBuildKit = words ?? (_ => null),
        };
    }

    private static JsonNode Run(CheckReport report) => JsonNode.Parse(new SarifFormat().Write(report))!["runs"]![0]!;

    private static JsonNode[] Results(CheckReport report) =>
        [.. Run(report)["results"]!.AsArray().Select(result => result!)];

    private static JsonNode Locate(Origin origin) =>
        Results(new CheckReport { RootDirectory = "/src", Findings = [Finding(origin)] })[0]["locations"]![0]!;

    private static Diagnostic Finding(Origin origin) =>
        new(RuleCatalog.Find("DG2001")!, Severity.Error, "the image runs as root", origin);

    private static bool IsShown(JsonNode result) => (string)result["ruleId"]! is "DG1003" or "DG5003" or "DG5014";

    private static string Show(JsonNode result)
    {
        var region = result["locations"]![0]!["physicalLocation"]!["region"]!;
        var suppression = result["suppressions"]?[0];
        var silenced = suppression is null ? "" : $" {suppression["kind"]} {suppression["justification"]}";
        return $"{result["ruleId"]} {result["level"]} "
            + $"{region["startLine"]},{region["startColumn"]}-{region["endColumn"]}{silenced}";
    }
}
