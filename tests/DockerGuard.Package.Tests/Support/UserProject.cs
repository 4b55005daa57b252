using System;
using System.IO;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>Projects as a user has them: they know the product only as a package in a feed.</summary>
internal static class UserProject
{
    /// <summary>The day of all builds, so that no version goes out of support while the tests stand still.</summary>
    public const string Today = "2026-06-01";

    /// <summary>Where the solutions in miniature are.</summary>
    public const string Layouts = "tests/DockerGuard.Package.Tests/Layouts";

    /// <summary>A Dockerfile nothing is wrong with, in any profile.</summary>
    public const string GoodDockerfile = """
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /src
        COPY . .
        RUN dotnet publish -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        ENTRYPOINT ["dotnet", "Shop.dll"]

        """;

    /// <summary>One error, DG2001, at (9,6,9,10).</summary>
    public const string RootDockerfile = """
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /src
        COPY . .
        RUN dotnet publish -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        USER root
        ENTRYPOINT ["dotnet", "Shop.dll"]

        """;

    /// <summary>One warning, DG1004, at (1,6,1,41).</summary>
    public const string LatestDockerfile = """
        FROM mcr.microsoft.com/dotnet/sdk:latest AS build
        WORKDIR /src
        COPY . .
        RUN dotnet publish -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        ENTRYPOINT ["dotnet", "Shop.dll"]

        """;

    /// <summary>A folder whose only feed holds the packed product.</summary>
    public static async Task<ProjectFolder> EmptyAsync()
    {
        var folder = new ProjectFolder();
        folder.UseOnlyPackages(await PackedProduct.FileAsync());
        return folder.SetVariable("NUGET_PACKAGES", PackedProduct.PackageCache).SetVariable("DockerGuardToday", Today);
    }

    /// <summary>The reference a user writes by hand.</summary>
    public static async Task<string> ReferenceAsync() =>
        $"""<ItemGroup><PackageReference Include="{PackedProduct.Id}" Version="{await PackedProduct.VersionAsync()}" """
            + $"""PrivateAssets="all" /></ItemGroup>""";

    /// <summary>The web application Shop with the package, restored.</summary>
    public static async Task<ProjectFolder> WebAsync(string projectContent = "")
    {
        var folder = await EmptyAsync();
        folder.WriteWebApplication("Shop", "hello", await ReferenceAsync() + projectContent);
        await folder.RestoreAsync();
        return folder;
    }

    /// <summary>Writes a console application, or a library, without a reference to the package.</summary>
    public static ProjectFolder WriteConsole(
        this ProjectFolder folder,
        string path,
        string projectContent = "",
        string sdk = "Microsoft.NET.Sdk",
        string outputType = "Exe")
    {
        folder.Write(path, $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net{DotNetHost.Channel}</TargetFramework>
              </PropertyGroup>
              {projectContent}
            </Project>
            """);
        return folder.Write(
            Path.Combine(Path.GetDirectoryName(path)!, "Program.cs"),
            outputType == "Exe" ? "System.Console.WriteLine(\"hello\");\n" : "public class Basket;\n");
    }

    /// <summary>
    /// Changes a file of the project without its time, so that builds that follow do not compile anew.
    /// </summary>
    public static void Edit(this ProjectFolder folder, string name, string old, string text)
    {
        var time = File.GetLastWriteTimeUtc(folder[name]);
        folder.Write(name, File.ReadAllText(folder[name]).Replace(old, text, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder[name], time);
    }

    public static async Task RestoreAsync(this ProjectFolder folder, params string[] arguments) =>
        (await folder.RunDotnetAsync(["restore", .. arguments])).EnsureSuccess();

    /// <summary>dotnet build without restore.</summary>
    public static Task<BuildOutcome> BuildAsync(this ProjectFolder folder, params string[] arguments) =>
        folder.RunAsync(["build", "--no-restore", .. arguments]);

    /// <summary>dotnet publish -t:PublishContainer of a project built in Release.</summary>
    public static Task<BuildOutcome> PublishContainerAsync(this ProjectFolder folder, params string[] arguments) =>
        folder.RunAsync(["publish", "--no-build", "-t:PublishContainer", .. arguments]);

    /// <summary>A dotnet command that builds, with a binary log.</summary>
    public static async Task<BuildOutcome> RunAsync(this ProjectFolder folder, params string[] arguments)
    {
        var log = folder[$"logs/{Guid.NewGuid():N}.binlog"];
        return new BuildOutcome(await folder.RunDotnetAsync([.. arguments, "-nologo", "-bl:" + log]), log);
    }
}
