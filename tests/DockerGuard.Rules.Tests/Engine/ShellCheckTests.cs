using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Peers;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>What ShellCheck is given, and where what it finds stands in the Dockerfile.</summary>
[TestClass]
public sealed class ShellCheckTests
{
    private const string From = "FROM mcr.microsoft.com/dotnet/sdk:10.0\n";

    [TestMethod]
    [DataRow("RUN echo", "#!/bin/dash\necho")]
    [DataRow("SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN echo", "#!/bin/bash -e\necho")]
    [DataRow("SHELL [\"/usr/bin/ksh93\", \"-c\"]\nRUN echo", "#!/bin/ksh\necho")]
    [DataRow("RUN <<EOF\n#!/usr/bin/env bash\necho\nEOF", "#!/bin/bash\n# /usr/bin/env bash\necho\n")]
    [DataRow(
        "ENV A=1 UNUSED=2\nARG B\nRUN echo $A ${B} $HTTP_PROXY",
        "#!/bin/dash\nexport A=1 B=1 HTTP_PROXY=1\necho $A ${B} $HTTP_PROXY")]
    [DataRow("ENV APP_VERSION=1\nRUN echo $APP_VERSOIN", "#!/bin/dash\nexport APP_VERSION=1\necho $APP_VERSOIN")]
    [DataRow("ENV strange.name=1\nRUN echo $strange", "#!/bin/dash\necho $strange")]
    [DataRow("RUN echo $APP_UID", "#!/bin/dash\nexport APP_UID=1\necho $APP_UID")]
    [DataRow("ARG A\nENV B=1\nONBUILD RUN echo $A $B", "#!/bin/dash\nexport B=1\necho $A $B")]
    [DataRow("RUN a \\\n# comment\n\n  && b", "#!/bin/dash\na   && b")]
    public void Script_is_given_with_its_shell_and_variables(string text, string expected)
    {
        var checker = new UnassignedChecker();
        Lint(From + text + "\n", checker);

        Assert.AreEqual(expected, checker.Scripts.Single());
    }

    [TestMethod]
    [DataRow("node:22-alpine", "#!/bin/dash")]
    [DataRow("debian:12", "#!/bin/dash")]
    [DataRow("mcr.microsoft.com/dotnet/sdk:10.0-azurelinux3.0", "#!/bin/bash")]
    [DataRow("example.com/own/image:1", "#!/bin/sh")]
    public void System_shell_is_that_of_the_distribution(string image, string shebang)
    {
        var checker = new UnassignedChecker();
        Lint($"FROM {image} AS base\nFROM base\nRUN echo\n", checker);

        Assert.AreEqual(shebang + "\necho", checker.Scripts.Single());
    }

    [TestMethod]
    [DataRow("RUN a\nRUN b", 2)]
    [DataRow("RUN [\"a\"]\nRUN", 0)]
    [DataRow("SHELL [\"/bin/zsh\", \"-c\"]\nRUN a", 0)]
    [DataRow("RUN cat <<EOF > /file\necho\nEOF", 1)]
    [DataRow("RUN bash <<EOF\necho\nEOF", 2)]
    [DataRow("RUN bash <<EOF\necho \\$HOME\nEOF", 1)]
    [DataRow("RUN bash <<'EOF'\necho \\$HOME\nEOF", 2)]
    [DataRow("CMD echo\nENTRYPOINT echo\nHEALTHCHECK CMD echo", 0)]
    public void Only_shell_text_of_run_is_given(string text, int scripts)
    {
        var checker = new UnassignedChecker();
        Lint(From + text + "\n", checker);

        Assert.HasCount(scripts, checker.Scripts);
    }

    [TestMethod]
    public void Hadolints_profile_sees_what_hadolint_sees()
    {
        var checker = new UnassignedChecker();
        Lint(
            "SHELL [\"/bin/zsh\", \"-c\"]\nARG a\nRUN echo $a\nFROM scratch\nENV b=1\nONBUILD RUN echo $b\nRUN bash "
                + "<<EOF\necho\nEOF\n",
            checker,
            new RuleSettings { Profile = Profiles.Hadolint });

        Assert.AreEqual(
            "#!/bin/zsh\nexport a=1\necho $a|#!/bin/sh\necho $b|#!/bin/sh\nbash <<EOF\necho\nEOF",
            string.Join('|', checker.Scripts));
    }

    [TestMethod]
    [DataRow(2, 1, 2, 2, "(2,5,2,6)", DisplayName = "the first character")]
    [DataRow(2, 7, 2, 8, "(4,3,4,4)", DisplayName = "after a continuation and a comment")]
    [DataRow(2, 3, 2, 9, "(2,7,4,5)", DisplayName = "across a continuation")]
    [DataRow(2, 11, 2, 11, "(4,7,4,8)", DisplayName = "an empty place is that of the character at it")]
    [DataRow(9, 9, 9, 9, "(4,8,4,8)", DisplayName = "after the end")]
    public void Place_is_that_of_the_dockerfile(int line, int column, int endLine, int endColumn, string expected)
    {
        var finding =
            Report("RUN a b \\\n# comment\n  c d e\n", new ForeignPlace(line, column, endLine, endColumn)).Single();

        Assert.AreEqual(expected, finding.Span.ToString());
    }

    [TestMethod]
    public void Place_in_front_of_the_script_is_nobodys() =>
        Assert.IsEmpty(Report("RUN echo\n", new ForeignPlace(1, 1, 1, 2)));

    /// <summary>ShellCheck counts code points and tabs as one; MSBuild counts UTF-16 code units.</summary>
    [TestMethod]
    public void Characters_outside_the_first_plane_are_two_columns() =>
        Assert.AreEqual(
            "(2,14,2,15)", Report("RUN echo \t😀é$a\n", new ForeignPlace(2, 9, 2, 10)).Single().Span.ToString());

    [TestMethod]
    [DataRow("error", Severity.Error, Severity.Warning, Severity.Error)]
    [DataRow("warning", Severity.Warning, Severity.Warning, Severity.Warning)]
    [DataRow("info", Severity.Info, Severity.Info, Severity.Warning)]
    [DataRow("style", Severity.Info, Severity.Info, Severity.Warning)]
    public void Severity_is_that_of_the_level(string level, Severity hadolint, Severity recommended, Severity strict)
    {
        Assert.AreEqual(hadolint, Of(Profiles.Hadolint));
        Assert.AreEqual(recommended, Of(Profiles.Recommended));
        Assert.AreEqual(strict, Of(Profiles.Strict));
        Assert.IsEmpty(Report("RUN echo\n", new ForeignPlace(2, 1, 2, 2), new RuleSettings { Profile = Profiles.Cis }));

        Severity Of(string profile) =>
            Report("RUN echo\n", new ForeignPlace(2, 1, 2, 2), new RuleSettings { Profile = profile }, level)
                .Single().Severity;
    }

    [TestMethod]
    [DataRow("SC2001", Severity.Error, Severity.Error)]
    [DataRow("DG5032", Severity.Error, Severity.Error)]
    [DataRow("SC2002", Severity.Error, Severity.Warning)]
    [DataRow("SC2001", Severity.Off, null)]
    [DataRow("DG5032", Severity.Off, null)]
    public void Policy_names_one_code_or_all(string key, Severity severity, Severity? expected)
    {
        var settings = new RuleSettings { Severities = new Dictionary<string, Severity> { [key] = severity } };

        Assert.AreEqual(
            expected, Report("RUN echo\n", new ForeignPlace(2, 1, 2, 2), settings).SingleOrDefault()?.Severity);
    }

    [TestMethod]
    public void A_code_that_is_on_is_found_while_all_others_are_off()
    {
        var settings = new RuleSettings
        {
            Severities = new Dictionary<string, Severity> { ["DG5032"] = Severity.Off, ["SC2001"] = Severity.Error },
        };

        Assert.IsTrue(Report("RUN echo\n", new ForeignPlace(2, 1, 2, 2), settings).Single().IsSetByPolicy);
    }

    [TestMethod]
    [DataRow("SC2086", "DG5032", "SC2086")]
    [DataRow("sc1000", "DG5032", "SC1000")]
    [DataRow("SC*", "DG5032", "DG5032")]
    [DataRow("DG5032", "DG5032", "DG5032")]
    [DataRow("SC4000", null, null)]
    [DataRow("SC20860", null, null)]
    [DataRow("SC20x6", null, null)]
    public void Codes_are_names_of_rules(string name, string? id, string? key)
    {
        var rule = RuleCatalog.FindAll(name).SingleOrDefault();

        Assert.AreEqual(id, rule?.Id);
        Assert.AreEqual(key, rule?.Key);
        Assert.AreEqual(rule, RuleCatalog.Find(name));
    }

    [TestMethod]
    public void Comment_that_silences_nothing_is_stale_only_where_shellcheck_has_run()
    {
        const string text = From + "# dockerguard ignore=SC2086,DG5032 reason\nRUN echo\n";

        Assert.AreEqual("DG0005", Lint(text, new UnassignedChecker()).Single().Descriptor.Id);
        Assert.IsEmpty(Lint(text, null));
        Assert.IsEmpty(Lint(text, new FixedChecker(ForeignAnswer.Absent)));
    }

    /// <summary>
    /// ShellCheck's own comment works in a here-document; above a RUN it is a comment of the Dockerfile.
    /// </summary>
    [TestMethod]
    [DataRow("# shellcheck disable=SC2154", 0)]
    [DataRow("# shellcheck disable=SC2086,SC2154 one word", 0)]
    [DataRow("# shellcheck disable=SC2086", 1)]
    [DataRow("# hadolint global ignore=SC2154", 0)]
    [DataRow("# shellcheck shell=bash", 1)]
    public void Comments_of_peers_name_codes(string comment, int findings) =>
        Assert.HasCount(findings, Lint($"{From}{comment}\nRUN echo $name\n", new UnassignedChecker()));

    [TestMethod]
    public void Shellcheck_that_fails_is_said_once_and_the_rules_go_on()
    {
        var findings = Lint(
            "FROM debian:latest\nRUN echo\n",
            new FixedChecker(ForeignAnswer.Failed("it broke")),
            rules: RuleCatalog.Rules);

        Assert.IsTrue(findings.Any(finding => finding.Descriptor.Id == "DG1004"));
        var problem = findings.Single(finding => finding.Descriptor == ToolDiagnostics.ShellCheckUnavailable);
        Assert.AreEqual(
            (Severity.Warning, "it broke, so the scripts of RUN are not checked", SourceSpan.FileStart),
            (problem.Severity, problem.Message, problem.Span));
    }

    [TestMethod]
    public void What_the_embedding_causes_is_left_out()
    {
        var place = new ForeignPlace(2, 1, 2, 2);
        var comments = new[] { "SC1090", "SC1091", "SC2187", "SC2148", "SC1017", "SC1017" }
            .Select(code => new ForeignComment(0, place, code, "error", "Text.", []));

        Assert.AreEqual(
            "SC1017 text",
            Lint(From + "RUN echo\n", new FixedChecker(ForeignAnswer.Of([.. comments]))).Single().Message);
    }

    [TestMethod]
    [DataRow("RUN a=`ls`\n", "RUN a=$(ls)\n")]
    [DataRow("RUN b && \\\n  a=`ls`\n", "RUN b && \\\n  a=$(ls)\n")]
    [DataRow("RUN a=`echo \\$b`\n", null)]
    public void Cure_is_taken_where_it_is_safe_and_exact(string run, string? expected)
    {
        var script = run[4..].Replace("\\\n", "");
        int first = script.IndexOf('`') + 1, second = script.LastIndexOf('`') + 1;
        var comment = new ForeignComment(0, new ForeignPlace(2, first, 2, second + 1), "SC2006", "style", "Use $(...).",
            [Replace(second, ")"), Replace(first, "$(")]);
        var text = From + run;
        var fix = Lint(text, new FixedChecker(ForeignAnswer.Of([comment]))).Single().Fix;

        Assert.AreEqual(
            expected is null ? null : From + expected,
            fix is null ? null : Dockerfile.Parse(text).ApplyEdits(fix.Edits));

        static ForeignReplacement Replace(int column, string text) =>
            new(new ForeignPlace(2, column, 2, column + 1), text);
    }

    [TestMethod]
    public void Cure_at_a_continuation_has_no_place()
    {
        var comment = new ForeignComment(0, new ForeignPlace(2, 1, 2, 5), "SC2164", "warning", "Use cd.",
            [new ForeignReplacement(new ForeignPlace(2, 6, 2, 6), " || exit")]);

        Assert.IsNull(Lint(From + "RUN cd /x\\\n; ls\n", new FixedChecker(ForeignAnswer.Of([comment]))).Single().Fix);
    }

    private static IReadOnlyList<Diagnostic> Report(
        string text, ForeignPlace place, RuleSettings? settings = null, string level = "warning") =>
        [
            .. Lint(
                From + text,
                new FixedChecker(
                    ForeignAnswer.Of([new ForeignComment(0, place, "SC2001", level, "Something is wrong.", [])])),
                settings)
                .Where(finding => finding.Descriptor.Id == "DG5032")];

    private static IReadOnlyList<Diagnostic> Lint(
        string text, IForeignChecker? checker, RuleSettings? settings = null, IReadOnlyList<Rule>? rules = null) =>
        FileCheck.Run(
            new LintRequest(
                Dockerfile.Parse(text), LintCase.Path, settings ?? new RuleSettings(), RuleSetOf(settings, rules))
            {
                ForeignCheckers = checker is null ? [] : [checker],
            }).Findings;

    /// <summary>The set of the profile with its rule about ShellCheck alone, or others.</summary>
    private static RuleSet RuleSetOf(RuleSettings? settings, IReadOnlyList<Rule>? rules)
    {
        var set = RuleSets.Of(settings?.Profile ?? Profiles.Recommended);
        return set with { Rules = rules ?? [.. set.Rules.OfType<ForeignRule>()] };
    }

    private sealed class FixedChecker(ForeignAnswer answer) : IForeignChecker
    {
        public ForeignTool Tool => ShellCheckTool.Instance;

        public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs) => Task.FromResult(answer);
    }
}
