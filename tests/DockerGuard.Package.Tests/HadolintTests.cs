using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>What a team has written for hadolint goes on working in a build.</summary>
[TestClass]
public sealed class HadolintTests : SharedProjectTests<HadolintTests>
{
    protected override string? Dockerfile => UserProject.LatestDockerfile;

    [TestMethod]
    public async Task Its_file_beside_the_project_silences_and_raises()
    {
        Folder.Write(".hadolint.yaml", "ignored: [DL3007]\n");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
        Folder.Write(".hadolint.yaml", "override:\n  error: [DL3007]\n");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
        (await Folder.BuildAsync("-p:DockerGuardHadolintConfig=off")).EnsureSuccess();
    }

    [TestMethod]
    public async Task Its_threshold_decides_what_fails()
    {
        Folder.Write(".hadolint.yaml", "failure-threshold: warning\n");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".hadolint.yaml", "no-fail: true\n");
        CollectionAssert.AreEqual(
            new[] { "warning DG2001" }, (await Folder.BuildAsync()).EnsureSuccess().Codes.ToArray());
    }

    [TestMethod]
    public async Task Its_trusted_registries_hold()
    {
        Folder.Write(".hadolint.yaml", "trustedRegistries: registry.contoso.com\n");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1001", "DG1001");
    }

    [TestMethod]
    [DataRow("ignore: [DL3007]\n", "(1,1,1,7)", "did you mean 'ignored'")]
    [DataRow("ignored: [dl3007]\n", "(1,11,1,17)", "did you mean 'DL3007'")]
    [DataRow("ignored: [\n", "(1,10,1,11)", "not valid YAML")]
    public async Task What_hadolint_would_drop_in_silence_fails_the_build(string yaml, string place, string said)
    {
        Folder.Write(".hadolint.yaml", yaml);
        var finding = (await Folder.BuildAsync()).EnsureFailedWith("DG0017").Single("DG0017");
        Assert.AreEqual(".hadolint.yaml" + place, finding.Place);
        StringAssert.Contains(finding.Message, said);
    }

    [TestMethod]
    public async Task Its_environment_variables_are_read()
    {
        using var folder = await UserProject.WebAsync();
        folder.Write("Dockerfile", UserProject.LatestDockerfile).SetVariable("HADOLINT_IGNORE", "DL3007,DL3008");
        Assert.HasCount(0, (await folder.BuildAsync()).EnsureSuccess().Findings);
        folder.SetVariable("HADOLINT_FAILURE_THRESHOLD", "wrning");
        var finding = (await folder.BuildAsync()).EnsureFailedWith("DG0017").Single("DG0017");
        Assert.AreEqual(
            "the environment variable HADOLINT_FAILURE_THRESHOLD: 'wrning' is not a threshold: error, warning, info, "
                + "style or none; did you mean 'warning'?",
            finding.Message);
        Assert.AreEqual("Shop.csproj", Path.GetFileName(finding.File));
    }

    [TestMethod]
    public async Task The_policy_wins_over_it()
    {
        Folder.Write(".hadolint.yaml", "ignored: [DL3007]\n").Write(".dockerguard.yml", "rules: {DG1004: error}\n");
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task DockerGuardHadolintConfig_names_the_file()
    {
        Folder.Write("team/hadolint.yml", "ignored: [DL3007]\n");
        Assert.HasCount(
            0, (await Folder.BuildAsync("-p:DockerGuardHadolintConfig=team/hadolint.yml")).EnsureSuccess().Findings);
        var finding = (await Folder.BuildAsync("-p:DockerGuardHadolintConfig=team/other.yml"))
            .EnsureFailedWith("DG0017")
            .Single("DG0017");
        Assert.AreEqual(Folder["team/other.yml"], finding.File);
    }
}
