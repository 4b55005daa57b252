using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>The policy file through a build: found, obeyed, and never half understood.</summary>
[TestClass]
public sealed class PolicyTests : SharedProjectTests<PolicyTests>
{
    protected override string? Dockerfile => UserProject.GoodDockerfile;

    [TestMethod]
    [DataRow("profile: strct\n", "(1,10,1,15)", "did you mean 'strict'")]
    [DataRow("rules:\n  DG1004: warn\n", "(2,11,2,15)", "did you mean 'warning'")]
    [DataRow("rules:\n  DG9999: error\n", "(2,3,2,9)", "DG9999")]
    [DataRow("registry:\n  trusted: []\n", "(1,1,1,9)", "did you mean 'registries'")]
    [DataRow("rules: [\n", "(1,8,1,9)", "not valid YAML")]
    public async Task A_broken_policy_fails_the_build_at_the_mistake(string policy, string place, string said)
    {
        Folder.Write(".dockerguard.yml", policy);
        var finding = (await Folder.BuildAsync()).EnsureFailedWith("DG0003").Single("DG0003");
        Assert.AreEqual(".dockerguard.yml" + place, finding.Place);
        StringAssert.Contains(finding.Message, said);
    }

    [TestMethod]
    public async Task With_a_broken_policy_no_Dockerfile_is_judged()
    {
        Folder.Write(".dockerguard.yml", "profile: strct\n").Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync()).EnsureFailedWith("DG0003");
    }

    [TestMethod]
    public async Task Images_come_from_trusted_registries_only()
    {
        Folder.Write(
            ".dockerguard.yml", "registries:\n  trusted: [registry.contoso.com, mcr.microsoft.com/dotnet/sdk]\n");
        var finding = (await Folder.BuildAsync()).EnsureFailedWith("DG1001").Single("DG1001");
        Assert.AreEqual("Dockerfile(6,6,6,63)", finding.Place);
        StringAssert.Contains(finding.Message, "mcr.microsoft.com");
    }

    [TestMethod]
    public async Task A_required_label_that_is_missing_is_an_error_at_the_final_FROM()
    {
        Folder.Write(".dockerguard.yml", "labels:\n  required: [org.opencontainers.image.source]\n");
        var finding = (await Folder.BuildAsync()).EnsureFailedWith("DG6001").Single("DG6001");
        Assert.AreEqual(6, finding.Line);
        StringAssert.Contains(finding.Message, "org.opencontainers.image.source");
    }

    [TestMethod]
    public async Task A_required_label_that_is_there_satisfies()
    {
        Folder.Write(".dockerguard.yml", "labels:\n  required: [org.opencontainers.image.source]\n");
        Folder.Write(
            "Dockerfile",
            UserProject.GoodDockerfile + "LABEL org.opencontainers.image.source=https://git.contoso.com/shop\n");
        (await Folder.BuildAsync()).EnsureSuccess();
    }

    [TestMethod]
    public async Task A_valid_waiver_silences_its_finding()
    {
        WriteWaiver();
        var outcome = (await Folder.BuildAsync("-p:DockerGuardToday=2026-08-01")).EnsureSuccess();
        Assert.HasCount(0, outcome.Findings);
    }

    [TestMethod]
    public async Task A_waiver_that_expires_soon_warns()
    {
        WriteWaiver();
        var outcome = (await Folder.BuildAsync("-p:DockerGuardToday=2026-08-28")).EnsureSuccess();
        CollectionAssert.AreEqual(new[] { "warning DG0008" }, outcome.Codes.ToArray());
    }

    [TestMethod]
    public async Task An_expired_waiver_is_an_error_and_silences_nothing()
    {
        WriteWaiver();
        var outcome = (await Folder.BuildAsync("-p:DockerGuardToday=2026-09-01")).EnsureFailedWith("DG0007", "DG2001");
        Assert.AreEqual(".dockerguard.yml(6,14,6,24)", outcome.Single("DG0007").Place);
    }

    [TestMethod]
    public async Task The_strict_profile_makes_warnings_errors()
    {
        Folder.Write(".dockerguard.yml", "profile: strict\n").Write("Dockerfile", UserProject.LatestDockerfile);
        (await Folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task DockerGuardPolicyFile_names_the_policy()
    {
        Folder.Write("team/policy.yml", "rules:\n  DG1004: error\n").Write("Dockerfile", UserProject.LatestDockerfile);
        (await Folder.BuildAsync("-p:DockerGuardPolicyFile=team/policy.yml")).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task A_policy_that_is_named_must_exist()
    {
        var finding = (await Folder.BuildAsync("-p:DockerGuardPolicyFile=team/policy.yml"))
            .EnsureFailedWith("DG0003")
            .Single("DG0003");
        Assert.AreEqual(Folder["team/policy.yml"], finding.File);
    }

    [TestMethod]
    public async Task The_nearest_policy_up_to_the_repository_root_counts()
    {
        using var repository = await UserProject.EmptyAsync();
        repository.Write(".git/HEAD", "ref: refs/heads/main\n").Write(".dockerguard.yml", "rules:\n  DG1004: error\n");
        repository.WriteConsole("src/shop/Shop.csproj", await UserProject.ReferenceAsync())
            .Write("src/shop/Dockerfile", UserProject.LatestDockerfile);
        await repository.RestoreAsync("src/shop");
        (await repository.BuildAsync("src/shop")).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    public async Task A_policy_extends_a_file_of_a_package()
    {
        using var folder = await UserProject.EmptyAsync();
        WritePolicyPackage(folder["feed/Contoso.Policy.1.2.0.nupkg"]);
        folder.WriteConsole(
            "Shop.csproj", await UserProject.ReferenceAsync()
                + """<ItemGroup><PackageReference Include="Contoso.Policy" Version="1.2.0" /></ItemGroup>""");
        folder.Write("Dockerfile", UserProject.LatestDockerfile)
            .Write(".dockerguard.yml", "extends: package:Contoso.Policy/dockerguard.yml\n");
        await folder.RestoreAsync();
        (await folder.BuildAsync()).EnsureFailedWith("DG1004");
    }

    [TestMethod]
    [DataRow("yesterday")]
    [DataRow("2026-02-30")]
    public async Task A_day_that_is_none_is_an_error(string day)
    {
        var finding = (await Folder.BuildAsync("-p:DockerGuardToday=" + day))
            .EnsureFailedWith("DG0014")
            .Single("DG0014");
        StringAssert.Contains(finding.Message, $"'{day}'");
    }

    private void WriteWaiver() =>
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", """
            waivers:
              - rule: DG2001
                path: Dockerfile
                reason: the tool needs raw sockets
                owner: team-shop
                expires: 2026-08-31

            """);

    private static void WritePolicyPackage(string file)
    {
        using var package = ZipFile.Open(file, ZipArchiveMode.Create);
        WriteEntry(package, "Contoso.Policy.nuspec", """
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>Contoso.Policy</id><version>1.2.0</version><authors>Contoso</authors><description>The policy of Contoso.</description></metadata>
            </package>
            """);
        WriteEntry(package, "dockerguard.yml", "rules:\n  DG1004: error\n");
    }

    private static void WriteEntry(ZipArchive package, string name, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}
