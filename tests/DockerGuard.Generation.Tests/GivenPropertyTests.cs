using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>What a command line gives to generation, its commands are given too, or it is said.</summary>
[TestClass]
public sealed class GivenPropertyTests
{
    [TestMethod]
    public void They_are_in_the_commands_and_in_the_line_that_tells_how_the_file_is_made()
    {
        var given = GivenProperties.Of(
        [
            KeyValuePair.Create("ci", "true"), KeyValuePair.Create("Configuration", "Debug"),
            KeyValuePair.Create("DockerGuardFramework", "net10.0"), KeyValuePair.Create("_IsPublishing", "true"),
            KeyValuePair.Create("Flavor", "dark/2.0"), KeyValuePair.Create("FeedPassword", "hunter22"),
            KeyValuePair.Create("Words", "a; rm -rf b"),
        ]);
        var facts = App(Web);
        var generated = DockerfileGenerator.Generate(
            facts, Reading(facts) with { Given = given }, new GenerationOptions { Today = Today });
        const string options = "-p:ci=true -p:Flavor=dark/2.0";
        StringAssert.Contains(
            generated.Dockerfile, $"file.\n# Made by: dotnet build -t:DockerGuardGenerate {options}\n# Build");
        StringAssert.Contains(generated.Dockerfile, $"dotnet restore Web.csproj {options} -a $TARGETARCH\n");
        StringAssert.Contains(generated.Dockerfile, $"dotnet publish Web.csproj -c Release {options} -a $TARGETARCH ");
        StringAssert.EndsWith(
            generated.Reason,
            "; FeedPassword and Words of the command line are not kept in the file, for it may be a secret or is no "
                + "plain word");
        CollectionAssert.AreEqual(
            given.Kept.ToArray(), GivenProperties.In(generated.Dockerfile).Kept.ToArray());
        Assert.DoesNotContain("Made by", Generate(App(Web)).Dockerfile);
        Assert.IsTrue(GivenProperties.In(Generate(App(Web)).Dockerfile).IsEmpty);
    }

    [TestMethod]
    [DataRow("sass", "sass --version", true)]
    [DataRow("sh", "sh make.sh", false)]
    [DataRow("npm", "npm ci", false)]
    public void A_program_that_the_SDKs_image_may_lack_is_told(string program, string command, bool isTold)
    {
        var facts = App(Web);
        var reading = Reading(facts);
        var call = new ProgramCall(program, command, "Css", "/repo/src/Web/Web.csproj", "/repo/src/Web");
        var build = reading with { Projects = [reading.Project with { Programs = [call] }] };
        var reason = DockerfileGenerator.Generate(facts, build, new GenerationOptions { Today = Today }).Reason;
        const string told = "target Css of Web.csproj runs sass, which the SDK's image may not have: install it in a "
            + "custom region before dotnet publish";
        Assert.AreEqual(isTold, reason.EndsWith(told, System.StringComparison.Ordinal), reason);
    }
}
