using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>What a file asks for, and copies, where not all is known that a build reads.</summary>
[TestClass]
public sealed class NamedInputsTests
{
    [TestMethod]
    [DataRow(false, false, "docker build .\n# For a feed that only your own NuGet.Config knows, add --secret")]
    [DataRow(false, true, "docker build .\n\nFROM")]
    [DataRow(true, true, "docker build --secret id=nuget_config,src=<NuGet.Config with credentials> .\n\nFROM")]
    public void The_build_command_asks_for_credentials_where_a_feed_may(bool isClosed, bool isCleared, string expected)
    {
        var facts = App(Web, "NuGetConfig=/repo/src/Web/nuget.config");
        var build = Reading(facts);
        build = build with
        {
            Projects = [build.Project with { HasClosedFeeds = isClosed, ClearsFeeds = isCleared }],
        };
        StringAssert.Contains(
            DockerfileGenerator.Generate(facts, build, new GenerationOptions { Today = Today }).Dockerfile, expected);
    }

    [TestMethod]
    [DataRow(
        "$(Root)LICENSE", "CopyAll",
        "# All of the folder, for target CopyAll of Web.csproj reads '$(Root)LICENSE', of which only the running build "
            + "knows.")]
    [DataRow(
        "/usr/share/x/*.txt", "",
        "# All of the folder, for Web.csproj reads '/usr/share/x/*.txt', which leaves the repository.")]
    public void All_is_copied_where_nobody_knows_what_is_read(string path, string target, string expected)
    {
        var facts = App(Web);
        var build = Reading(facts);
        build = build with
        {
            Projects =
            [
                build.Project with { UnknownReads = [new UnknownRead(path, target, "/repo/src/Web/Web.csproj")] },
            ],
        };
        var text = DockerfileGenerator.Generate(facts, build, new GenerationOptions { Today = Today }).Dockerfile;
        StringAssert.Contains(text, expected + "\nCOPY [\".\", \"./\"]\n");
    }
}
