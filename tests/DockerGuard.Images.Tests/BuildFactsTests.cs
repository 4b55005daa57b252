using System;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

/// <summary>The record of what a build reads, and its text.</summary>
[TestClass]
public sealed class BuildFactsTests
{
    private static readonly BuildFacts Sample = new()
    {
        RepositoryRoot = "/repo",
        SolutionFolder = "/repo/src",
        Projects =
        [
            new ProjectInputs("/repo/src/Web/Web.csproj")
            {
                Inputs =
                [
                    .. Enum.GetValues<BuildInputKind>().Select(kind => new BuildInput(kind, "/repo/" + kind, "name")),
                    new BuildInput(BuildInputKind.Item, "/repo/a\tb\\c\nd\re") { IsOptional = true },
                ],
                References =
                [
                    new ProjectLink("/repo/src/Lib/Lib.csproj"),
                    new ProjectLink("/repo/src/Gen/Gen.csproj", IsAnalyzer: true, IsAssembly: false)
                    {
                        IsOptional = true,
                    },
                ],
                DecidingProperties = ["Configuration", "UseLib"],
                AsksForFiles = true,
                RestoresLocked = true,
                Packs = true,
                EntityFramework = "10.0.12",
                TargetFiles =
                [
                    new TargetFile("/repo/eng/a.txt", "Copy", ProgramMoment.Build, "A;B"),
                    new TargetFile("/repo/eng/gen.sh", "Make", ProgramMoment.Publish, "") { IsScript = true },
                ],
                OwnSource = "/repo/src/Web/Program.cs",
                FeedVariables = [new FeedVariable("FEED_TOKEN", "/repo/nuget.config")],
                NodeFolders =
                [
                    new NodeFolder("/repo/src/Web/ClientApp", "package-lock.json", ">=20", "npm"),
                    new NodeFolder("/repo/tools", null, null, null),
                ],
                Programs =
                [
                    new ProgramCall(
                        "npm", "npm ci\nnpm run build", "Spa", "/repo/src/Web/Web.csproj", "/repo/src/Web")
                    {
                        Moment = ProgramMoment.Publish,
                        DecidedBy = "SkipSpa;Spa",
                    },
                ],
            },
            new ProjectInputs("/repo/src/Lib/Lib.csproj") { Problem = "the SDK 'X' could not be found" },
        ],
    };

    [TestMethod]
    public void The_text_holds_all_of_it()
    {
        var read = BuildFactsText.Read(BuildFactsText.Write(Sample))!;
        Assert.AreEqual(BuildFactsText.Write(Sample), BuildFactsText.Write(read));
        Assert.AreEqual(("/repo", "/repo/src"), (read.RepositoryRoot, read.SolutionFolder));
        CollectionAssert.AreEqual(Sample.Project.Inputs.ToArray(), read.Project.Inputs.ToArray());
        CollectionAssert.AreEqual(Sample.Project.References.ToArray(), read.Project.References.ToArray());
        CollectionAssert.AreEqual(Sample.Project.Programs.ToArray(), read.Project.Programs.ToArray());
        CollectionAssert.AreEqual(Sample.Project.NodeFolders.ToArray(), read.Project.NodeFolders.ToArray());
        CollectionAssert.AreEqual(Sample.Project.FeedVariables.ToArray(), read.Project.FeedVariables.ToArray());
        Assert.AreEqual(Sample.Project.OwnSource, read.Project.OwnSource);
        Assert.AreEqual(Sample.Projects[1].Problem, read.Projects[1].Problem);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("root\t/repo\n")]
    [DataRow("input\tItem\t/repo/a\t\n")]
    [DataRow("project\t/repo/Web.csproj\ninput\tNothing\t/repo/a\t\n")]
    [DataRow("project\t/repo/Web.csproj\ninput\tItem\t/repo/a\n")]
    [DataRow("project\t/repo/Web.csproj\nsomething\telse\n")]
    public void What_this_version_did_not_write_is_no_facts(string text) => Assert.IsNull(BuildFactsText.Read(text));

    [TestMethod]
    public void Inputs_of_a_kind_are_those_of_all_projects_once()
    {
        var import = new BuildInput(BuildInputKind.Import, "/repo/Directory.Build.props");
        var facts = new BuildFacts
        {
            Projects =
            [
                new ProjectInputs("/repo/A.csproj") { Inputs = [import] },
                new ProjectInputs("/repo/B.csproj") { Inputs = [import, new(BuildInputKind.Item, "/repo/B.cs")] },
            ],
        };
        CollectionAssert.AreEqual(new[] { import }, facts.InputsOf(BuildInputKind.Import).ToArray());
        Assert.HasCount(2, facts.InputsOf(BuildInputKind.Import, BuildInputKind.Item));
        Assert.ThrowsExactly<ArgumentException>(() => new BuildFacts { Projects = [] });
    }

    [TestMethod]
    public void Pins_are_read_with_comments_and_strange_names()
    {
        var pins = SdkPins.Parse("""
            {
              // "msbuild-sdks": { "Not": "this" },
              "sdk": { "version": "10.0.401", /* as "CI" has */ "rollForward": "latestFeature" },
              "msbuild-sdks": { "Microsoft.Build.NoTargets": "3.7.0", "a/b": "1.0 // no comment" }
            }
            """);
        Assert.AreEqual(("10.0.401", "latestFeature"), (pins.Version, pins.RollForward));
        CollectionAssert.AreEquivalent(
            new[] { "Microsoft.Build.NoTargets=3.7.0", "a/b=1.0 // no comment" },
            pins.MSBuildSdks.Select(sdk => sdk.Key + "=" + sdk.Value).ToArray());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("{ \"tools\": {} }")]
    [DataRow("/*")]
    [DataRow("\"")]
    public void What_is_no_globaljson_pins_nothing(string text)
    {
        var pins = SdkPins.Parse(text);
        Assert.IsNull(pins.Version);
        Assert.IsEmpty(pins.MSBuildSdks);
    }

    [TestMethod]
    [DataRow("9.0.100", null, "10.0.100", false)]
    [DataRow("9.0.100", null, null, false)]
    [DataRow("9.0.100", "latestMajor", null, true)]
    [DataRow("10.0.100", null, null, true)]
    [DataRow("10.0.100", null, "10.0.200", false)]
    [DataRow("10.0.100", "disable", "10.0.101", false)]
    [DataRow("10.1.100", "latestMinor", null, false)]
    [DataRow("11.0.100", "latestMajor", null, false)]
    [DataRow("9.0.x", null, "10.0.100", true)]
    [DataRow("9.0.100", "always", "10.0.100", true)]
    public void An_image_of_the_SDK_may_be_taken(string version, string? rollForward, string? sdk, bool expected)
    {
        var pins = SdkPins.None with { Version = version, RollForward = rollForward };
        Assert.AreEqual(expected, pins.MayAccept(sdk, new Version(10, 0)));
    }
}
