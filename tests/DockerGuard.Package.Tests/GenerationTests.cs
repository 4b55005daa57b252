using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>The Dockerfile the product writes, and the ones it leaves alone.</summary>
[TestClass]
public sealed class GenerationTests : SharedProjectTests<GenerationTests>
{
    private const string OnDemand = "-t:DockerGuardGenerate";
    private const string OnBuild = "-p:DockerGuardGenerateDockerfile=true";
    [TestMethod]
    public async Task The_target_writes_a_Dockerfile_and_its_ignore_file()
    {
        var outcome = (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        StringAssert.Contains(outcome.Output, "DockerGuard: Dockerfile written (");
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), "ENTRYPOINT");
        Assert.IsTrue(File.Exists(Folder["Dockerfile.dockerignore"]));
    }

    [TestMethod]
    public async Task The_property_writes_them_in_every_build_and_lints_them_in_the_same()
    {
        var outcome = (await Folder.BuildAsync(OnBuild)).EnsureSuccess();
        Assert.IsTrue(File.Exists(Folder["Dockerfile"]));
        CollectionAssert.AreEqual(
            new[] { "GenerateDockerfile", "LintDockerfiles" },
            outcome.Tasks.Where(task => task is "GenerateDockerfile" or "LintDockerfiles").ToArray());
        Assert.HasCount(0, outcome.Findings);
    }

    [TestMethod]
    public async Task What_it_writes_keeps_the_teams_own_policy_for_labels()
    {
        Folder.Write(".dockerguard.yml", """
            labels:
              required: [org.opencontainers.image.title, org.opencontainers.image.revision]
              schema: {org.opencontainers.image.revision: hash}
            """);
        var outcome = await Folder.BuildAsync(
            OnBuild, "-p:AssemblyName=Contoso.Shop", "-p:RepositoryUrl=https://github.com/contoso/shop");
        Assert.HasCount(0, outcome.EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task The_app_of_another_host_keeps_its_own()
    {
        var outcome = (await Folder.BuildAsync(OnBuild, "-p:AzureFunctionsVersion=v4")).EnsureSuccess();
        StringAssert.Contains(
            outcome.Output, "DockerGuard: no Dockerfile is generated: the host of Azure Functions starts this app");
        Assert.IsFalse(File.Exists(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task Without_the_property_a_build_writes_nothing()
    {
        (await Folder.BuildAsync()).EnsureSuccess();
        Assert.IsFalse(File.Exists(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task The_same_project_gives_the_same_file()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        var first = File.ReadAllBytes(Folder["Dockerfile"]);
        File.Delete(Folder["Dockerfile"]);
        (await Folder.BuildAsync(OnBuild)).EnsureSuccess();
        CollectionAssert.AreEqual(first, File.ReadAllBytes(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task A_second_run_writes_nothing()
    {
        (await Folder.BuildAsync(OnBuild)).EnsureSuccess();
        var written = new[] { "Dockerfile", "Dockerfile.dockerignore" }.Select(name => Folder[name]).ToArray();
        foreach (var file in written) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        var outcome = (await Folder.BuildAsync(OnBuild)).EnsureSuccess();
        StringAssert.Contains(outcome.Output, "DockerGuard: Dockerfile is up to date (");
        CollectionAssert.AreEqual(
            new[] { DateTime.UnixEpoch, DateTime.UnixEpoch }, written.Select(File.GetLastWriteTimeUtc).ToArray());
    }

    [TestMethod]
    public async Task A_change_of_the_project_reaches_the_Dockerfile()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        var before = File.ReadAllText(Folder["Dockerfile"]);
        (await Folder.BuildAsync(OnDemand, "-p:AssemblyName=Store")).EnsureSuccess();
        Assert.AreNotEqual(before, File.ReadAllText(Folder["Dockerfile"]));
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), "Store");
    }

    [TestMethod]
    public async Task The_projects_container_items_reach_the_Dockerfile()
    {
        Folder.Edit("Shop.csproj", "</Project>", """
            <PropertyGroup><ContainerWorkingDirectory>/srv</ContainerWorkingDirectory></PropertyGroup>
            <ItemGroup>
              <ContainerPort Include="9090" Type="tcp" />
              <ContainerEnvironmentVariable Include="GREETING" Value="hello; you" />
              <ContainerLabel Include="team" Value="shop" />
              <ContainerDefaultArgs Include="--verbose" />
            </ItemGroup>
            </Project>
            """);
        Assert.HasCount(0, (await Folder.BuildAsync(OnBuild)).EnsureSuccess().Findings);
        var text = File.ReadAllText(Folder["Dockerfile"]);
        foreach (var line in new[]
        {
            "WORKDIR /srv", "ENV GREETING=\"hello; you\"", "EXPOSE 8080 9090", "CMD [\"--verbose\"]", "ARG VERSION",
        })
        {
            Assert.Contains(line, text.Split('\n'));
        }

        StringAssert.Contains(text, "\"team\"=\"shop\"");
        Assert.HasCount(0, (await Folder.BuildAsync("-p:DockerGuardVerifyGenerated=true")).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task A_property_of_the_command_line_that_the_project_asks_for_stays_in_the_file()
    {
        Folder.Edit("Shop.csproj", "</Project>", """
            <Target Name="Css" BeforeTargets="DoNothing" Condition="'$(plain)' != 'true'">
              <Exec Command="sass x" />
            </Target>
            </Project>
            """);
        StringAssert.Contains(
            (await Folder.BuildAsync(OnDemand)).EnsureSuccess().Output, "target Css of Shop.csproj runs sass");
        (await Folder.BuildAsync(OnDemand, "-p:plain=true", "-p:Unasked=1")).EnsureSuccess();
        var text = File.ReadAllText(Folder["Dockerfile"]);
        StringAssert.Contains(text, "# Made by: dotnet build -t:DockerGuardGenerate -p:plain=true\n");
        StringAssert.Contains(text, " -c Release -p:plain=true ");
        Assert.DoesNotContain("All of the folder", text);
        Assert.HasCount(0, (await Folder.BuildAsync("-p:DockerGuardVerifyGenerated=true")).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task A_hand_written_Dockerfile_is_never_overwritten()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        var finding = (await Folder.BuildAsync(OnDemand)).EnsureFailedWith("DG0010").Single("DG0010");
        StringAssert.Contains(finding.Message, "'Dockerfile'");
        StringAssert.Contains(finding.Message, "DockerGuardOverwriteDockerfile");
        Assert.AreEqual(Folder["Dockerfile"], finding.File);
        Assert.AreEqual(UserProject.GoodDockerfile, File.ReadAllText(Folder["Dockerfile"]));
        Assert.IsFalse(File.Exists(Folder["Dockerfile.dockerignore"]), "half of a pair helps nobody");
    }

    [TestMethod]
    public async Task A_hand_written_ignore_file_is_never_overwritten()
    {
        Folder.Write("Dockerfile.dockerignore", "secrets/\n");
        var finding = (await Folder.BuildAsync(OnDemand)).EnsureFailedWith("DG0010").Single("DG0010");
        StringAssert.Contains(finding.Message, "'Dockerfile.dockerignore'");
        Assert.AreEqual("secrets/\n", File.ReadAllText(Folder["Dockerfile.dockerignore"]));
        Assert.IsFalse(File.Exists(Folder["Dockerfile"]), "half of a pair helps nobody");
    }

    [TestMethod]
    public async Task A_generated_Dockerfile_that_was_changed_is_never_overwritten()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        var changed = File.ReadAllText(Folder["Dockerfile"])
            .Replace("ENTRYPOINT", "ENV COLOR=green\nENTRYPOINT", StringComparison.Ordinal);
        Folder.Write("Dockerfile", changed);
        var finding = (await Folder.BuildAsync(OnDemand)).EnsureFailedWith("DG0010").Single("DG0010");
        StringAssert.Contains(finding.Message, "changed");
        Assert.AreEqual(changed, File.ReadAllText(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task The_overwrite_property_replaces_a_hand_written_file()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync(OnDemand, "-p:DockerGuardOverwriteDockerfile=true")).EnsureSuccess();
        Assert.AreNotEqual(UserProject.RootDockerfile, File.ReadAllText(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task The_path_property_writes_elsewhere()
    {
        (await Folder.BuildAsync(OnDemand, "-p:DockerGuardDockerfilePath=deploy/Shop.Dockerfile")).EnsureSuccess();
        CollectionAssert.AreEquivalent(
            new[] { "Shop.Dockerfile", "Shop.Dockerfile.dockerignore" },
            Directory.GetFiles(Folder["deploy"]).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    [DataRow("recommended")]
    [DataRow("strict")]
    [DataRow("cis")]
    [DataRow("hadolint")]
    [DataRow("buildkit")]
    public async Task A_generated_Dockerfile_is_clean_in_every_profile(string profile)
    {
        Folder.Write(".dockerguard.yml", $"profile: {profile}\n");
        Assert.HasCount(0, (await Folder.BuildAsync(OnBuild)).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task A_generated_Dockerfile_takes_its_bases_from_the_policys_mirror()
    {
        Folder.Write(
            ".dockerguard.yml",
            "registries:\n  trusted: [registry.contoso.com]\n  mirrors:\n    mcr.microsoft.com: "
                + "registry.contoso.com/mcr\n");
        Assert.HasCount(0, (await Folder.BuildAsync(OnBuild)).EnsureSuccess().Findings);
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), "registry.contoso.com/mcr/dotnet/aspnet:");
    }

    [TestMethod]
    public async Task A_broken_policy_is_told_once()
    {
        Folder.Write(".dockerguard.yml", "profile: strct\n");
        (await Folder.BuildAsync("-p:DockerGuardGenerateDockerfile=true")).EnsureFailedWith("DG0003");
        (await Folder.BuildAsync(OnDemand, "-p:DockerGuardGenerateDockerfile=true")).EnsureFailedWith("DG0003");
    }

    [TestMethod]
    public async Task A_folder_that_cannot_be_made_is_one_error_and_leaves_nothing_behind()
    {
        Folder.Write("blocked", "a file where a folder is needed");
        var before = Entries();
        var outcome = (await Folder.BuildAsync(OnDemand, "-p:DockerGuardDockerfilePath=blocked/Dockerfile"))
            .EnsureFailedWith("DG0011");
        StringAssert.Contains(outcome.Single("DG0011").Message, "Dockerfile");
        CollectionAssert.AreEqual(before, Entries());
    }

    [TestMethod]
    public async Task A_folder_in_the_files_place_is_one_error_and_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Folder["Dockerfile"]);
        var before = Entries();
        (await Folder.BuildAsync(OnDemand)).EnsureFailedWith("DG0011");
        CollectionAssert.AreEqual(before, Entries());
    }

    [TestMethod]
    public async Task An_app_no_Linux_image_runs_is_one_error()
    {
        var finding = (await Folder.BuildAsync(OnDemand, "-p:ContainerRuntimeIdentifier=win-x64"))
            .EnsureFailedWith("DG0012")
            .Single("DG0012");
        Assert.AreEqual(Folder["Shop.csproj"], finding.File);
        Assert.IsFalse(File.Exists(Folder["Dockerfile"]));
    }

    private string[] Entries() =>
        [
            .. Directory.GetFileSystemEntries(Folder.Path, "*", SearchOption.TopDirectoryOnly)
                .Where(entry => Path.GetFileName(entry) != "logs")
                .Order(StringComparer.Ordinal),
        ];
}
