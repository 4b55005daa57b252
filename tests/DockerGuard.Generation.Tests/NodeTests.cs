using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>A build that runs Node.js gets one that it takes.</summary>
[TestClass]
public sealed class NodeTests
{
    [TestMethod]
    [DataRow("", "24")]
    [DataRow("v20.11.1", "20.11.1")]
    [DataRow("=18.19.0", "18.19.0")]
    [DataRow("22", "22")]
    [DataRow("v22", "22")]
    [DataRow("lts/jod", "22")]
    [DataRow("lts/*", "24")]
    [DataRow("node", "24")]
    [DataRow("*", "24")]
    [DataRow(">=18", "24")]
    [DataRow(">= 18.12.0", "24")]
    [DataRow(">18 <23", "22")]
    [DataRow(">=16.0.0 <=20.x", "20")]
    [DataRow("^18.12 || ^20.9", "20")]
    [DataRow("18.x || >=20.0.0", "24")]
    [DataRow("14 - 18", "18")]
    [DataRow("~20.10.0", "20")]
    [DataRow("<=20.10.0", "18")]
    [DataRow("< 21", "20")]
    [DataRow("^21.0.0", "21")]
    [DataRow(">=30", "30")]
    [DataRow("<10", "10")]
    [DataRow("nonsense, RUN x", "24")]
    public void A_version_is_one_the_project_takes(string written, string tag)
    {
        var text = Generate(App(Web).With("NodeFolders", $"/repo/src/Web!package-lock.json!{written}!npm")).Dockerfile;

        Assert.Contains($"FROM --platform=$BUILDPLATFORM docker.io/library/node:{tag}-bookworm-slim AS node\n", text);
    }

    [TestMethod]
    public void A_folder_outside_the_build_brings_nothing() =>
        Assert.DoesNotContain("AS node", Generate(App(Web, "NodeFolders=/elsewhere!!!npm")).Dockerfile!);
}
