using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>What the engine promises whatever the rules are: isolation, order, sameness.</summary>
[TestClass]
public sealed class EngineTests
{
    private const string Dockerfile = """
        FROM mcr.microsoft.com/dotnet/sdk:latest AS build
        ADD . /src
        FROM mcr.microsoft.com/dotnet/aspnet:8.0
        ENV DB_PASSWORD=x ASPNETCORE_ENVIRONMENT=Development
        WORKDIR app
        ENTRYPOINT dotnet Web.dll
        """;

    [TestMethod]
    public void Rule_that_throws_becomes_one_finding_and_the_others_go_on()
    {
        var findings = Lint(Dockerfile, [new ThrowingInstructionRule(), .. RuleCatalog.Rules]);

        var failed = findings.Single(finding => finding.Descriptor == ToolDiagnostics.RuleFailed);
        Assert.AreEqual(
            "rule DG9901Throwing failed with InvalidOperationException; please report it with the Dockerfile that "
                + "shows it",
            failed.Message);
        Assert.AreEqual(SourceSpan.FileStart, failed.Span);
        Assert.AreEqual(Severity.Warning, failed.Severity);
        CollectionAssert.AreEqual(Lint(Dockerfile, RuleCatalog.Rules).ToList(), findings.Except([failed]).ToList());
    }

    [TestMethod]
    public void Each_shape_is_isolated()
    {
        Rule[] throwing =
        [
            new ThrowingInstructionRule(), new ThrowingStageRule(), new ThrowingFileRule(), new ThrowingImageRule(),
        ];
        var failed = Lint(Dockerfile, [.. throwing, .. RuleCatalog.Rules])
            .Where(finding => finding.Descriptor == ToolDiagnostics.RuleFailed);

        CollectionAssert.AreEqual(
            throwing.Select(rule => rule.Descriptor.Name).ToArray(),
            failed.Select(finding => finding.Message.Split(' ')[1]).ToArray());
    }

    [TestMethod]
    public void What_a_rule_found_before_it_threw_is_kept()
    {
        var findings = Lint("FROM scratch\nADD a /a\nADD b /b\nADD c /c\n", [new ThrowingAtTheSecond()]);

        Assert.AreEqual(
            "DG0004 1, DG9905 2",
            string.Join(", ", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Span.Line}")));
    }

    /// <summary>
    /// What no build accepts is told with and without a list of registries; that a list trusts nobody it cannot read is
    /// one more error, and does not stand for the first.
    /// </summary>
    [TestMethod]
    [DataRow("", "DG0001 'evil.example.com/x@sha256:F' is no image name: its digest is malformed")]
    [DataRow("*", "DG0001 'evil.example.com/x@sha256:F' is no image name: its digest is malformed")]
    [DataRow(
        "mcr.microsoft.com",
        "DG0001 'evil.example.com/x@sha256:F' is no image name: its digest is malformed\n"
            + "DG1001 image 'evil.example.com/x@sha256:F' comes from no registry that could be trusted: its digest is "
            + "malformed")]
    public void Image_name_that_cannot_be_read_is_never_passed_over(string trusted, string expected)
    {
        var settings =
            new RuleSettings { Registries = new RegistrySettings { Trusted = trusted.Length == 0 ? [] : [trusted] } };
        var findings = Lint("FROM evil.example.com/x@sha256:F\nUSER 1654\n", RuleCatalog.Rules, settings);

        Assert.AreEqual(
            expected, string.Join("\n", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Message}")));
    }

    [TestMethod]
    public void Rule_that_is_off_is_not_asked()
    {
        var settings = new RuleSettings { Severities = new Dictionary<string, Severity> { ["DG9901"] = Severity.Off } };

        Assert.IsEmpty(Lint("FROM scratch\nADD a /a\n", [new ThrowingInstructionRule()], settings));
    }

    [TestMethod]
    [DataRow("EXPOSE 80000", "DG5024 2:8")]
    [DataRow("COPY --from=build /a /b", "DG1013 2:13")]
    [DataRow("ONBUILD FROM scratch", "DG5026 2:9")]
    public void Rule_that_explains_what_a_build_refuses_stands_for_the_bare_error(string instruction, string expected)
    {
        var text = $"FROM scratch AS build\n{instruction}\n";
        Assert.AreEqual(expected, Places(Lint(text, RuleCatalog.Rules)));
        Assert.AreEqual($"DG0001 {expected[7..]}", Places(Lint(text, [])), "the build refuses it");
        var silenced = $"FROM scratch AS build\n# dockerguard ignore={expected[..6]}\n{instruction}\n";
        Assert.AreEqual(
            $"DG0001 3:{expected[9..]}", Places(Lint(silenced, RuleCatalog.Rules)), "a comment does not make it build");
    }

    [TestMethod]
    public void Findings_come_in_file_order_whatever_the_order_of_the_rules()
    {
        var expected = Lint(Dockerfile, RuleCatalog.Rules);
        var backwards = Lint(Dockerfile, [.. RuleCatalog.Rules.Reverse()]);

        CollectionAssert.AreEqual(expected.ToList(), backwards.ToList());
        CollectionAssert.AreEqual(
            expected.OrderBy(finding => finding.Span)
                .ThenBy(finding => finding.Descriptor.Id, StringComparer.Ordinal)
                .ToList(), expected.ToList());
        Assert.IsGreaterThanOrEqualTo(7, expected.Count);
    }

    private static string Places(IEnumerable<Diagnostic> findings) =>
        string.Join(
            ", ", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Span.Line}:{finding.Span.Column}"));

    [TestMethod]
    public void Same_input_gives_the_same_findings_on_many_threads()
    {
        var expected = Lint(Dockerfile, RuleCatalog.Rules);
        var runs = new IReadOnlyList<Diagnostic>[32];
        System.Threading.Tasks.Parallel.For(0, runs.Length, i => runs[i] = Lint(Dockerfile, RuleCatalog.Rules));

        foreach (var run in runs) CollectionAssert.AreEqual(expected.ToList(), run.ToList());
    }

    [TestMethod]
    public void Instruction_rule_sees_onbuild_and_every_stage()
    {
        var findings = Lint(
            "FROM a:1\nADD a /a\nONBUILD ADD b /b\nFROM scratch\nADD c /c\n", [new DG5001AddInsteadOfCopy()]);

        CollectionAssert.AreEqual(new[] { 2, 3, 5 }, findings.Select(finding => finding.Span.Line).ToArray());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("# only a comment\n")]
    [DataRow("ARG VERSION=10.0\n")]
    [DataRow("FROM\n")]
    [DataRow("COPY a b\n")]
    public void File_without_a_stage_gives_parse_errors_and_no_exception(string text)
    {
        var findings = Lint(text, RuleCatalog.Rules);

        Assert.IsTrue(
            findings.All(finding => finding.Descriptor == ToolDiagnostics.ParseError), string.Join('\n', findings));
        Assert.IsTrue(findings.All(finding => finding.Severity == Severity.Error));
    }

    [TestMethod]
    public void Parse_error_does_not_hide_the_other_findings()
    {
        var findings = Lint(
            "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nCOPPY a b\nWORKDIR app\n", RuleCatalog.Rules);

        CollectionAssert.AreEqual(
            new[] { "DG0001", "DG5003" }, findings.Select(finding => finding.Descriptor.Id).ToArray());
    }

    /// <summary>With a wrong target no rule about the image can speak; that must not look like a clean file.</summary>
    [TestMethod]
    public void Target_nobody_wrote_is_an_error()
    {
        var findings = Lint(Dockerfile, RuleCatalog.Rules, target: "final");

        var error = findings.Single(finding => finding.Descriptor == ToolDiagnostics.ParseError);
        Assert.AreEqual("there is no stage 'final' to build", error.Message);
        Assert.AreEqual(Severity.Error, error.Severity);
        Assert.IsTrue(findings.Any(finding => finding.Descriptor.Id == "DG5001"), "the rules about instructions go on");
    }

    [TestMethod]
    public void File_of_arguments_only_is_an_error() =>
        Assert.AreEqual(
            "DG0001 1", string.Join(
                ", ", Lint("ARG VERSION=10.0\n", RuleCatalog.Rules)
                    .Select(finding => $"{finding.Descriptor.Id} {finding.Span.Line}")));

    [TestMethod]
    public void Base_at_a_mirror_is_known_by_what_it_mirrors()
    {
        var request = new LintRequest(
            DockerGuard.Dockerfiles.Dockerfile
                .Parse("FROM registry.contoso.com/mcr/dotnet/aspnet:10.0-noble-chiseled\n"),
            LintCase.Path,
            new RuleSettings { Today = LintCase.Today },
            RuleSet.Ours)
        {
            Mirrors = new RegistryMirrors(
                [new("docker.io", "registry.contoso.com/mcr"), new("mcr.microsoft.com", "registry.contoso.com/mcr")]),
        };

        Assert.IsEmpty(FileCheck.Run(request).Findings);
    }

    private static IReadOnlyList<Diagnostic> Lint(
        string text, IReadOnlyList<Rule> rules, RuleSettings? settings = null, string? target = null) =>
        FileCheck.Run(
            new LintRequest(
                DockerGuard.Dockerfiles.Dockerfile.Parse(text), LintCase.Path, settings
                    ?? new RuleSettings { Today = LintCase.Today }, new RuleSet("test", rules))
            {
                Target = target,
            }).Findings;

    private sealed class ThrowingInstructionRule : InstructionRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9901Throwing", "a test", Severity.Error);

        public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Add, InstructionKind.Workdir];

        public override void Check(Instruction instruction, FileContext context) =>
            throw new InvalidOperationException("private");
    }

    private sealed class ThrowingStageRule : StageRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9902ThrowingStage", "a test", Severity.Error);

        public override void Check(StageEvaluation stage, FileContext context) =>
            throw new InvalidOperationException("private");
    }

    private sealed class ThrowingFileRule : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9903ThrowingFile", "a test", Severity.Error);

        public override void Check(Dockerfile file, FileContext context) =>
            throw new InvalidOperationException("private");
    }

    private sealed class ThrowingImageRule : ImageRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9904ThrowingImage", "a test", Severity.Error);

        public override void Check(ImageModel image, RuleContext context) =>
            throw new InvalidOperationException("private");
    }

    private sealed class ThrowingAtTheSecond : InstructionRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9905ThrowingLater", "a test", Severity.Error);

        public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Add];

        public override void Check(Instruction instruction, FileContext context)
        {
            if (instruction.Span.Line > 2) throw new InvalidOperationException("private");
            context.Report(instruction.Span, "found");
        }
    }
}
