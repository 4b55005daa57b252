using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Rules read the build that a Dockerfile makes, and what MSBuild knows of its project.</summary>
[TestClass]
public sealed class BuildReadingTests
{
    [TestMethod]
    public async Task What_it_is_built_for_what_the_build_reads_and_whether_it_starts_is_told_of_each_project()
    {
        using var folder = await RepositoryAsync();
        var outcome = await folder.BuildAsync("All.slnx");
        Assert.AreEqual(
            """
            src/Api/Dockerfile(7,6,7,61): error DG7007
            src/Job/Dockerfile(10,24,10,32): error DG7008
            src/Job/Dockerfile(6,5,6,76): error DG7014
            src/Job/Dockerfile(6,5,6,76): warning DG7017
            src/Web/Dockerfile(6,5,6,50): error DG7010
            src/Web/Dockerfile(6,5,6,50): error DG7015
            src/Web/Dockerfile(6,5,6,50): warning DG7012
            """,
            string.Join('\n', outcome.Findings
                .Where(finding => finding.Code.StartsWith("DG70", StringComparison.Ordinal))
                .Select(finding => $"{PlaceOf(finding, folder)}: {finding.Severity} {finding.Code}")
                .Order(StringComparer.Ordinal)));
        Assert.AreEqual(
            "'dotnet publish' at line 6 lacks a file: 'src/Lib/Lib.csproj' is not copied, and Web.csproj references "
                + "it; so it is with 'shared/Names.cs'",
            outcome.Single("DG7010").Message);
        Assert.AreEqual(
            "'dotnet publish' at line 6 builds by other settings: 'Directory.Build.targets' is not copied, and "
                + "Web.csproj imports it",
            outcome.Single("DG7012").Message);
        StringAssert.Contains(
            outcome.Single("DG7007").Message, "'dotnet publish -r linux-x64 --self-contained' at line 6");
        StringAssert.Contains(outcome.Single("DG7008").Message, "Jobs.dll");
        Assert.AreEqual(
            "'dotnet publish' at line 6 runs npm (target Client of Web.csproj), and neither 'dotnet/sdk:10.0' nor its "
                + "stage brings Node.js",
            outcome.Single("DG7015").Message);
        Assert.AreEqual(
            "'dotnet publish' at line 6 locks nothing: 'src/Job/packages.lock.json' is not there",
            outcome.Single("DG7017").Message);
        StringAssert.Contains(outcome.Single("DG7014").Message, "'dotnet/sdk:10.0.100' has 10.0.100");

        // What it reads is known of the projects alone whose Dockerfile builds them.
        folder.Edit(
            "src/Web/Dockerfile",
            "COPY src/Web/",
            "COPY shared/ shared/\nCOPY *.targets .\nCOPY src/Lib/ src/Lib/\nCOPY src/Web/");
        folder.Edit("src/Api/Dockerfile", "linux-x64", "linux-musl-x64");
        folder.Edit("src/Job/Dockerfile", "Jobs.dll", "Job.dll");
        folder.Edit("src/Job/Dockerfile", "sdk:10.0.100", "sdk:10.0");
        folder.Edit("src/Job/Dockerfile", "-p:RestoreLockedMode=true ", "");
        folder.Edit("src/Web/Dockerfile", "src/Web/Web.csproj", "src/Web/Web.csproj -p:WithClient=false");
        outcome = await folder.BuildAsync("All.slnx");
        Assert.IsEmpty(outcome.Codes.Where(code => code.StartsWith("DG70", StringComparison.Ordinal)));
        Assert.IsEmpty(Directory.EnumerateFiles(folder["src/Lib/obj"], "dockerguard*", SearchOption.AllDirectories));
    }

    /// <summary>What is known of a build holds no longer than it is true, whatever comes, wherever.</summary>
    [TestMethod]
    public async Task What_comes_between_two_builds_is_noticed()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .WriteConsole("Web/Web.csproj", await UserProject.ReferenceAsync() + """
                <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
                """)
            .WriteConsole("Lib/Lib.csproj", """
                <Import Project="../wild/*.props" />
                <Import Project="../more/flagged.props" Condition="Exists('flag.txt')" />
                <Import Project="../more/asked.props" Condition="'$(ASKED_FOR)' == '1'" />
                <PropertyGroup>
                  <Named>../named/*.props</Named>
                  <Above>$([MSBuild]::GetPathOfFileAbove('above.props', '$(MSBuildThisFileDirectory)'))</Above>
                  <IsMarked>$([System.IO.File]::Exists('$(MSBuildThisFileDirectory)../mark.txt'))</IsMarked>
                  <Taken>../taken/*.cs</Taken>
                  <Here>$(MSBuildThisFileDirectory)..</Here>
                </PropertyGroup>
                <Import Project="$(Named)" />
                <Import Project="$(Above)" Condition="'$(Above)' != ''" />
                <Import Project="../more/marked.props" Condition="'$(IsMarked)' == 'true'" />
                <ItemGroup>
                  <Compile Include="../gen/**/*.cs" />
                  <Compile Include="$(Taken)" />
                  <Compile Include="../mod*/src/*.cs" />
                  <AdditionalFiles Include="../more/late.txt" />
                  <Compile
                    Include="../more/Listed.cs"
                    Condition="$([System.IO.Directory]::GetDirectories('$(Here)', 'listed').Length) == 1" />
                  <Compile
                    Include="../more/Told.cs"
                    Condition="$([System.Environment]::GetEnvironmentVariable('TOLD_SO')) == 1" />
                </ItemGroup>
                """, outputType: "Library")
            .Write("gen/x/Known.cs", "")
            .Write("more/flagged.props", "<Project />")
            .Write("more/asked.props", "<Project />")
            .Write("more/marked.props", "<Project />")
            .Write("more/Listed.cs", "")
            .Write("more/Told.cs", "")
            .Write("mod1/src/x", "")
            .Write("Web/Dockerfile", """
                FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
                WORKDIR /src
                COPY *.config .
                COPY Web/ Web/
                COPY Lib/ Lib/
                COPY gen/x/ gen/x/
                RUN dotnet publish Web/Web.csproj -o /app
                FROM mcr.microsoft.com/dotnet/runtime:10.0
                WORKDIR /app
                COPY --from=build /app .
                USER $APP_UID
                ENTRYPOINT ["dotnet", "Web.dll"]

                """);
        await folder.RestoreAsync("Web");
        await ExpectAsync("");
        folder.Write("wild/a.props", "<Project />");
        await ExpectAsync("'wild/a.props'");
        Directory.Delete(folder["wild"], recursive: true);
        folder.Write("gen/y/z/New.cs", "");
        await ExpectAsync("'gen/y/z/New.cs'");
        Directory.Delete(folder["gen/y"], recursive: true);
        foreach (var name in new[]
        {
            "gen/x/../bin/New.cs", "gen/x/../.vs/New.cs", "named/a.props", "above.props", "mark.txt", "taken/New.cs",
            "mod1/src/New.cs", "more/late.txt", "listed/a",
        })
        {
            folder.Write(name, "<Project />");
            await ExpectAsync(name switch
            {
                "mark.txt" => "'more/marked.props'",
                "listed/a" => "'more/Listed.cs'",
                _ => $"'{name.Replace("x/../", "", StringComparison.Ordinal)}'",
            });
            File.Delete(folder[name]);
            if (name.StartsWith("listed/", StringComparison.Ordinal)) Directory.Delete(folder["listed"]);
        }

        // What a link leads to, which lies elsewhere.
        folder.Write("other/x", "");
        Directory.CreateSymbolicLink(folder["gen/link"], "../other");
        await ExpectAsync("");
        folder.Write("other/New.cs", "");
        await ExpectAsync("New.cs'");
        Directory.Delete(folder["gen/link"]);
        folder.SetVariable("TOLD_SO", "1");
        await ExpectAsync("'more/Told.cs'");
        folder.SetVariable("TOLD_SO", null);
        folder.Write("Lib/flag.txt", "");
        await ExpectAsync("'more/flagged.props'");
        File.Delete(folder["Lib/flag.txt"]);
        // No image build has a variable of this machine.
        folder.SetVariable("ASKED_FOR", "1");
        await ExpectAsync("");
        folder.Edit("Web/Dockerfile", "COPY Lib/ Lib/", "COPY Lib/*.csproj Lib/");
        await ExpectAsync("'Lib/Program.cs' is not copied, and Lib.csproj compiles it");

        async Task ExpectAsync(string missing)
        {
            var outcome = await folder.BuildAsync("Web", "-t:DockerGuardLint");
            var found = string.Concat(outcome.Findings
                .Where(static finding => finding.Code.StartsWith("DG70", StringComparison.Ordinal))
                .Select(static finding => finding.Message));
            if (missing.Length == 0) Assert.AreEqual("", found);
            else StringAssert.Contains(found, missing, outcome.Output);
        }
    }

    private static string PlaceOf(Finding finding, ProjectFolder folder) =>
        $"{Path.GetRelativePath(folder.Path, finding.File)}"
            + $"({finding.Line},{finding.Column},{finding.EndLine},{finding.EndColumn})";

    private static async Task<ProjectFolder> RepositoryAsync()
    {
        var folder = await UserProject.EmptyAsync();
        var package = await UserProject.ReferenceAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .Write("Directory.Build.targets", "<Project />")
            .Write("shared/Names.cs", "internal static class Names;\n")
            .Write("global.json", """{ "sdk": { "version": "10.0.200", "rollForward": "latestMajor" } }""")
            .Write("All.slnx", """
                <Solution>
                  <Project Path="src/Api/Api.csproj" />
                  <Project Path="src/Job/Job.csproj" />
                  <Project Path="src/Web/Web.csproj" />
                </Solution>
                """)
            .WriteConsole("src/Api/Api.csproj", package)
            .WriteConsole("src/Job/Job.csproj", package)
            .WriteConsole("src/Lib/Lib.csproj", outputType: "Library")
            .WriteConsole("src/Web/Web.csproj", package + """
                <ItemGroup>
                  <ProjectReference Include="../Lib/Lib.csproj" />
                  <Compile Include="../../shared/Names.cs" />
                </ItemGroup>
                <Target Name="Client" AfterTargets="ComputeFilesToPublish" Condition="'$(WithClient)' != 'false'">
                  <Exec Command="npm ci" />
                </Target>
                """);
        Write(folder, "Api", "-r linux-x64 --self-contained ", "runtime-deps:10.0-alpine-extra", """["./Api"]""");
        Write(folder, "Job", "-p:RestoreLockedMode=true ", "runtime:10.0", """["dotnet", "Jobs.dll"]""");
        Write(folder, "Web", "", "runtime:10.0", """["dotnet", "Web.dll"]""");
        await folder.RestoreAsync("All.slnx");
        return folder;
    }

    private static void Write(ProjectFolder folder, string name, string options, string image, string start) =>
        folder.Write($"src/{name}/Dockerfile", $"""
            FROM mcr.microsoft.com/dotnet/sdk:10.0{(name == "Job" ? ".100" : "")} AS build
            WORKDIR /src
            COPY nuget.config .
            COPY src/{name}/ src/{name}/
            {(name == "Web" ? "" : "COPY *.targets global.json ./")}
            RUN dotnet publish {options}src/{name}/{name}.csproj -o /app/out
            FROM mcr.microsoft.com/dotnet/{image}
            WORKDIR /app
            COPY --from=build /app/out .
            ENTRYPOINT {start}

            """);
}
