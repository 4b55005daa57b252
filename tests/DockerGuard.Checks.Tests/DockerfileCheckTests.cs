using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Checks.Tests;

[TestClass]
public sealed class DockerfileCheckTests
{
    /// <summary>The end of a summary where the project has no policy.</summary>
    private const string BuiltIn = "; no policy (recommended, level 1)";

    /// <summary>A script, and a shell that is there to run it.</summary>
    private const string Script = "COPY shell/ /bin/\nRUN true\n";

    /// <summary>What reads the file runs the whole build.</summary>
    [TestMethod]
    [DataRow("# syntax=evil.example/f:1\n", "", "",
        "Dockerfile(1,10) frontend 'evil.example/f:1' comes from 'evil.example'")]
    [DataRow("# syntax = someone/f --x\n", "", "", "Dockerfile(1,12) frontend 'someone/f' comes from 'docker.io'")]
    [DataRow("#!/x\n# syntax=a.example/f\n", "", "", "Dockerfile(2,10) frontend 'a.example/f' comes from 'a.example'")]
    [DataRow("// syntax=a.example/f\n", "", "", "Dockerfile(1,11) frontend 'a.example/f' comes from 'a.example'")]
    [DataRow("# syntax=docker/dockerfile-upstream:1\n", "", "",
        "Dockerfile(1,10) frontend 'docker/dockerfile-upstream:1' comes from 'docker.io'")]
    [DataRow("# syntax=A@b\n", "", "", "Dockerfile(1,10) frontend 'A@b' comes from no registry that could be trusted")]
    [DataRow("", "evil.example/f:1 --x", "", "Web.csproj(1,1) frontend 'evil.example/f:1' comes from 'evil.example'")]
    [DataRow("# syntax=docker/dockerfile:1\n", "evil.example/f", "",
        "Web.csproj(1,1) frontend 'evil.example/f' comes from 'evil.example'")]
    [DataRow("# syntax=docker/dockerfile:1\n", "", ", registry.example/docker/dockerfile",
        "Dockerfile(1,10) frontend 'docker/dockerfile:1' comes from 'docker.io'")]
    [DataRow("# syntax=docker/dockerfile:1\n", "", "", null)]
    [DataRow("# syntax=docker.io/docker/dockerfile:1.7-labs@sha256:"
        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n", "", "", null)]
    [DataRow("", "docker/dockerfile", "", null)]
    [DataRow("# syntax=mcr.microsoft.com/f\n", "mcr.microsoft.com/f", "", null)]
    [DataRow("# a comment\n# syntax=evil.example/f:1\n", "", "", null)]
    public void A_frontend_is_judged_like_a_base(string head, string argument, string trusted, string? told)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", $"registries: {{trusted: [mcr.microsoft.com{trusted}]}}\n")
            .WithDockerfile("", head);
        var arguments = new Dictionary<string, string>();
        if (argument.Length > 0) arguments["BUILDKIT_SYNTAX"] = argument;
        var file = new DockerfileInput(project["Dockerfile"], project[""]) { BuildArguments = arguments };
        var found = DockerfileCheck.Run(project.Input() with { Files = [file] })
            .Reported.Where(finding => finding.Descriptor.Id == "DG1001")
            .Select(finding => $"{Path.GetFileName(finding.File)}({finding.Span.Line},{finding.Span.Column}) "
                + finding.Message.Split([", which", ":  ", ": "], StringSplitOptions.None)[0]);

        Assert.AreEqual(told ?? "", string.Join("; ", found));
    }

    [TestMethod]
    [DataRow("zz", "the file has no such stage")]
    [DataRow("finall", "the file has no such stage; did you mean 'final'?")]
    [DataRow("7", "the file has no such stage")]
    public void A_stage_that_is_not_there_is_the_projects_matter(string stage, string told)
    {
        using var project = new CheckedProject()
            .With("Dockerfile", $"FROM {CheckedProject.Base} AS final\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n");
        var file = new DockerfileInput(project["Dockerfile"], project[""]) { Stage = stage };
        var found = DockerfileCheck.Run(project.Input() with { Files = [file] }).Reported.Single();

        Assert.AreEqual(("DG0014", project.ProjectFile, 1), (found.Descriptor.Id, found.File, found.Span.Line));
        Assert.AreEqual(
            $"the item DockerGuardDockerfile 'Dockerfile' has the Stage '{stage}', and {told}", found.Message);
    }

    [TestMethod]
    public void A_clean_file_is_clean()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR /app\n");
        var verdict = DockerfileCheck.Run(project.Input());

        Assert.AreEqual("", Codes(verdict));
        Assert.AreEqual($"Dockerfile: 0 findings{BuiltIn}", verdict.Summary);
        Assert.IsTrue(verdict.IsClean);
        Assert.IsFalse(verdict.HasErrors);
        CollectionAssert.AreEqual(new[] { project["Dockerfile"] }, verdict.Dockerfiles.Keys.ToArray());
    }

    [TestMethod]
    public void Two_files_are_counted_together_and_a_path_given_twice_is_one()
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .WithDockerfile("WORKDIR b\nUSER root\n", name: "Other.Dockerfile");
        var verdict = DockerfileCheck.Run(project.Input("Dockerfile", "Other.Dockerfile", "Dockerfile"));

        Assert.AreEqual("DG5003 DG5003 DG2001", Codes(verdict));
        Assert.AreEqual($"2 Dockerfiles: 1 error, 2 warnings{BuiltIn}", verdict.Summary);
        Assert.IsFalse(verdict.IsClean);
        Assert.IsTrue(verdict.HasErrors);
    }

    [TestMethod]
    public void What_is_silenced_is_counted_in_the_summary()
    {
        using var project = new CheckedProject().WithDockerfile("# dockerguard ignore=DG5003\nWORKDIR app\n");
        var verdict = DockerfileCheck.Run(project.Input());

        Assert.AreEqual($"Dockerfile: 0 findings; 1 silenced by a comment{BuiltIn}", verdict.Summary);
        Assert.IsTrue(verdict.IsClean);
    }

    [TestMethod]
    public void A_broken_policy_is_all_there_is_to_say()
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .With(".dockerguard.yml", "profil: strict");
        var verdict = DockerfileCheck.Run(project.Input());

        Assert.AreEqual("DG0003", Codes(verdict));
        Assert.IsNull(verdict.Summary);
        Assert.IsFalse(verdict.IsClean);
        Assert.IsEmpty(verdict.Dockerfiles);
    }

    [TestMethod]
    [DataRow("missing", "'missing' does not exist")]
    [DataRow(".git", "'.git' is a folder, not a Dockerfile")]
    [DataRow("binary", "'binary' is binary, not a Dockerfile")]
    public void A_file_that_cannot_be_read_is_one_error_and_the_others_are_checked(string name, string message)
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n").With("binary", "FROM\0scratch");
        var verdict = DockerfileCheck.Run(project.Input(name, "Dockerfile"));

        Assert.AreEqual("DG0002 DG5003", Codes(verdict));
        Assert.AreEqual(message, verdict.Reported[0].Message);
        Assert.AreEqual($"Dockerfile: 1 error, 1 warning{BuiltIn}", verdict.Summary);
    }

    [TestMethod]
    public void A_broken_configuration_of_hadolint_is_told_once_and_guards_nothing()
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .WithDockerfile("WORKDIR app\n", name: "Other.Dockerfile")
            .With(".hadolint.yaml", "ignored: 1\n");
        var input = project.Input("Dockerfile", "Other.Dockerfile");
        var verdict =
            DockerfileCheck.Run(input with { Hadolint = new HadolintInput(null, new Dictionary<string, string>()) });

        Assert.AreEqual("DG0017", Codes(verdict));
        Assert.IsNull(verdict.Summary);
    }

    [TestMethod]
    public void A_waiver_that_has_expired_is_told_once_for_all_files()
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .WithDockerfile("WORKDIR app\n", name: "Other.Dockerfile")
            .With(".dockerguard.yml", "waivers: [{rule: DG5003, reason: r, owner: o, expires: 2026-11-21}]");

        Assert.AreEqual(
            "DG5003 DG5003 DG0007", Codes(DockerfileCheck.Run(project.Input("Dockerfile", "Other.Dockerfile"))));
    }

    [TestMethod]
    [DataRow("", null, "DG0016 Info", "; ShellCheck is not installed, so RUN scripts are not checked")]
    [DataRow("", "tools/shellcheck", "DG0016 Warning", "")]
    [DataRow(
        "rules: {DG0016: error}",
        null,
        "DG0016 Error",
        "; ShellCheck is not installed, so RUN scripts are not checked")]
    [DataRow("rules: {DG0016: off}", "tools/shellcheck", "", "")]
    public void A_ShellCheck_that_is_missed_is_told_as_loud_as_somebody_counts_on_it(
        string policy, string? named, string told, string summary)
    {
        using var project = new CheckedProject().WithDockerfile(Script).With(".dockerguard.yml", policy);
        var missing = new MissingShellCheck(
            named is null ? ForeignAnswer.Absent : ForeignAnswer.Missing($"there is no '{named}'"));
        var verdict = DockerfileCheck.Run(project.Input() with { ForeignCheckers = [missing] });

        Assert.AreEqual(
            told, string.Join(" ", verdict.Reported.Select(finding => $"{finding.Descriptor.Id} {finding.Severity}")));
        StringAssert.StartsWith(verdict.Summary, $"Dockerfile: 0 findings{summary}; policy .dockerguard.yml (");
        Assert.IsTrue(verdict.IsClean, "installing it is no change that anybody could see");
    }

    [TestMethod]
    public void A_ShellCheck_that_is_switched_off_is_said_in_the_summary()
    {
        using var project = new CheckedProject().WithDockerfile(Script);
        var off = new MissingShellCheck(ForeignAnswer.SwitchedOff("ShellCheck is switched off by X"));
        var verdict = DockerfileCheck.Run(project.Input() with { ForeignCheckers = [off] });

        Assert.AreEqual("", Codes(verdict));
        Assert.AreEqual($"Dockerfile: 0 findings; ShellCheck is off{BuiltIn}", verdict.Summary);
    }

    internal static string Codes(Verdict verdict) =>
        string.Join(" ", verdict.Reported.Select(finding => finding.Descriptor.Id));

    private sealed class MissingShellCheck(ForeignAnswer answer) : IForeignChecker
    {
        public ForeignTool Tool => ShellCheckTool.Instance;

        public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs) => Task.FromResult(answer);
    }
}
