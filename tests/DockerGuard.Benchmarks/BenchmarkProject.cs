using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Benchmarks;

/// <summary>The web project whose builds and publishes are measured.</summary>
internal static class BenchmarkProject
{
    /// <param name="usesPackage">Whether it is guarded.</param>
    /// <param name="trusted">The registry its policy trusts.</param>
    public static async Task<ProjectFolder> CreateAsync(bool usesPackage, string trusted)
    {
        var project = new ProjectFolder().WriteWebApplication("Shop", "hello", usesPackage
            ? $"""<ItemGroup><PackageReference Include="{PackedProduct.Id}" """
                + $"""Version="{await PackedProduct.VersionAsync()}" PrivateAssets="all" /></ItemGroup>"""
            : "");
        project.SetVariable("NUGET_PACKAGES", PackedProduct.PackageCache);
        project.UseOnlyPackages(await PackedProduct.FileAsync());
        return project.Write(".dockerguard.yml", $"""
            profile: recommended
            registries:
              trusted: ['{trusted}']
            """);
    }
}
