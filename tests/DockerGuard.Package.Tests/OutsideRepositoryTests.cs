using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>What a build reads beside its repository moves no build context there, and is told.</summary>
[TestClass]
public sealed class OutsideRepositoryTests
{
    private const string Generate = "-t:DockerGuardGenerate";

    [TestMethod]
    public async Task A_repository_that_is_the_projects_own_folder_is_never_left()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .Write("../nuget.config", File.ReadAllText(folder["nuget.config"])
                .Replace("value=\"feed\"", "value=\"project/feed\"", StringComparison.Ordinal))
            .Write("../Directory.Build.props", "<Project />")
            .Write("../Linked.cs", "")
            .WriteConsole("Shop.csproj", await UserProject.ReferenceAsync());
        File.Delete(folder["nuget.config"]);
        await folder.RestoreAsync();

        var told = (await folder.BuildAsync(Generate)).EnsureSuccess();
        CollectionAssert.AreEqual(new[] { "message DG0022", "message DG0022" }, told.Codes.ToArray(), told.Output);
        foreach (var name in new[] { "nuget.config", "Directory.Build.props" })
            StringAssert.Contains(told.Output, $"{name}', which lies outside the repository '{folder.Path}'");
        StringAssert.Contains(File.ReadAllText(folder["Dockerfile"]), "COPY [\"Shop.csproj\", \"./\"]");

        folder.Edit(
            "Shop.csproj", "</Project>", "<ItemGroup><Compile Include=\"../Linked.cs\" /></ItemGroup></Project>");
        var refused = (await folder.BuildAsync(Generate)).EnsureFailedWith("DG0022").Single("DG0022");
        StringAssert.StartsWith(refused.Message, "Shop.csproj reads '");
        StringAssert.Contains(refused.Message, "/Linked.cs' (Compile), which lies outside the repository");
        Assert.Contains("out of date", (await folder.BuildAsync()).Single("DG0021").Message);

        (await folder.BuildAsync(Generate, "-p:DockerfileContext=..")).EnsureSuccess();
        var text = File.ReadAllText(folder["Dockerfile"]);
        StringAssert.Contains(text, "COPY [\"Directory.Build.props\", \"nuget.config\", \"./\"]");
        StringAssert.Contains(text, "COPY [\"Linked.cs\", \"./\"]");
        Assert.HasCount(0, (await folder.BuildAsync("-p:DockerfileContext=..")).EnsureSuccess().Findings);

        folder.Edit("Shop.csproj", "<Compile Include=\"../Linked.cs\" />", "");
        var packages = Directory.CreateDirectory(folder["../packages"]).FullName;
        folder.Write("nuget.config", $"""
            <configuration><packageSources>
              <clear /><add key="feed" value="feed" /><add key="elsewhere" value="{packages}" />
            </packageSources></configuration>
            """);
        refused = (await folder.BuildAsync(Generate)).EnsureFailedWith("DG0022").Single("DG0022");
        StringAssert.Contains(refused.Message, "/packages' (a source in nuget.config), which lies outside");
    }

    [TestMethod]
    public async Task Where_a_link_leads_counts_and_not_where_it_lies()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = await UserProject.EmptyAsync();
        folder.Write("repo/.git/HEAD", "ref: refs/heads/main\n")
            .Write("repo/shared/A.cs", "")
            .Write("elsewhere/A.cs", "")
            .WriteConsole("repo/app/Shop.csproj", await UserProject.ReferenceAsync());
        File.Move(folder["nuget.config"], folder["repo/nuget.config"]);
        Directory.Move(folder["feed"], folder["repo/feed"]);
        await folder.RestoreAsync("repo/app");

        await RefuseAsync("L.cs", "../../elsewhere/A.cs", "/elsewhere/A.cs' (Compile) through the link");
        await RefuseAsync("Shared", "../../elsewhere", "/elsewhere' (Compile) through the link");
        await RefuseAsync("L.cs", folder["repo/shared/A.cs"], "the link is an absolute path");
        await RefuseAsync("Directory.Build.props", "../../elsewhere/A.props", "/elsewhere/A.props' (Directory.Build");

        File.CreateSymbolicLink(folder["repo/app/Shared"], "../shared");
        (await folder.BuildAsync("repo/app", Generate)).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(folder["repo/app/Dockerfile"]), "COPY [\"shared/\", \"shared/\"]");
        Assert.HasCount(0, (await folder.BuildAsync("repo/app")).EnsureSuccess().Findings);

        // A home is one by whatever path: its link, or the folder that leads to.
        File.CreateSymbolicLink(folder["home"], "repo");
        folder.SetVariable("HOME", folder["home"]);
        var told = (await folder.BuildAsync("repo/app", Generate)).EnsureFailedWith("DG0022").Single("DG0022");
        StringAssert.Contains(told.Message, "shared' (Compile), which lies outside the folder of the sources");

        async Task RefuseAsync(string link, string target, string message)
        {
            folder.Write("elsewhere/A.props", "<Project />");
            File.CreateSymbolicLink(folder["repo/app/" + link], target);
            var refused = (await folder.BuildAsync("repo/app", Generate)).EnsureFailedWith("DG0022").Single("DG0022");
            StringAssert.Contains(refused.Message, message);
            File.Delete(folder["repo/app/" + link]);
        }
    }

    [TestMethod]
    public async Task Without_a_repository_lint_finds_the_folder_that_generation_chose()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write(".dockerguard.yml", "profile: strict\n")
            .WriteConsole("Lib/Lib.csproj", outputType: "Library")
            .WriteConsole(
                "Shop/Shop.csproj",
                await UserProject.ReferenceAsync()
                    + """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>""");
        await folder.RestoreAsync("Shop");
        (await folder.BuildAsync("Shop", Generate)).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(folder["Shop/Dockerfile"]), "COPY [\"Lib/Lib.csproj\", \"Lib/\"]");
        Assert.HasCount(0, (await folder.BuildAsync("Shop")).EnsureSuccess().Findings);
    }
}
