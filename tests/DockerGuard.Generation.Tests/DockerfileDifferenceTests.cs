using System;
using System.Linq;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

[TestClass]
public sealed class DockerfileDifferenceTests
{
    /// <summary>What has changed since a file was generated from the one project, now that it is the other.</summary>
    private static string[] Since(ProjectFacts before, ProjectFacts now)
    {
        var build = Reading(now);
        var links = build.Projects.Skip(1).Select(project => new ProjectLink(project.Path)).ToArray();
        build = build with { Projects = [build.Project with { References = links }, .. build.Projects.Skip(1)] };
        return
        [
            .. DockerfileDifferences.Between(Generate(before).Dockerfile, Generate(now), build)
                .Select(difference => difference.Since)
                .Distinct(),
        ];
    }

    [TestMethod]
    public void Nothing_is_said_of_the_same_project() => Assert.IsEmpty(Since(App(Web), App(Web)));

    [TestMethod]
    public void A_new_reference_is_named_though_the_context_has_moved() => CollectionAssert.AreEqual(
        new[] { "Web.csproj references Lib.csproj since" },
        Since(App(Web), App(Web, "ProjectReference=/repo/src/Lib/Lib.csproj"))
            .Where(text => text.Contains("reference", StringComparison.Ordinal)).ToArray());

    [TestMethod]
    public void A_reference_below_the_projects_folder_is_named_too() => CollectionAssert.AreEqual(
        // The publish leaves the library's documentation out.
        new[] { "Web.csproj references Lib.csproj since", "dotnet publish has other options" },
        Since(App(Web), App(Web, "ProjectReference=/repo/src/Web/Lib/Lib.csproj")));

    [TestMethod]
    public void A_reference_that_is_gone_is_named() => CollectionAssert.AreEqual(
        new[] { "nothing reads ../Lib/Lib.csproj any more", "nothing reads ../Lib any more" },
        Since(App(Web, "ProjectReference=/repo/src/Lib/Lib.csproj"), App(Web))
            .Where(text => text.Contains("reads", StringComparison.Ordinal)).ToArray());

    [TestMethod]
    [DataRow("Import=/repo/Directory.Build.props", "Web.csproj imports Directory.Build.props since")]
    [DataRow("Item=/repo/SharedVersion.cs", "Web.csproj reads SharedVersion.cs since")]
    [DataRow("AssemblyName=Store", "the ENTRYPOINT is [\"/app/Store\"] now")]
    [DataRow("TargetFramework=net9.0|TargetFrameworkVersion=v9.0", "the base image is ")]
    [DataRow("Description=text", "LABEL org.opencontainers.image.description is set now")]
    [DataRow("Title=text", "LABEL org.opencontainers.image.title has another value now")]
    [DataRow("PublishSelfContained=true", "dotnet restore has other options")]
    [DataRow("FrameworkReference=Microsoft.NETCore.App", "there is no list of ports any more")]
    public void What_has_changed_is_named(string properties, string expected) => Assert.IsTrue(
        Since(App(Web), App([Web, .. properties.Split('|')]))
            .Any(text => text.StartsWith(expected, StringComparison.Ordinal)),
        string.Join('\n', Since(App(Web), App([Web, .. properties.Split('|')]))));

    [TestMethod]
    public void What_matters_most_is_first()
    {
        var facts = App(
            Web,
            "TargetFramework=net9.0",
            "TargetFrameworkVersion=v9.0",
            "Description=text",
            "ContainerUser=4711",
            "Item=/repo/SharedVersion.cs",
            "AnalyzerConfig=/repo/.editorconfig");
        var all = DockerfileDifferences.Between(Generate(App(Web)).Dockerfile, Generate(facts), Reading(facts))
            .OrderBy(static difference => difference.Weight)
            .Select(static difference => difference.Since)
            .ToArray();
        StringAssert.StartsWith(all[0], "the base image is ");
        Assert.AreEqual("the user is 4711 now", all[1]);
        Assert.Contains("Web.csproj reads SharedVersion.cs since", all[2..5]);
        StringAssert.StartsWith(all[^1], "LABEL ");
    }

    [TestMethod]
    public void A_hand_written_file_is_told_what_generation_does_and_why()
    {
        const string HandWritten = """
            FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
            WORKDIR /src
            COPY . .
            RUN dotnet publish -o /app
            FROM mcr.microsoft.com/dotnet/aspnet:10.0
            ENV API_TOKEN=s3cr3t
            WORKDIR /app
            COPY --from=build /app .
            ENTRYPOINT ["dotnet", "Web.dll"]

            """;
        var advice = Advice(HandWritten, App(Web));
        StringAssert.Contains(advice, "the base image is mcr.microsoft.com/dotnet/aspnet:10.0; generation takes "
            + "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra, for globalization is on, so -extra");
        StringAssert.Contains(advice, "no RUN runs dotnet restore; generation runs 'dotnet restore Web.csproj");
        StringAssert.Contains(advice, "no user is set; generation sets 1654, for ");
        StringAssert.Contains(advice, "ENV API_TOKEN is set, and nothing in the project says so");
        StringAssert.Contains(advice, "org.opencontainers.image.title, ");
        Assert.HasCount(2, advice.Split("LABEL "), "one line for all");
        Assert.DoesNotContain("s3cr3t", advice);
    }

    /// <summary>What may lie there one day; a file of one's own lacks it only where it does.</summary>
    [TestMethod]
    public void A_pattern_is_missing_only_where_something_of_it_is_read()
    {
        const string HandWritten = """
            FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
            COPY src/Web/ src/Web/
            COPY src/Lib/ src/Lib/
            RUN dotnet publish src/Web -o /app

            """;
        const string reference = "ProjectReference=/repo/src/Lib/Lib.csproj";
        Assert.DoesNotContain(".editorconfig", Advice(HandWritten, App(Web, reference)));
        StringAssert.Contains(
            Advice(HandWritten, App(Web, reference, "AnalyzerConfig=/repo/.editorconfig")),
            ".editorconfig* is not copied");
    }

    private static string Advice(string handWritten, ProjectFacts facts) => string.Join(
        '\n',
        DockerfileDifferences.Between(handWritten, Generate(facts), Reading(facts))
            .Select(static difference => difference.Advice)
            .Distinct());
}
