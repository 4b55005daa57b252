using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>A stage that runs tests, on request: the image is the one that it is without.</summary>
[TestClass]
public sealed class TestStageTests
{
    private static readonly string[] Tested =
    [
        Web, "ProjectReference=/repo/src/Lib/Lib.csproj", "Import=/repo/Directory.Build.props",
        "Test=/repo/tests/Web.Tests/Web.Tests.csproj", "TestProgram=/repo/tests/Smoke/Smoke.csproj",
        "TestReference=/repo/src/Web/Web.csproj;/repo/src/Lib/Lib.csproj;/repo/tests/Fakes/Fakes.csproj",
    ];

    [TestMethod]
    public void It_brings_what_only_the_tests_read_restores_and_runs_them()
    {
        var text = Generate(App(Tested)).Dockerfile;
        const string start = "FROM build AS test\n";
        var stage = text[text.IndexOf(start, StringComparison.Ordinal)..text.IndexOf(
            "FROM base AS final", StringComparison.Ordinal)];
        Assert.AreEqual(
            start + """
            COPY ["tests/Fakes/Fakes.csproj", "tests/Fakes/"]
            COPY ["tests/Smoke/Smoke.csproj", "tests/Smoke/"]
            COPY ["tests/Web.Tests/Web.Tests.csproj", "tests/Web.Tests/"]
            RUN --mount=type=cache,target=/root/.local/share/NuGet/http-cache \
                --mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config \
                dotnet restore tests/Web.Tests/Web.Tests.csproj \
             && dotnet restore tests/Smoke/Smoke.csproj
            COPY ["tests/Fakes/", "tests/Fakes/"]
            COPY ["tests/Smoke/", "tests/Smoke/"]
            COPY ["tests/Web.Tests/", "tests/Web.Tests/"]
            RUN dotnet test tests/Web.Tests/Web.Tests.csproj -c Release --no-restore
            RUN dotnet run --project tests/Smoke/Smoke.csproj -c Release --no-restore


            """.ReplaceLineEndings("\n"),
            stage);
        StringAssert.Contains(text, "# Run the tests with --target test.\n");
        Assert.IsEmpty(BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions()).Errors);
    }

    [TestMethod]
    public void Nothing_else_is_another()
    {
        static string[] Without(string text) =>
        [
            .. text.Split("\n\n").Skip(1)
                .Where(part => !part.StartsWith("FROM build AS test", StringComparison.Ordinal)),
        ];
        var plain = Generate(App(
            [.. Tested.Where(property => !property.StartsWith("Test", StringComparison.Ordinal))]));
        CollectionAssert.AreEqual(Without(plain.Dockerfile), Without(Generate(App(Tested)).Dockerfile));
    }

    [TestMethod]
    public void Where_each_build_makes_a_package_none_does_here()
    {
        const string option = " -p:GeneratePackageOnBuild=false ";
        var text = Generate(App([.. Tested, "GeneratePackageOnBuild=true"])).Dockerfile;
        StringAssert.Contains(text, $"dotnet publish src/Web/Web.csproj -c Release{option}");
        StringAssert.Contains(text, $"dotnet test tests/Web.Tests/Web.Tests.csproj -c Release{option}");
        Assert.DoesNotContain(option, Generate(App(Tested)).Dockerfile);
    }

    [TestMethod]
    public void Where_tests_are_programs_they_run_themselves()
    {
        var pins = SdkPins.Parse("""{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        var text = Generate(App(Tested), new GenerationOptions { Today = Today, SdkPins = pins }).Dockerfile;
        StringAssert.Contains(
            text, "RUN dotnet run --project tests/Web.Tests/Web.Tests.csproj -c Release --no-restore\n");
        Assert.DoesNotContain("dotnet test", text);
    }

    [TestMethod]
    public void The_context_holds_the_tests_too()
    {
        var generated = Generate(App(
            Web, "Test=/repo/tests/Web.Tests/Web.Tests.csproj", "TestReference=/repo/src/Web/Web.csproj"));
        Assert.AreEqual("/repo", generated.ContextDirectory);
        var outside = Generate(App(Web, "Test=/other/Web.Tests.csproj"));
        StringAssert.StartsWith(outside.Error, "the project references Web.Tests.csproj, which lies outside");
    }

    [TestMethod]
    public void Where_all_is_copied_nothing_is_copied_again()
    {
        var text = Generate(
            App(Tested), new GenerationOptions { Today = Today, CopiesAll = true }).Dockerfile;
        var stage = text[text.IndexOf("FROM build AS test", StringComparison.Ordinal)..];
        Assert.DoesNotContain("COPY [\"", stage.Split("FROM base")[0]);
    }
}
