using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// A repository whose Dockerfiles lie beside no project: each is guarded once, by the project that it publishes.
/// </summary>
[TestClass]
public sealed class RepositoryDockerfileTests
{
    private const string Proxy = "FROM nginx:latest\nCOPY nginx.conf /etc/nginx/\n";

    [TestMethod]
    public async Task Each_is_guarded_by_the_project_that_it_publishes()
    {
        using var folder = await RepositoryAsync();
        var api = (await BuildAsync(folder, "Api")).EnsureFailedWith("DG2001", "DG7010");
        CollectionAssert.AreEquivalent(
            new[] { "docker/api.Dockerfile", "docker/proxy/Dockerfile" }, FilesOf(folder, api));
        StringAssert.Contains(
            api.Output,
            "Api.csproj also guards docker/api.Dockerfile, which publishes or starts it; docker/proxy/Dockerfile for "
                + "the repository (DockerGuardRepositoryProject names another project for that)");
        // The context is the repository's folder, for what is copied is there: its ignore file hides the sources.
        Assert.AreEqual("api.Dockerfile", System.IO.Path.GetFileName(api.Single("DG3003").File));

        var web = (await BuildAsync(folder, "Web")).EnsureFailedWith("DG2001");
        CollectionAssert.AreEqual(new[] { "Dockerfile" }, FilesOf(folder, web));

        web = await BuildAsync(folder, "Web", "-p:DockerGuardRepositoryProject=src/Web/Web.csproj");
        CollectionAssert.AreEquivalent(new[] { "Dockerfile", "docker/proxy/Dockerfile" }, FilesOf(folder, web));
    }

    [TestMethod]
    public async Task What_is_found_and_not_guarded_is_said()
    {
        using var folder = await RepositoryAsync();
        var off = (await BuildAsync(folder, "Web", "-p:DockerGuardEnableDefaultItems=false")).EnsureSuccess();
        StringAssert.Contains(
            off.Output,
            "Dockerfile of the repository is not checked, for it is not among the items DockerGuardDockerfile");

        folder.WriteConsole("tools/Tool.csproj");
        var named = await BuildAsync(folder, "Api", "-p:DockerGuardRepositoryProject=tools/Tool.csproj");
        StringAssert.Contains(
            named.Output,
            "docker/proxy/Dockerfile of the repository is not guarded, for DockerGuardRepositoryProject names "
                + "Tool.csproj, which was not restored with this package");

        var slip = await BuildAsync(folder, "Api", "-p:DockerGuardRepositoryProject=src/Apy.csproj");
        StringAssert.Contains(
            slip.Single("DG0014").Message, "write the path of a project, from the repository's folder");
    }

    private static async Task<ProjectFolder> RepositoryAsync()
    {
        var folder = await UserProject.EmptyAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n").Write(".dockerignore", "src/Api/Program.cs\n");
        foreach (var name in new[] { "Api", "Web" })
            folder.WriteConsole($"src/{name}/{name}.csproj", await UserProject.ReferenceAsync());
        folder.Write("Dockerfile", Publishing("Web"))
            .Write("docker/api.Dockerfile", Publishing("Api"))
            .Write("docker/proxy/Dockerfile", Proxy);
        foreach (var name in new[] { "Api", "Web" }) await folder.RestoreAsync($"src/{name}");
        return folder;
    }

    private static string Publishing(string name) => $"""
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /src
        COPY src/{name}/{name}.csproj src/{name}/
        COPY src/{name}/Program.cs src/{name}/
        RUN dotnet publish src/{name}/{name}.csproj -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        USER root
        ENTRYPOINT ["dotnet", "{name}.dll"]

        """;

    private static Task<BuildOutcome> BuildAsync(ProjectFolder folder, string name, params string[] arguments) =>
        folder.BuildAsync([$"src/{name}", .. arguments]);

    private static string[] FilesOf(ProjectFolder folder, BuildOutcome outcome) =>
        [.. outcome.Findings.Select(finding => finding.File![(folder.Path.Length + 1)..]).Distinct()];
}
