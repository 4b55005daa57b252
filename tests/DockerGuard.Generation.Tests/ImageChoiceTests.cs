using System.Linq;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>Which images a Dockerfile is made of, where a project says more than one thing.</summary>
[TestClass]
public sealed class ImageChoiceTests
{
    private const string Hidden =
        "; the ignore file keeps global.json out of the image; for the same SDK elsewhere: ";

    private static SdkPins Pins(string? version, string? rollForward, params string[] sdks) =>
        new(version, rollForward, sdks.ToDictionary(name => name, _ => "1.0.0"));

    [TestMethod]
    [DataRow("10.0.400", null, null)]
    [DataRow("10.0.100", "latestFeature", null)]
    [DataRow("9.0.100", "latestMajor", null)]
    [DataRow(
        "10.0.100",
        null,
        "global.json pins the .NET SDK 10.0.100, which refuses the image's 10.0.400: let it roll forward as "
            + "latestFeature")]
    [DataRow(
        "10.1.100",
        "latestPatch",
        "global.json pins the .NET SDK 10.1.100 and rolls forward as latestPatch, which refuses the image's 10.0.400: "
            + "pin 10.0.400 and let it roll forward as latestFeature")]
    public void The_SDK_image_agrees_with_global_json_or_the_change_is_said(string pin, string? roll, string? remark)
    {
        var facts = App(Web, "GlobalJson=/repo/global.json");
        var alone = Generate(facts, new GenerationOptions { Today = Today, SdkPins = Pins(pin, roll) });
        StringAssert.Contains(alone.Dockerfile, "/sdk:10.0.400 ");
        Assert.AreEqual("globalization is on, so -extra" + (remark is null ? "" : Hidden + remark), alone.Reason);
        // Where it is copied, the build would fail.
        var copied = Generate(facts, new GenerationOptions { Today = Today, SdkPins = Pins(pin, roll, "My.Sdk") });
        Assert.AreEqual(remark, copied.Error);
    }

    [TestMethod]
    [DataRow("10.0.401", null, "10.0.401 ")]
    [DataRow("10.0.401", "disable", "10.0.401 ")]
    [DataRow("10.0.500", "latestPatch", "10.0.500 ")]
    [DataRow("8.0.425", null, "8.0.425 ")]
    public void A_pin_that_is_newer_than_the_catalogue_names_its_own_image(string pin, string? roll, string tag)
    {
        var facts = App(
            Web, "GlobalJson=/repo/global.json", "TargetFramework=net8.0", "TargetFrameworkVersion=v8.0");
        var generated = Generate(facts, new GenerationOptions { Today = Today, SdkPins = Pins(pin, roll, "My.Sdk") });
        Assert.IsNull(generated.Error);
        StringAssert.Contains(generated.Dockerfile, "/sdk:" + tag);
        Assert.DoesNotContain("global.json", generated.Reason);
    }

    [TestMethod]
    public void A_pin_chooses_among_the_SDK_images()
    {
        var old = App(Web, "GlobalJson=/repo/global.json", "TargetFramework=net8.0", "TargetFrameworkVersion=v8.0");
        var text = Generate(
            old, new GenerationOptions { Today = Today, SdkPins = Pins("8.0.100", "latestFeature") }).Dockerfile;
        StringAssert.Contains(text, "/sdk:8.0.");
    }

    [TestMethod]
    public void A_list_of_runtime_identifiers_with_both_libraries_gets_an_image_of_the_usual_one()
    {
        var listed = Generate(App(Web, "RuntimeIdentifiers=win-x64;linux-musl-x64;linux-x64;linux-arm64;osx-x64"));
        Assert.AreEqual(Generate(App(Web)).Dockerfile, listed.Dockerfile);
        var named = Generate(App(
            Web, "RuntimeIdentifiers=linux-x64;linux-musl-x64", "ContainerRuntimeIdentifier=linux-musl-x64"));
        StringAssert.Contains(named.Dockerfile, "-alpine");
    }
}
