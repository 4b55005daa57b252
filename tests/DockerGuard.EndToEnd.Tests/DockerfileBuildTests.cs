using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

[TestClass]
public sealed class DockerfileBuildTests
{
    [TestMethod]
    public async Task A_multi_stage_build_on_the_seeded_bases_runs_hardened()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        using var project = new ProjectFolder().WriteWebApplication("Web", "hello from the build").UseOnlyPackages()
            .Write("Dockerfile", $"""
                FROM {bases.Host}/dotnet/sdk:10.0-noble AS build
                WORKDIR /source
                COPY nuget.config Web.csproj ./
                COPY feed feed
                RUN dotnet restore
                COPY . .
                RUN dotnet publish --no-restore -o /app

                FROM {bases.Host}/dotnet/aspnet:10.0-noble-chiseled
                WORKDIR /app
                COPY --from=build /app .
                ENTRYPOINT ["dotnet", "Web.dll"]
                """);

        (await engine.BuildAsync(project.Path, "web:build")).EnsureSuccess();

        Assert.AreEqual("1654", (string?)(await engine.InspectImageAsync("web:build"))["Config"]!["User"]);
        await using var container = await engine.StartWebContainerAsync("web:build");
        Assert.AreEqual("hello from the build", await container.GetAsync("/"));
        Assert.IsTrue((bool)(await container.InspectAsync())["HostConfig"]!["ReadonlyRootfs"]!);
        var shell = await container.ExecuteAsync("sh", "-c", "true");
        Assert.AreNotEqual(0, shell.ExitCode, "a chiselled image has no shell");
    }
}
