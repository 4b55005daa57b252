using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Tests;

/// <summary>A file that no engine builds is an error, whoever silences the rule that says why.</summary>
[TestClass]
public sealed class EchoTests
{
    public static IEnumerable<object[]> Silenced =>
        from text in new[]
        {
            ("DG5024", "EXPOSE 99999", true), ("DG5024", "EXPOSE 1-99999/udp", true),
            ("DG5026", "ONBUILD ONBUILD RUN x", true), ("DG5026", "ONBUILD FROM scratch", true),
            ("DG5026", "ONBUILD MAINTAINER x", true), ("DG1013", "COPY --from=0 a /b", true),
            ("DG1013", "COPY --from=me a /b", true), ("DG5009", "MAINTAINER", false),
        }
        from silencer in Enum.GetValues<SilencedBy>()
        select new object[] { text.Item1, text.Item2, text.Item3, silencer };

    [TestMethod]
    [DynamicData(nameof(Silenced))]
    public void What_no_engine_builds_stays_an_error(string rule, string text, bool isExplained, SilencedBy silencer)
    {
        using var project = new CheckedProject();
        project.With(".dockerguard.yml", "profile: strict\n").With("Dockerfile", $"FROM scratch AS me\n{text}\n");
        var loud = DockerfileCheck.Run(project.Input());
        Assert.AreEqual(!isExplained, loud.Reported.Any(IsParseError), "what a rule explains is said once");
        Assert.IsTrue(loud.HasErrors);

        var verdict = Run(project, rule, text, silencer);
        Assert.IsTrue(verdict.Suppressed.Any(finding => finding.Descriptor.Id == rule), $"{silencer} silences it");
        Assert.AreEqual(Severity.Error, verdict.Reported.Single(IsParseError).Severity);
    }

    [TestMethod]
    [DataRow("MAINTAINER\n", "DG5009")]
    [DataRow("FROM scratch\nRUN x\nMAINTAINER\n", "DG5009")]
    [DataRow("ADD a b\nFROM scratch\n", "DG5001")]
    [DataRow("FROM X\n", "DG2001")]
    public void An_error_at_the_same_place_that_says_something_else_stands_for_nothing(string text, string rule)
    {
        using var project = new CheckedProject();
        project.With(".dockerguard.yml", $"rules: {{{rule}: error}}\n").With("Dockerfile", text);
        var reported = DockerfileCheck.Run(project.Input()).Reported;
        Assert.IsTrue(reported.Any(IsParseError), string.Join("\n", reported));
    }

    /// <summary>BuildKit expands no variable there; podman and buildah do, so the image is judged too.</summary>
    [TestMethod]
    [DataRow("ARG X=evil.example/x:latest\nCOPY --from=$X /a /b", "DG0001 DG1001 DG1004")]
    [DataRow("ARG X=evil.example/x:latest\nRUN --mount=type=bind,from=${X},target=/x ls", "DG0001 DG1001 DG1004")]
    [DataRow("ENV X=x\nCOPY --from=evil.example/$X:1 /a /b", "DG0001 DG1001")]
    [DataRow("ARG X\nCOPY --from=$X /a /b", "DG0001")]
    [DataRow("ARG X=me\nCOPY --from=$X /a /b", "DG0001")]
    [DataRow("ARG A=/a\nCOPY --from=7 $A /b", "DG0001")]
    public void A_variable_in_from_passes_nowhere(string text, string expected)
    {
        using var project = new CheckedProject();
        project.With(".dockerguard.yml", "registries: {trusted: [mcr.microsoft.com]}\n")
            .With("Dockerfile", $"FROM scratch AS me\nFROM scratch\n{text}\nUSER 1654\n");
        var found = DockerfileCheck.Run(project.Input()).Reported.Select(finding => finding.Descriptor.Id)
            .Where(id => id is "DG0001" or "DG1001" or "DG1004");
        Assert.AreEqual(expected, string.Join(" ", found.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void That_a_rule_failed_is_told_whatever_the_project_lists()
    {
        using var project = new CheckedProject();
        var verdict = new ProjectWarnings(project.ProjectFile, "DG0004;DG0019")
            .Judge([Condition(ToolDiagnostics.RuleFailed), Condition(ToolDiagnostics.AnotherDay)]);
        Assert.AreEqual("DG0004 DG0019", string.Join(" ", verdict.Reported.Select(told => told.Descriptor.Id)));
        Assert.IsEmpty(verdict.Suppressed);

        Diagnostic Condition(RuleDescriptor rule) => new(rule, rule.Recommended, "x", project.ProjectFile, default);
    }

    private static bool IsParseError(Diagnostic finding) => finding.Descriptor == ToolDiagnostics.ParseError;

    private static Verdict Run(CheckedProject project, string rule, string text, SilencedBy silencer)
    {
        var baseline = silencer == SilencedBy.Baseline ? project.Accept() : null;
        void Write(string top, string above) =>
            project.With("Dockerfile", $"{top}FROM scratch AS me\n{above}{text}\n");
        if (silencer == SilencedBy.Comment) Write("", $"# dockerguard ignore={rule}\n");
        if (silencer == SilencedBy.CheckOption) Write($"# check=skip={rule}\n", "");
        if (silencer == SilencedBy.Waiver)
        {
            project.With(
                ".dockerguard.yml",
                $"profile: strict\nwaivers: [{{rule: {rule}, reason: r, owner: o, expires: 2027-12-31}}]\n");
        }

        if (silencer == SilencedBy.NoWarn) project.Warnings = new ProjectWarnings(project.ProjectFile, rule);
        var ids = Rules.RuleCatalog.Find(rule)!.Aliases
            .Where(alias => alias.Tool == "hadolint").Select(alias => alias.Id);
        if (silencer == SilencedBy.Hadolint) project.With(".hadolint.yaml", $"ignored: [{string.Join(", ", ids)}]\n");
        return DockerfileCheck.Run(project.Input() with { Baseline = baseline, Hadolint = CheckedProject.Hadolint });
    }
}
