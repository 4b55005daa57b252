using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>A Dockerfile is judged, and made, by the configuration it builds, whichever is built beside it.</summary>
[TestClass]
public sealed class ConfigurationTests
{
    private const string Invariant = "<InvariantGlobalization>true</InvariantGlobalization>";

    [TestMethod]
    public async Task What_only_one_configuration_sets_counts_where_the_image_builds_it()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .Write("All.slnx", """
                <Solution>
                  <Project Path="Fast/Fast.csproj" />
                  <Project Path="Slow/Slow.csproj" />
                </Solution>
                """);
        // An import of its own, for the text of the project says nothing of it.
        await WriteAsync(folder, "Fast", "Release");
        await WriteAsync(folder, "Slow", "Debug");
        await folder.RestoreAsync("All.slnx");

        var debug = (await folder.BuildAsync("All.slnx")).EnsureSuccess();
        Assert.AreEqual("Slow DG7006", Findings(debug));
        Assert.AreEqual("Slow DG7006", Findings((await folder.BuildAsync("All.slnx")).EnsureSuccess()));
        Assert.AreEqual("Slow DG7006", Findings(await folder.BuildAsync("All.slnx", "-c", "Release")));
        folder.Edit("Slow/Dockerfile", "publish -o", "publish -c Debug -o");
        folder.Edit("Fast/Dockerfile", "publish -o", "publish -c Debug -o");
        Assert.AreEqual("Fast DG7006", Findings(await folder.BuildAsync("All.slnx", "-c", "Release")));

        File.Delete(folder["Fast/Dockerfile"]);
        var generate = new[] { "Fast/Fast.csproj", "-t:DockerGuardGenerate" };
        (await folder.BuildAsync(generate)).EnsureSuccess();
        var text = File.ReadAllText(folder["Fast/Dockerfile"]);
        StringAssert.Contains(text, "runtime:10.0-noble-chiseled AS base");
        StringAssert.Contains(text, "ENV GREETING=\"one; two\"\nEXPOSE 9090/udp\n");
        StringAssert.Contains(text, "CMD [\"-a\", \"1\", \"-b\", \"1\"]\n");
        var kept = File.ReadAllText(Directory.EnumerateFiles(
            folder["Fast/obj/Debug"], "dockerguard.buildfacts.txt", SearchOption.AllDirectories).Single());
        Assert.DoesNotContain("another secret", kept);
        Assert.DoesNotContain("hunter22", kept);
        (await folder.BuildAsync([.. generate, "-c", "Release"])).EnsureSuccess();
        Assert.AreEqual(text, File.ReadAllText(folder["Fast/Dockerfile"]));
        Assert.IsEmpty((await folder.BuildAsync("Fast/Fast.csproj")).Findings);

        // What a command line sets is meant.
        (await folder.BuildAsync([.. generate, "-p:InvariantGlobalization=false"])).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(folder["Fast/Dockerfile"]), "runtime:10.0-noble-chiseled-extra AS base");
    }

    private static string Findings(BuildOutcome outcome) => string.Join('\n', outcome.Findings
        .Select(finding => $"{Path.GetFileName(Path.GetDirectoryName(finding.File))} {finding.Code}"));

    private static async Task WriteAsync(ProjectFolder folder, string name, string configuration) => folder
        .WriteConsole(
            $"{name}/{name}.csproj", """<Import Project="more.props" />""" + await UserProject.ReferenceAsync())
        .Write($"{name}/more.props", $"""
            <Project>
              <PropertyGroup Condition="'$(Configuration)' == '{configuration}'">
                {Invariant}
                <Description>of --password hunter22 {configuration}</Description>
              </PropertyGroup>
              <PropertyGroup Condition="'$(Configuration)' != '{configuration}'">
                <Description>another secret</Description>
              </PropertyGroup>
              <ItemGroup Condition="'$(Configuration)' == '{configuration}'">
                <ContainerPort Include="9090" Type="udp" />
                <ContainerEnvironmentVariable Include="GREETING" Value="one; two" />
                <ContainerDefaultArgs Include="-a;1;-b;1" />
              </ItemGroup>
              <ItemGroup Condition="'$(Configuration)' != '{configuration}'">
                <ContainerPort Include="7070" />
              </ItemGroup>
            </Project>
            """)
        .Write($"{name}/Dockerfile", $"""
            FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
            WORKDIR /src
            COPY {name}.csproj more.props ./
            RUN dotnet restore
            COPY . .
            RUN dotnet publish -o /app
            FROM mcr.microsoft.com/dotnet/runtime:10.0-alpine
            WORKDIR /app
            COPY --from=build /app .
            USER 1654
            ENTRYPOINT ["dotnet", "{name}.dll"]

            """)
        .Write($"{name}/.dockerignore", "bin\nobj\n");
}
