using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Peers;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary>hadolint's comments: what it would drop without a word works, and is told at its column.</summary>
[TestClass]
public sealed class HadolintCommentTests
{
    private const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";

    [TestMethod]
    [DataRow("# hadolint ignore=dl3000", "(2,19,2,25)", "'dl3000' is upper-case there: 'DL3000'")]
    [DataRow("# hadolint ignore=DL3000,crazy", "(2,26,2,31)", "it knows no rule 'crazy'")]
    [DataRow("# hadolint ignore=DL3000, WorkdirRelativePath", "(2,27,2,46)", "it knows no rule 'WorkdirRelativePath'")]
    [DataRow("# hadolint ignore=DL3000 the base sets it", "(2,26,2,42)", "a reason begins with '#'")]
    [DataRow("# hadolint ignore=DL3000 DL3020", "(2,26,2,27)", "a comma stands between rules")]
    [DataRow("# hadolint ignore: DL3000", "(2,18,2,19)", "'=' stands before the rules, not ':'")]
    [DataRow("# hadolint ignore DL3000", "(2,19,2,20)", "'=' stands before the rules")]
    [DataRow("# hadolint: ignore=DL3000", "(2,11,2,12)", "no colon stands after 'hadolint'")]
    [DataRow("# Hadolint ignore=DL3000", "(2,3,2,11)", "'hadolint' is lower-case")]
    [DataRow("# hadolint ignore=DL3000,", "(2,26,2,26)", "no rule is named here")]
    [DataRow("# hadolint ignore=DL3000\n", "(2,3,2,25)", "it belongs on the line directly before its instruction")]
    [DataRow(
        "# hadolint ignore=DL3000\n# a word about why",
        "(2,3,2,25)",
        "it belongs on the line directly before its instruction")]
    [DataRow("#\thadolint ignore=dl3000 ", "(2,19,2,25)", "'dl3000' is upper-case there: 'DL3000'")]
    public void Comment_that_hadolint_drops_works_and_is_told(string comment, string place, string why)
    {
        var finding = LintCase.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n").Lint().Single();

        Assert.AreEqual(("DG0006", Severity.Info), (finding.Descriptor.Id, finding.Severity));
        Assert.AreEqual("hadolint drops this comment: " + why, finding.Message);
        Assert.AreEqual(place, finding.Span.ToString());
    }

    [TestMethod]
    public void Comment_inside_an_instruction_works_and_is_told()
    {
        var finding = LintCase.Parse($"FROM {Base}\nENV TZ=UTC \\\n    # hadolint ignore=DL3064\n    API_TOKEN=x\n")
            .Lint()
            .Single();

        Assert.AreEqual("(3,7,3,29)", finding.Span.ToString());
        Assert.AreEqual(
            "hadolint drops this comment: it stands inside an instruction, and belongs on the line before",
            finding.Message);
    }

    [TestMethod]
    public void Comment_with_nothing_after_it_is_told()
    {
        var finding = LintCase.Parse($"FROM {Base}\n# hadolint stage ignore=DL3000\n").Lint().Single();
        Assert.AreEqual("hadolint drops this comment: no instruction follows", finding.Message);
    }

    [TestMethod]
    [DataRow("# hadolint ignore=DL3007", "hadolint ignore=DL3007 silences nothing here")]
    [DataRow("# hadolint stage ignore=DL3007,DL3020", "hadolint ignore=DL3007,DL3020 silences nothing here")]
    [DataRow("# hadolint global ignore=DL3007 # no longer so", "hadolint ignore=DL3007 silences nothing here")]
    public void Stale_comment_is_a_message(string comment, string message)
    {
        var finding = LintCase.Parse($"FROM {Base}\n{comment}\nWORKDIR /app\n").Lint().Single();
        Assert.AreEqual(("DG0005", Severity.Info, message), (finding.Descriptor.Id, finding.Severity, finding.Message));
    }

    [TestMethod]
    [DataRow("profile=hadolint")]
    [DataRow("profile=buildkit")]
    public void In_a_parity_profile_nothing_is_told(string policy) =>
        Assert.IsEmpty(LintCase.Parse(
            $"# policy: {policy}\nFROM {Base}\n# hadolint ignore=dl3007\nWORKDIR /app\n# hadolint global ignore=DL3007 "
                + "why\n")
                .Lint());

    [TestMethod]
    [DataRow("# hadolint ignore=DL3000", "")]
    [DataRow("# hadolint ignore=DL3000 # why", "")]
    [DataRow("# hadolint stage ignore=DL3000\n", "")]
    [DataRow("# hadolint ignore=dl3000", "DG5003")]
    [DataRow("# hadolint ignore=crazy,DL3000", "DG5003")]
    [DataRow("# hadolint ignore=DL3000 why", "DG5003")]
    [DataRow("# hadolint ignore=DL3000\n", "DG5003")]
    [DataRow("# hadolint global ignore=DL3000 DL3020", "DG5003")]
    public void In_its_own_profile_a_comment_it_drops_silences_nothing(string comment, string expected)
    {
        var settings = new RuleSettings { Profile = Profiles.Hadolint, Today = LintCase.Today };
        var dockerfile = Dockerfile.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n");
        Assert.AreEqual(
            expected, string.Join(
                " ",
                FileCheck.Run(
                    new LintRequest(dockerfile, LintCase.Path, settings, RuleSets.Of(settings.Profile))).Findings
                    .Select(finding => finding.Descriptor.Id)));
    }

    [TestMethod]
    public void A_policy_decides_how_severe_a_comment_is()
    {
        var settings = new RuleSettings
        {
            Today = LintCase.Today,
            Severities = new[] { "DG0005", "DG0006" }.ToDictionary(id => id, _ => Severity.Error),
        };
        var dockerfile = Dockerfile.Parse($"FROM {Base}\n# hadolint ignore=dl3007\nWORKDIR /app\n");
        var findings =
            FileCheck.Run(new LintRequest(dockerfile, LintCase.Path, settings, RuleSets.Of(settings.Profile))).Findings;
        Assert.AreEqual(
            "DG0005 Error DG0006 Error",
            string.Join(" ", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Severity}")));
    }

    [TestMethod]
    [DataRow("# hadolint ignore=DL3000")]
    [DataRow("# hadolint stage ignore=DL3000")]
    [DataRow("# hadolint global ignore=DL3000")]
    [DataRow("# hadolint ignore=DL3000 why")]
    public void Comments_silence_nothing_where_they_are_forbidden(string comment)
    {
        var settings = new RuleSettings { Today = LintCase.Today, IgnoresHadolintPragmas = true };
        var dockerfile = Dockerfile.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n");
        Assert.AreEqual(
            "DG5003",
            FileCheck.Run(new LintRequest(dockerfile, LintCase.Path, settings, RuleSets.Of(settings.Profile))).Findings
                .Single().Descriptor.Id);
    }

    [TestMethod]
    [DataRow("FROM a\nRUN x", "Sh")]
    [DataRow("FROM a\n# hadolint shell=powershell\nRUN x", "PowerShell")]
    [DataRow("FROM a\n# hadolint shell = powershell.exe # windows\nRUN x", "PowerShell")]
    [DataRow("# hadolint shell=bash\nFROM a\nRUN x\nFROM b\nRUN x", "Bash Bash")]
    [DataRow("FROM a\n# hadolint shell=bash\nRUN x\nFROM b\nRUN x", "Bash Sh")]
    [DataRow("# hadolint shell=pwsh\nFROM a\n# hadolint shell=bash\nRUN x\nFROM b\nRUN x", "Bash PowerShell")]
    [DataRow("FROM a\nRUN x\n# hadolint shell=bash\nRUN x", "Sh Bash")]
    [DataRow("# hadolint shell=pwsh\nFROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN x", "Bash")]
    [DataRow("FROM a\nSHELL [\"/bin/odd\"]\n# hadolint shell=bash\nRUN x", "Bash")]
    [DataRow("# hadolint shell=pwsh\nRUN x", "PowerShell")]
    [DataRow("FROM a\n# hadolint shell=bash\nONBUILD RUN x", "Bash")]
    [DataRow("FROM a\n# hadolint shell=\nRUN x", "Sh")]
    public void Shell_comment_tells_the_language_of_scripts(string text, string dialects)
    {
        var rule = new Dialects();
        FileCheck.Run(new LintRequest(
            Dockerfile.Parse(text + "\n"), LintCase.Path, new RuleSettings(), new RuleSet("test", [rule])));
        Assert.AreEqual(dialects, string.Join(" ", rule.Seen));
    }

    private sealed class Dialects : InstructionRule
    {
        public System.Collections.Generic.List<ShellDialect> Seen { get; } = [];

        public override RuleDescriptor Descriptor { get; } = new("DG5999Dialects", "dialects", Severity.Warning);

        public override System.Collections.Generic.IReadOnlyList<InstructionKind> Kinds { get; } =
        [
            InstructionKind.Run,
        ];

        public override void Check(Instruction instruction, FileContext context) =>
            Seen.Add(context.ScriptOf(instruction)!.Dialect);
    }
}
