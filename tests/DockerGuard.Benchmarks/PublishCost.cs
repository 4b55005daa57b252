using System;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Benchmarks;

/// <summary>
/// Container publishes of one web project to a registry on loopback, with the package and without, turn about in one
/// run: as people write it, where the SDK looks whether there is something to compile, and of what is compiled. With
/// the package the base is read and pinned, a policy holds, and the labels are completed.
/// </summary>
internal static class PublishCost
{
    public static async Task MeasureAsync(int rounds)
    {
        await using var registry = new MemoryRegistry().With("team/base", new SampleImage());
        using var with = await BenchmarkProject.CreateAsync(usesPackage: true, registry.Host);
        using var without = await BenchmarkProject.CreateAsync(usesPackage: false, registry.Host);
        foreach (var project in new[] { with, without })
        {
            project.SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Host);
            (await project.RunDotnetAsync("restore")).EnsureSuccess();
            (await project.RunDotnetAsync("build", "--no-restore", "-c", "Release")).EnsureSuccess();
        }

        foreach (var option in new[] { "--no-restore", "--no-build" })
        {
            var publishes = new Alternation(
                [("with the package", with), ("without", without)],
                [
                    "publish", option, "--nologo", "-v", "quiet", "-t:PublishContainer",
                    $"-p:ContainerBaseImage={registry.Host}/team/base:1.0",
                    $"-p:ContainerRegistry={registry.Host}",
                    "-p:ContainerRepository=team/shop",
                    "-p:ContainerImageTag=1.0",
                ]);
            await publishes.RunAsync(rounds);
            Console.WriteLine($"dotnet publish {option}");
            publishes.Report();
        }
    }
}
