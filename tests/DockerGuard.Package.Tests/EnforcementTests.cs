using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>
/// What a policy enforces, through real builds: with everything against it that a project or a caller has.
/// </summary>
[TestClass]
public sealed class EnforcementTests : SharedProjectTests<EnforcementTests>
{
    private const string Enforced = "enforce: [DG2001, DG1004]\nrules: {DG1004: warning}\n";

    /// <summary>A warning at (1,6) and an error at (9,6), with a comment of every kind against them.</summary>
    private static readonly string Silenced = "# check=skip=all\n# kics-scan ignore\n# hadolint global ignore=DL3007\n"
        + UserProject.LatestDockerfile.Replace(
            "ENTRYPOINT", "# dockerguard ignore=DG2001\nUSER root\nENTRYPOINT", StringComparison.Ordinal);

    protected override string? Dockerfile => Silenced;

    [TestMethod]
    public async Task Nothing_that_a_project_or_a_command_line_has_silences_what_is_enforced()
    {
        (await Folder.BuildAsync("-t:DockerGuardBaseline", "-p:DockerGuardHadolintConfig=off")).EnsureSuccess();
        Folder.Write(".dockerguard.yml", Enforced)
            .Write(".hadolint.yaml", "ignored: [DL3002, DL3007]\nno-fail: true\n");
        Folder.Edit("Shop.csproj", "</Nullable>", "</Nullable><NoWarn>$(NoWarn);DG2001;DL3007</NoWarn>"
            + "<MSBuildWarningsAsMessages>DG1004;DG0006</MSBuildWarningsAsMessages></PropertyGroup>"
            + "<ItemDefinitionGroup><DockerGuardDockerfile>"
            + "<BuildArguments>BUILDKIT_DOCKERFILE_CHECK=skip=DG2001</BuildArguments>"
            + "</DockerGuardDockerfile></ItemDefinitionGroup><PropertyGroup>");
        var outcome = (await Folder.BuildAsync("-noWarn:DG1004;DG2001;DG0006")).EnsureFailedWith("DG2001");

        Assert.AreEqual("warning", outcome.Single("DG1004").Severity);
        StringAssert.Contains(outcome.Output, "DockerGuard warning DG1004 : ");
        var attempts = outcome.Findings.Where(finding => finding.Code == "DG0006").ToList();
        Assert.IsTrue(attempts.All(attempt => attempt.Severity == "warning"), outcome.Output);
        foreach (var who in new[] { "a comment", "NoWarn", "'ignored' in hadolint's configuration", "a check option" })
        {
            Assert.IsTrue(
                attempts.Any(attempt => attempt.Message.Contains("; " + who + " does not", StringComparison.Ordinal)),
                $"{who}: {outcome.Output}");
        }
    }

    [TestMethod]
    public async Task A_baseline_does_not_take_in_what_is_enforced()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureSuccess();
        Folder.Write(".dockerguard.yml", Enforced);
        var outcome = (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureFailedWith("DG2001");
        StringAssert.Contains(outcome.Output, "1 finding is not accepted, for the policy enforces its rule");
        var accepted = File.ReadAllText(Folder["dockerguard.baseline.yml"]);
        Assert.IsFalse(accepted.Contains("DG2001", StringComparison.Ordinal), accepted);
    }

    [TestMethod]
    public async Task WarningsAsErrors_raises_what_is_enforced_too()
    {
        Folder.Write(".dockerguard.yml", Enforced).Write("Dockerfile", UserProject.LatestDockerfile);
        (await Folder.BuildAsync("-warnaserror:DG1004")).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task An_empty_policy_beside_the_project_or_a_git_folder_removes_no_root()
    {
        using var repository = await UserProject.EmptyAsync();
        repository.Write(".dockerguard.yml", "root: true\nrules: {DG1004: error}\n");
        repository.WriteConsole("src/shop/Shop.csproj", await UserProject.ReferenceAsync())
            .Write("src/shop/.git/HEAD", "ref: refs/heads/main\n")
            .Write("src/shop/Dockerfile", UserProject.LatestDockerfile);
        await repository.RestoreAsync("src/shop");
        (await repository.BuildAsync("src/shop")).EnsureFailedWith("DG1004");

        repository.Write("src/shop/.dockerguard.yml", "");
        var finding = (await repository.BuildAsync("src/shop")).EnsureFailedWith("DG0003").Single("DG0003");
        Assert.AreEqual(repository["src/shop/.dockerguard.yml"], finding.File);
        StringAssert.Contains(finding.Message, "'.dockerguard.yml' does not extend '../../.dockerguard.yml'");
    }

    [TestMethod]
    [DataRow("<DockerGuardPolicyFile>$(MSBuildThisFileDirectory)eng/policy.yml</DockerGuardPolicyFile>", "")]
    [DataRow(
        "</PropertyGroup><ItemGroup><DockerGuardBindingPolicy Include=\"eng/policy.yml\" /></ItemGroup><PropertyGroup>",
        "-p:DockerGuardPolicyFile=own.yml")]
    public async Task A_project_or_a_command_line_does_not_get_rid_of_what_Directory_Build_props_binds(
        string props, string argument)
    {
        Folder.Write("eng/policy.yml", "root: true\nrules: {DG1004: error}\n")
            .Write("own.yml", "rules: {DG1004: off}\n")
            .Write("Dockerfile", UserProject.LatestDockerfile)
            .Write("Directory.Build.props", $"<Project><PropertyGroup>{props}</PropertyGroup></Project>");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");

        if (argument.Length == 0)
        {
            Folder.Edit(
                "Shop.csproj", "</Nullable>", "</Nullable><DockerGuardPolicyFile>own.yml</DockerGuardPolicyFile>");
        }

        var finding = (await Folder.BuildAsync(argument.Length == 0 ? "-nr:false" : argument))
            .EnsureFailedWith("DG0003")
            .Single("DG0003");
        StringAssert.Contains(finding.Message, "'own.yml' does not extend 'eng/policy.yml'");
    }

    [TestMethod]
    [DataRow("Properties")]
    [DataRow("policy.fifo")]
    [DataRow("/dev/null")]
    public async Task What_is_no_file_is_no_policy(string path)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("pipes and devices have no path there");
        Directory.CreateDirectory(Folder["Properties"]);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", Folder["policy.fifo"])) mkfifo.WaitForExit();
        (await Folder.BuildAsync("-p:DockerGuardPolicyFile=" + path)).EnsureFailedWith("DG0003");
    }

    [TestMethod]
    public async Task Another_day_is_told_and_revives_no_waiver_of_an_enforced_rule()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(
            ".dockerguard.yml",
            "enforce: DG2001\nwaivers: [{rule: DG2001, reason: r, owner: o, expires: 2026-01-31}]\n");
        Folder.Edit("Shop.csproj", "</Nullable>", "</Nullable><NoWarn>$(NoWarn);DG0019</NoWarn>");
        var outcome = (await Folder.BuildAsync("-p:DockerGuardToday=2026-01-15", "-noWarn:DG0019"))
            .EnsureFailedWith("DG2001", "DG0007");
        var told = outcome.AllFindings.Single(finding => finding.Code == "DG0019");
        Assert.AreEqual("warning", told.Severity);
        StringAssert.StartsWith(told.Message, "DockerGuardToday says 2026-01-15, and today is ");
    }
}
