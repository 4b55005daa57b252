using System;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>The switches .NET people know, and what a policy lets them do.</summary>
[TestClass]
public sealed class SeverityTests : SharedProjectTests<SeverityTests>
{
    /// <summary>Where warnings are errors, a day that is not today's is one.</summary>
    [TestInitialize]
    public void UseRealDay() => Folder.SetVariable("DockerGuardToday", null);

    [TestMethod]
    public async Task A_warning_lets_the_build_pass()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        CollectionAssert.AreEqual(new[] { "warning DG1004" }, outcome.Codes.ToArray());
        StringAssert.Contains(outcome.Output, "Dockerfile(1,6,1,41): DockerGuard warning DG1004: ");
    }

    [TestMethod]
    [DataRow("DG1004")]
    [DataRow("DL3007")]
    [DataRow("CS1591;dg1004,NU1701")]
    public async Task NoWarn_silences_a_warning_by_its_id_or_a_peers(string codes)
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty("NoWarn", "$(NoWarn);" + codes);
        Assert.IsFalse((await Folder.BuildAsync()).EnsureSuccess().Output.Contains("DG1004", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task NoWarn_silences_a_rule_that_is_an_error_by_default()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        WriteProperty("NoWarn", "$(NoWarn);DG2001");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task NoWarn_does_not_take_back_an_error_the_policy_names()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "rules:\n  DG2001: error\n");
        WriteProperty("NoWarn", "$(NoWarn);DG2001;DL3002");
        (await Folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task NoWarn_does_not_take_back_a_warning_the_policy_makes_an_error()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile).Write(".dockerguard.yml", "rules:\n  DG1004: error\n");
        WriteProperty("NoWarn", "$(NoWarn);DG1004");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task NoWarn_does_not_hide_that_the_tool_cannot_do_its_work()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile).Write(".dockerguard.yml", "nonsense: 1\n");
        WriteProperty("NoWarn", "$(NoWarn);DG0003");
        (await Folder.BuildAsync()).EnsureFailedWith("DG0003");
    }

    [TestMethod]
    public async Task WarningsAsErrors_makes_the_named_warning_an_error()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty("WarningsAsErrors", "DG1004");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task MSBuildTreatWarningsAsErrors_makes_every_warning_an_error()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty("MSBuildTreatWarningsAsErrors", "true");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task TreatWarningsAsErrors_is_followed()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty("TreatWarningsAsErrors", "true");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    [DataRow("TreatWarningsAsErrors")]
    [DataRow("MSBuildTreatWarningsAsErrors")]
    public async Task WarningsNotAsErrors_keeps_the_named_warning_one(string property)
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty(property, "true", "<WarningsNotAsErrors>DG1004</WarningsNotAsErrors>");
        CollectionAssert.AreEqual(
            new[] { "warning DG1004" }, (await Folder.BuildAsync()).EnsureSuccess().Codes.ToArray());
    }

    [TestMethod]
    public async Task NoWarn_wins_over_TreatWarningsAsErrors()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        WriteProperty("TreatWarningsAsErrors", "true", "<NoWarn>$(NoWarn);DG1004</NoWarn>");
        (await Folder.BuildAsync()).EnsureSuccess();
    }

    [TestMethod]
    [DataRow("-warnaserror:DG1004", true)]
    [DataRow("-warnaserror", true)]
    [DataRow("-warnaserror:DG5001", false)]
    public async Task The_command_line_switch_warnaserror_works(string option, bool isError)
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var outcome = await Folder.BuildAsync(option);
        CollectionAssert.AreEqual(new[] { isError ? "error DG1004" : "warning DG1004" }, outcome.Codes.ToArray());
        Assert.AreEqual(isError, outcome.ExitCode != 0, outcome.Output);
    }

    /// <summary>What is counted is what MSBuild prints, and what is enforced nobody hides.</summary>
    [TestMethod]
    [DataRow("-warnaserror:DG1004", "", "Dockerfile: 1 error, 1 warning;", "error DG1004, warning DG5003")]
    [DataRow("-warnaserror -noWarn:DG1004", "", "Dockerfile: 1 error; 1 silenced by NoWarn;", "error DG5003")]
    [DataRow(
        "-p:MSBuildTreatWarningsAsErrors=true -p:MSBuildWarningsNotAsErrors=DG1004", "",
        "Dockerfile: 1 error, 1 warning;", "error DG5003, warning DG1004")]
    [DataRow(
        "-p:MSBuildWarningsAsErrors=DL3007 -p:MSBuildWarningsAsMessages=DG5003", "",
        "Dockerfile: 1 error; 1 silenced by NoWarn;", "error DG1004")]
    [DataRow(
        "-noWarn:DG1004 -p:MSBuildWarningsAsMessages=DG5003", "enforce: DG1004\n",
        "Dockerfile: 2 warnings; 1 silenced by NoWarn;", "warning DG0006, warning DG1004")]
    public async Task The_summary_counts_what_MSBuild_prints(
        string options, string policy, string summary, string printed)
    {
        Folder.Write(
            "Dockerfile", UserProject.LatestDockerfile.Replace("WORKDIR /s", "WORKDIR s", StringComparison.Ordinal));
        if (policy.Length > 0) Folder.Write(".dockerguard.yml", policy);
        var outcome = await Folder.BuildAsync(options.Split(' '));

        StringAssert.Contains(outcome.Output, summary);
        Assert.AreEqual(printed, string.Join(", ", outcome.Codes.Order(StringComparer.Ordinal)), outcome.Output);
        Assert.AreEqual(printed.Contains("error", StringComparison.Ordinal), outcome.ExitCode != 0);
    }

    [TestMethod]
    public async Task An_information_is_shown_and_fails_nothing_even_where_warnings_are_errors()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile).Write(".dockerguard.yml", "rules:\n  DG1004: info\n");
        var outcome = (await Folder.BuildAsync("-warnaserror", "-p:TreatWarningsAsErrors=true")).EnsureSuccess();
        StringAssert.Contains(outcome.Output, "Dockerfile(1,6,1,41): DockerGuard message DG1004: ");
    }

    [TestMethod]
    public async Task The_policy_switches_a_rule_off_by_a_peers_name()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "rules:\n  DL3002: off\n");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
    }

    private void WriteProperty(string name, string value, string more = "") =>
        Folder.Edit("Shop.csproj", "</Nullable>", $"</Nullable><{name}>{value}</{name}>{more}");
}
