using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Benchmarks;

/// <summary>
/// Whole builds of one web project with a Dockerfile and a policy, with the package and without, turn about in one run.
/// </summary>
internal static class BuildCost
{
    public static async Task MeasureAsync(int rounds)
    {
        using var with = await ProjectAsync(usesPackage: true);
        using var withShellCheck =
            (await ProjectAsync(usesPackage: true)).SetVariable("DockerGuardShellCheckPath", null);
        using var without = await ProjectAsync(usesPackage: false);
        string[] build = ["build", "--no-restore", "--nologo", "-v", "quiet"];
        ProjectFolder[] projects = [with, without, withShellCheck];
        foreach (var project in projects)
        {
            (await project.RunDotnetAsync("restore")).EnsureSuccess();
            (await project.RunDotnetAsync(build)).EnsureSuccess();
        }

        var times = projects.ToDictionary(project => project, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that a slow drift of the machine falls on all alike.
            foreach (var project in round % 2 == 0 ? projects : projects.Reverse())
            {
                var started = Stopwatch.GetTimestamp();
                (await project.RunDotnetAsync(build)).EnsureSuccess();
                times[project].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        Report("with the package", times[with]);
        Report("and ShellCheck", times[withShellCheck]);
        Report("without", times[without]);
        Console.WriteLine($"ratio of the medians: {Median(times[with]) / Median(times[without]):F3}");
    }

    private static void Report(string name, List<double> times) =>
        Console.WriteLine(
            $"{name,-18} min {times.Min(),7:F0} ms   median {Median(times),7:F0} ms   max {times.Max(),7:F0} ms   "
                + $"({times.Count} builds, nothing to compile)");

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static async Task<ProjectFolder> ProjectAsync(bool usesPackage)
    {
        var project = new ProjectFolder().WriteWebApplication("Shop", "hello", usesPackage
            ? $"""<ItemGroup><PackageReference Include="{PackedProduct.Id}" """
                + $"""Version="{await PackedProduct.VersionAsync()}" PrivateAssets="all" /></ItemGroup>"""
            : "");
        project.SetVariable("NUGET_PACKAGES", PackedProduct.PackageCache);
        project.UseOnlyPackages(await PackedProduct.FileAsync());
        project.Write(".dockerguard.yml", """
            profile: recommended
            registries:
              trusted: [mcr.microsoft.com]
            """);
        return project.Write("Dockerfile", """
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
}
