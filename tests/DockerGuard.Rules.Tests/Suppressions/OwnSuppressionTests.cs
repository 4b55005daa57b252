using System.Linq;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary><c># dockerguard ignore=…</c>: what it covers, and what is said of one that covers nothing.</summary>
[TestClass]
public sealed class OwnSuppressionTests
{
    private const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";

    [TestMethod]
    [DataRow("# dockerguard ignore=DG5003")]
    [DataRow("# dockerguard ignore=DG5003 the base's directory is meant")]
    [DataRow("#dockerguard ignore=DG5003")]
    [DataRow("   #   DockerGuard   IGNORE=dg5003")]
    [DataRow("# dockerguard ignore=DG5003RelativeWorkdir")]
    [DataRow("# dockerguard ignore=DL3000")]
    [DataRow("# dockerguard ignore=WorkdirRelativePath")]
    [DataRow("# dockerguard ignore=CKV_DOCKER_10")]
    [DataRow("# dockerguard ignore=DG5001,DG5003")]
    [DataRow("# dockerguard ignore=DG5003\n\n")]
    [DataRow("# dockerguard ignore=DG5003\n# and a word about why\n")]
    public void Takes_ids_names_and_aliases_in_any_case(string comment) =>
        AssertFindings($"FROM {Base}\n{comment}\nWORKDIR app\n", []);

    [TestMethod]
    public void Covers_no_instruction_but_the_next() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG5001
            ADD a /a
            ADD b /b
            """, "DG5001 line 4");

    [TestMethod]
    public void Covers_the_rules_it_names_and_no_other() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG3001
            ENV DB_PASSWORD=x ASPNETCORE_ENVIRONMENT=Development
            """, "DG2003 line 3");

    [TestMethod]
    public void Covers_several_rules_of_one_instruction() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG3001,DG2003 a demo image
            ENV DB_PASSWORD=x ASPNETCORE_ENVIRONMENT=Development
            """, []);

    [TestMethod]
    public void Covers_every_line_of_the_instruction() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG3001
            ENV TZ=UTC \
                FIRST_TOKEN=x \
                SECOND_TOKEN=y
            """, []);

    [TestMethod]
    public void Inside_a_continuation_covers_the_instruction_it_stands_in() =>
        AssertFindings($"""
            FROM {Base}
            ENV FIRST_TOKEN=x \
                # dockerguard ignore=DG3001 both are for the demo
                SECOND_TOKEN=y
            ENV THIRD_TOKEN=z
            """, "DG3001 line 5");

    [TestMethod]
    public void Covers_a_finding_about_the_image_where_it_is_reported() =>
        AssertFindings("""
            # dockerguard ignore=DG2001 the tool needs root
            FROM mcr.microsoft.com/dotnet/aspnet:10.0
            """, []);

    [TestMethod]
    public void Covers_a_finding_of_the_last_line_without_a_line_end() =>
        AssertFindings($"FROM {Base}\n# dockerguard ignore=DG5003\nWORKDIR app", []);

    [TestMethod]
    public void Covers_with_windows_line_ends() =>
        AssertFindings($"FROM {Base}\r\n# dockerguard ignore=DG5003 \r\nWORKDIR app\r\n", []);

    [TestMethod]
    public void Covers_an_instruction_inside_onbuild() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG5001
            ONBUILD ADD . /src
            """, []);

    [TestMethod]
    public void That_silences_nothing_is_reported_at_the_comment()
    {
        var finding = Single($"FROM {Base}\n  # dockerguard ignore=DG5003,DG5001 why\nWORKDIR /app\n");

        Assert.AreEqual("DG0005", finding.Descriptor.Id);
        Assert.AreEqual("ignore=DG5003,DG5001 silences nothing here", finding.Message);
        Assert.AreEqual("(2,3,2,41)", finding.Span.ToString());
        Assert.AreEqual(Severity.Warning, finding.Severity);
    }

    [TestMethod]
    public void That_silences_one_of_its_rules_is_not_stale() =>
        AssertFindings($"""
            FROM {Base}
            # dockerguard ignore=DG5003,DG5001
            WORKDIR app
            """, []);

    [TestMethod]
    public void For_a_rule_that_is_off_is_not_stale() =>
        AssertFindings($"""
            # policy: profile=buildkit
            FROM {Base}
            # dockerguard ignore=DG2003
            ENV ASPNETCORE_ENVIRONMENT=Development
            """, []);

    [TestMethod]
    [DataRow("# dockerguard ignore=DG5003, DG2003 x", "DG5003,")]
    [DataRow("# dockerguard ignore=DG5003,\tDG2003", "DG5003,")]
    [DataRow("# dockerguard ignore=DG5003 , DG2003 x", "DG5003")]
    [DataRow("# dockerguard ignore=DG5003 ,DG2003", "DG5003")]
    public void With_a_blank_among_its_rules_is_told_and_silences_those_before_it(string comment, string ids) =>
        Assert.AreEqual(
            $"the ids of 'ignore={ids}' end at the blank; write them without blanks",
            Single($"FROM {Base}\n{comment}\nWORKDIR app\n").Message);

    [TestMethod]
    [DataRow("# dockerguard", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ignore DG5003", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ignore=", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ignore= DG5003", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard: ignore=DG5003", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ingore=DG5003", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard stage ignore=DG5003", "'stage' is no word of a dockerguard comment, which covers the next "
        + "instruction; write '# dockerguard ignore=DG1004 reason' there, or '# hadolint stage ignore=DG1004'")]
    [DataRow("# dockerguard Global ignore DG5003", "'global' is no word of a dockerguard comment, which covers the "
        + "next instruction; write '# dockerguard ignore=DG1004 reason' there, or '# hadolint global ignore=DG1004'")]
    [DataRow("# dockerguard ignore=,", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ignore=, DG5003", "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'")]
    [DataRow("# dockerguard ignore=DG5999", "no rule is named 'DG5999'")]
    [DataRow("# dockerguard ignore=all", "no rule is named 'all'")]
    [DataRow("# dockerguard ignore=DG0001", "DG0001 is a condition of the tool and cannot be ignored")]
    public void That_says_nothing_is_reported_and_silences_nothing(string comment, string message)
    {
        var findings = LintCase.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n").Lint();

        CollectionAssert.AreEqual(
            new[] { "DG0006", "DG5003" }, findings.Select(finding => finding.Descriptor.Id).ToArray());
        Assert.AreEqual(message, findings[0].Message);
        Assert.AreEqual($"(2,1,2,{comment.Length + 1})", findings[0].Span.ToString());
    }

    [TestMethod]
    public void With_an_unknown_id_still_works_for_the_known_ones() =>
        AssertFindings($"FROM {Base}\n# dockerguard ignore=DG5003,DG9999\nWORKDIR app\n", "DG0006 line 2");

    [TestMethod]
    public void With_no_instruction_after_it_is_reported()
    {
        var finding = Single($"FROM {Base}\n# dockerguard ignore=DG5003\n");

        Assert.AreEqual("DG0006", finding.Descriptor.Id);
        Assert.AreEqual("no instruction follows ignore=DG5003", finding.Message);
    }

    [TestMethod]
    public void Word_that_begins_like_ours_is_another_comment() =>
        AssertFindings($"FROM {Base}\n# dockerguards ignore=DG5003\nWORKDIR app\n", "DG5003 line 3");

    [TestMethod]
    [DataRow("# DockerGuard checks this file")]
    [DataRow("# DockerGuard: see .dockerguard.yml")]
    public void Sentence_that_begins_with_our_name_is_another_comment(string comment) =>
        AssertFindings($"FROM {Base}\n{comment}\nWORKDIR app\n", "DG5003 line 3");

    [TestMethod]
    public void Parse_errors_cannot_be_ignored() =>
        AssertFindings(
            $"FROM {Base}\n# dockerguard ignore=DG0001,DG5001\nCOPPY a /a\n",
            "DG0001 line 3",
            "DG0005 line 2",
            "DG0006 line 2");

    [TestMethod]
    public void Text_of_a_heredoc_is_no_comment() =>
        AssertFindings($"""
            FROM {Base}
            COPY <<EOF /note
            # dockerguard ignore=DG5003
            EOF
            WORKDIR app
            """, "DG5003 line 5");

    private static Diagnostic Single(string dockerfile) => LintCase.Parse(dockerfile).Lint().Single();

    private static void AssertFindings(string dockerfile, params string[] expected) =>
        Assert.AreEqual(
            string.Join('\n', expected.Where(place => place.Length > 0)),
            string.Join(
                '\n', LintCase.Parse(dockerfile)
                    .Lint()
                    .Select(finding => $"{finding.Descriptor.Id} line {finding.Span.Line}")
                    .Order()));
}
