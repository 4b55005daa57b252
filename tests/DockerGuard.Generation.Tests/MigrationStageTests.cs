using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>A bundle of migrations, on request: the image is the one that it is without.</summary>
[TestClass]
public sealed class MigrationStageTests
{
    private static GeneratedDockerfile Generated(
        MigrationBundle? bundle, string? version = "10.0.12", params string[] properties)
    {
        var facts = App([Web, "ProjectReference=/repo/src/Data/Data.csproj", .. properties]);
        var reading = Reading(facts);
        return DockerfileGenerator.Generate(
            facts,
            reading with
            {
                Projects =
                [
                    reading.Projects[0] with { EntityFramework = "10.0.9" },
                    reading.Projects[1] with { EntityFramework = version },
                ],
            },
            new GenerationOptions { Today = Today, Migrations = bundle });
    }

    [TestMethod]
    public void It_has_the_base_of_the_app_and_the_tool_of_its_packages()
    {
        var text = Generated(new MigrationBundle("Shop", "/repo/src/Data/Data.csproj", null)).Dockerfile;
        const string start = "FROM build AS migrations-build\n";
        var stages = text[text.IndexOf(start, StringComparison.Ordinal)..text.IndexOf(
            "FROM base AS final", StringComparison.Ordinal)];
        Assert.AreEqual(
            start + """
            # The bundle is a project of its own, to which nothing that is said of all projects applies.
            RUN mkdir .efbundle /extract \
             && echo '<Project />' | tee .efbundle/Directory.Build.props .efbundle/Directory.Build.targets \
                > .efbundle/Directory.Packages.props
            RUN --mount=type=cache,target=/root/.local/share/NuGet/http-cache \
                --mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config \
                dotnet tool install dotnet-ef --tool-path /tools --version 10.0.12
            WORKDIR /bundle
            RUN --mount=type=cache,target=/root/.local/share/NuGet/http-cache \
                --mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config \
                TMPDIR=/src/.efbundle /tools/dotnet-ef migrations bundle --startup-project /src/src/Web/Web.csproj --project /src/src/Data/Data.csproj --context Shop --configuration Release --target-runtime "linux-$(echo "$TARGETARCH" | sed s/amd64/x64/)" --output efbundle --verbose

            FROM base AS migrations
            COPY --from=migrations-build ["/bundle/efbundle", "./"]
            COPY --from=build ["/app/appsettings*.json", "./"]
            # It unpacks itself before it runs; a volume can be written where all else cannot.
            COPY --from=migrations-build --chown=1654:1654 /extract /extract
            ENV DOTNET_BUNDLE_EXTRACT_BASE_DIR=/extract
            VOLUME ["/extract"]
            ENTRYPOINT ["/app/efbundle"]


            """.ReplaceLineEndings("\n"),
            stages);
        StringAssert.Contains(text, "# Make the image that updates the database with --target migrations.\n");
        Assert.IsEmpty(BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions()).Errors);
    }

    [TestMethod]
    public void Nothing_else_is_another()
    {
        static string[] Without(string text) =>
        [
            .. text.Split("\n\n").Skip(1)
                .Where(part => !part.Contains("AS migrations", StringComparison.Ordinal)),
        ];
        CollectionAssert.AreEqual(
            Without(Generated(null).Dockerfile),
            Without(Generated(new MigrationBundle(null, null, "9.0.1")).Dockerfile));
    }

    [TestMethod]
    public void Manifest_runtime_and_options_are_the_apps()
    {
        var text = Generated(
            new MigrationBundle(null, null, "9.0.1"), "10.1.*", "SelfContained=true", "GeneratePackageOnBuild=true",
            "RuntimeIdentifier=linux-x64").Dockerfile;
        StringAssert.Contains(text, " --version 9.0.1\n");
        StringAssert.Contains(text, "--configuration Release --self-contained --target-runtime");
        StringAssert.Contains(
            text,
            "\n && echo '-p:GeneratePackageOnBuild=false' | tee -a Directory.Build.rsp > "
                + ".efbundle/Directory.Build.rsp\n");
        Assert.DoesNotContain("--context", text);
        StringAssert.Contains(
            Generated(new MigrationBundle(null, null, null), "10.1.*").Dockerfile, "--version '10.1.*'\n");
    }

    [TestMethod]
    public void What_cannot_be_made_is_said()
    {
        StringAssert.StartsWith(
            Generated(new MigrationBundle(null, "/repo/src/Other.csproj", null)).Error,
            "the migrations of Other.csproj are wanted, and the image's project does not reference it");
        var facts = App(Web);
        StringAssert.StartsWith(
            Generate(facts, new GenerationOptions { Today = Today, Migrations = new MigrationBundle(null, null, null) })
                .Error,
            "a bundle of migrations is wanted, and neither a manifest of tools names dotnet-ef nor does a project");
    }
}
