using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>A web project that references the packed product, restored from a feed of its own.</summary>
internal static class GuardedProject
{
    /// <param name="policy">
    /// The text of .dockerguard.yml after the mirror of mcr.microsoft.com; the mirror is the only way to the bases
    /// here.
    /// </param>
    public static async Task<ProjectFolder> CreateAsync(
        SeededRegistry bases, string answer, string projectContent = "", string policy = "")
    {
        var reference = $"""
            <ItemGroup>
                <PackageReference Include="{PackedProduct.Id}" Version="{await PackedProduct.VersionAsync()}" PrivateAssets="all" />
              </ItemGroup>
            """;
        return new ProjectFolder()
            .WriteWebApplication("Web", answer, reference + projectContent)
            .UseOnlyPackages(await PackedProduct.FileAsync())
            .SetVariable("NUGET_PACKAGES", PackedProduct.PackageCache)
            .Write(".dockerguard.yml", $"""
                registries:
                  mirrors:
                    mcr.microsoft.com: {bases.Host}
                {policy}
                """);
    }
}
