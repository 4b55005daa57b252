using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Benchmarks;

/// <summary>
/// Whole builds of one web project with a Dockerfile and a policy, with the package and without, turn about in one run;
/// there is nothing to compile.
/// </summary>
internal static class BuildCost
{
    public static async Task MeasureAsync(int rounds)
    {
        using var with = await ProjectAsync(usesPackage: true);
        using var withShellCheck =
            (await ProjectAsync(usesPackage: true)).SetVariable("DockerGuardShellCheckPath", null);
        using var without = await ProjectAsync(usesPackage: false);
        foreach (var project in new[] { with, withShellCheck, without })
            (await project.RunDotnetAsync("restore")).EnsureSuccess();

        var builds = new Alternation(
            [("with the package", with), ("and ShellCheck", withShellCheck), ("without", without)],
            ["build", "--no-restore", "--nologo", "-v", "quiet"]);
        await builds.RunAsync(rounds);
        builds.Report();
    }

    private static async Task<ProjectFolder> ProjectAsync(bool usesPackage) =>
        (await BenchmarkProject.CreateAsync(usesPackage, "mcr.microsoft.com")).Write("Dockerfile", """
            FROM mcr.microsoft.com/dotnet/sdk:10.0.400-noble AS build
            WORKDIR /src
            COPY . .
            RUN dotnet publish -o /app
            FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
            WORKDIR /app
            COPY --from=build /app .
            ENTRYPOINT ["dotnet", "Shop.dll"]
            """);
}
