using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci;
using DockerGuard.Peers;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary>BuildKit's own comments tune the checks as far as they do there, and say so when they do not.</summary>
[TestClass]
public sealed class CheckCommentTests
{
    private const string From = "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n";

    [TestMethod]
    [DataRow("skip=StageNamCasing", "no check is named 'StageNamCasing'; did you mean 'StageNameCasing'?")]
    [DataRow("skip=JSONArgs", "no check is named 'JSONArgs'; did you mean 'JSONArgsRecommended'?")]
    [DataRow("skip=WorkdirRelativePath,", "")]
    [DataRow(
        "skip=WorkdirRelativePath, FromAsCasing",
        "the check options 'skip=WorkdirRelativePath,' end at the blank; write the names without blanks")]
    [DataRow("skip=WorkdirRelativePath // by design", "")]
    [DataRow(
        "skip=WorkdirRelativePath; error=true",
        "the check options 'skip=WorkdirRelativePath;' end at the blank; write them without blanks")]
    [DataRow("skips=all", "'skips=all' is no check option; there are skip=, error= and experimental=")]
    [DataRow("error=yes", "the check option error is true or false, not 'yes'")]
    [DataRow("experimental=Nothing", "no check is named 'Nothing'")]
    public void What_is_wrong_with_a_directive_is_told_at_its_value(string options, string message)
    {
        var found = Lint($"# check={options}\n{From}").Where(finding => finding.Descriptor.Id == "DG0006").ToList();

        Assert.AreEqual(message, string.Join('\n', found.Select(finding => finding.Message)));
        if (found.Count > 0) Assert.AreEqual((1, 9), (found[0].Span.Line, found[0].Span.Column));
    }

    [TestMethod]
    [DataRow("skip=nothing", "DG0006 DG5003")]
    [DataRow("skip=WorkdirRelativePath", "")]
    [DataRow("skip=workdirrelativepath", "")]
    [DataRow("skip=DG5003", "")]
    [DataRow("skips=WorkdirRelativePath", "DG0006 DG5003")]
    [DataRow("error=1;skip=WorkdirRelativePath", "")]
    public void Names_are_compared_without_case(string options, string expected) =>
        Assert.AreEqual(expected, Ids(Lint($"{From}# check={options}\nWORKDIR app\n")));

    [TestMethod]
    [DataRow("skip=workdirrelativepath", "DG5003")]
    [DataRow("skip=DG5003", "DG5003")]
    [DataRow("skip=nothing", "DG5003")]
    [DataRow("skip=WorkdirRelativePath", "")]
    public void Names_are_compared_exactly_as_buildkit_does(string options, string expected) =>
        Assert.AreEqual(expected, Ids(Lint($"{From}# check={options}\nWORKDIR app\n", Profiles.BuildKit)));

    [TestMethod]
    public void Only_the_first_comment_above_an_instruction_counts()
    {
        var text = $"{From}# check=skip=JSONArgsRecommended\n# check=skip=WorkdirRelativePath\nWORKDIR app\n";
        var findings = Lint(text);

        Assert.AreEqual("DG0006 DG5003", Ids(findings));
        Assert.AreEqual(3, findings[0].Span.Line);
        Assert.AreEqual(
            "",
            Ids(Lint($"{From}# check=skip=JSONArgsRecommended\n#\n# check=skip=WorkdirRelativePath\nWORKDIR app\n")));
    }

    [TestMethod]
    public void Error_makes_errors_of_buildkits_warnings_and_of_nothing_else()
    {
        var findings = Lint($"# check=error=true\n{From}WORKDIR app\nADD a b\n");
        Assert.AreEqual(
            "DG5003 Error, DG5001 Warning",
            string.Join(", ", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Severity}")));
        Assert.AreEqual(Severity.Warning, Lint($"{From}# check=error=true\nWORKDIR app\n").Single().Severity);
    }

    [TestMethod]
    public void A_policy_that_names_the_severity_outlives_the_directive()
    {
        var settings = new RuleSettings
        {
            Today = LintCase.Today,
            Severities = new Dictionary<string, Severity> { ["DG5003"] = Severity.Info },
        };
        var request = new LintRequest(
            Dockerfile.Parse($"# check=error=true\n{From}WORKDIR app\n"), LintCase.Path, settings, RuleSet.Ours);
        Assert.AreEqual(Severity.Info, FileCheck.Run(request).Findings.Single().Severity);
    }

    [TestMethod]
    [DataRow("skip=WorkdirRelativePath", "")]
    [DataRow("", "DG5003")]
    [DataRow("skips=all", "DG0006 DG5003")]
    public void The_build_argument_takes_the_place_of_the_directive(string argument, string expected)
    {
        var request = new LintRequest(
            Dockerfile.Parse($"# check=skip=all\n{From}WORKDIR app\n"),
            LintCase.Path,
            new RuleSettings { Today = LintCase.Today },
            RuleSet.Ours)
        {
            BuildArguments = new Dictionary<string, string> { ["BUILDKIT_DOCKERFILE_CHECK"] = argument },
        };
        Assert.AreEqual(expected, Ids(FileCheck.Run(request).Findings));
    }

    /// <summary>
    /// BuildKit makes some checks before it looks at comments; a user who writes one means it all the same.
    /// </summary>
    [TestMethod]
    [DataRow(Profiles.Recommended, "")]
    [DataRow(Profiles.BuildKit, "DG5008")]
    public void Comments_reach_checks_that_buildkit_makes_before_it_reads_them(string profile, string expected) =>
        Assert.AreEqual(
            expected, Ids(Lint($"{From}WORKDIR /app\n# check=skip=ConsistentInstructionCasing\nuser 1654\n", profile)));

    [TestMethod]
    [DataRow(Profiles.Recommended, "", "")]
    [DataRow(Profiles.BuildKit, "DG5011", "")]
    public void A_repeated_instruction_is_skipped_above_the_later_one_and_by_us_above_the_earlier(
        string profile, string aboveEarlier, string aboveLater)
    {
        const string comment = "# check=skip=MultipleInstructionsDisallowed\n",
            one = "CMD [\"a\"]\n",
            two = "CMD [\"b\"]\n";
        Assert.AreEqual(aboveEarlier, Ids(Lint(From + comment + one + two, profile)));
        Assert.AreEqual(aboveLater, Ids(Lint(From + one + comment + two, profile)));
    }

    [TestMethod]
    public void Skipped_findings_are_kept_with_their_reason()
    {
        var request =
            LintCase.Parse($"{From}# check=skip=WorkdirRelativePath // the base sets it\nWORKDIR app\n").Request;
        var silenced = FileCheck.Run(request).Suppressed.Single();
        Assert.AreEqual(
            new Suppression(
                SilencedBy.CheckOption, new FileOrigin(LintCase.Path, new SourceSpan(2, 1, 2, 53)), "the base sets it"),
            silenced.SuppressedBy);
    }

    [TestMethod]
    public void One_build_looks_into_the_stages_it_needs_and_at_the_spelling_of_all()
    {
        var file = Dockerfile.Parse("""
            FROM mcr.microsoft.com/dotnet/sdk:10.0 AS Unused
            WORKDIR src
            MAINTAINER contoso
            CMD ["a"]
            CMD ["b"]
            FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
            WORKDIR app
            """);
        var settings = new RuleSettings { Profile = Profiles.BuildKit, Today = LintCase.Today };
        Assert.AreEqual(
            "DG5003 DG5003 DG5005 DG5009 DG5011",
            Ids(FileCheck.Run(new LintRequest(file, LintCase.Path, settings, RuleSets.Of(settings.Profile))).Findings));
        Assert.AreEqual(
            "DG5003 DG5005 DG5009",
            Ids(FileCheck.Run(new LintRequest(file, LintCase.Path, settings, RuleSets.Of(settings.Profile))
            {
                OnlyReachableStages = true,
            }).Findings));
    }

    [TestMethod]
    public void A_base_that_was_read_tells_its_platform()
    {
        var request = new LintRequest(
            Dockerfile.Parse("FROM --platform=linux/amd64 registry.contoso.com/web:1 AS final-amd64\nUSER 1654\n"),
            LintCase.Path,
            new RuleSettings { Today = LintCase.Today },
            RuleSet.Ours)
        {
            ResolveBase = _ => new ImageConfig { Platform = new Platform("linux", "arm64") },
        };
        Assert.AreEqual(
            "image 'registry.contoso.com/web:1' is made for linux/arm64, and the stage is built for linux/amd64",
            FileCheck.Run(request).Findings.Single().Message);
    }

    /// <summary>A fix is offered only where it is safe.</summary>
    [TestMethod]
    [DataRow("FROM a:1 AS Build\nFROM b:1\nCOPY --from=\"Build\" /a /b\n", "DG5005")]
    [DataRow("FROM a:1 AS Build\nFROM b:1 AS BUILD\n", "DG5005")]
    [DataRow("from a:1 AS b\nRUN true\nFROM b\n", "DG5006")]
    [DataRow("FROM a:1\nMAINTAINER $TEAM\n", "DG5009")]
    [DataRow("FROM a:1\nMAINTAINER a \\\n  b\n", "DG5009")]
    [DataRow("FROM a:1\nMAINTAINER a\nLABEL org.opencontainers.image.authors=b\n", "DG5009")]
    [DataRow("FROM a:1\n# starts it\nCMD [\"a\"]\nCMD [\"b\"]\n", "DG5011")]
    [DataRow("FROM a:1\nCMD [\"a\", \\\n# with b\n\"b\"]\nCMD [\"c\"]\n", "DG5011")]
    [DataRow("FROM a:1\nENV A b \"c\"\n", "DG5014")]
    [DataRow("FROM a:1\nENV A b\\ c d\n", "DG5014")]
    [DataRow("FROM a:1\nENV A b \\\n c\n", "DG5014")]
    [DataRow("FROM a:1\nARG P=TCP\nEXPOSE 80/$P\n", "DG5015")]
    [DataRow("FROM a:1\nARG P=1:2\nEXPOSE $P\n", "DG5016")]
    public void Finding_without_a_fix(string text, string id)
    {
        var findings = Lint(text).Where(finding => finding.Descriptor.Id == id).ToList();
        Assert.IsNotEmpty(findings);
        Assert.IsTrue(findings.All(finding => finding.Fix is null));
    }

    private static IReadOnlyList<Diagnostic> Lint(string text, string profile = Profiles.Recommended) =>
        FileCheck.Run(new LintRequest(
            Dockerfile.Parse(text),
            LintCase.Path,
            new RuleSettings { Profile = profile, Today = LintCase.Today },
            RuleSets.Of(profile))).Findings;

    private static string Ids(IEnumerable<Diagnostic> findings) =>
        string.Join(' ', findings.Select(finding => finding.Descriptor.Id).Order(System.StringComparer.Ordinal));
}
