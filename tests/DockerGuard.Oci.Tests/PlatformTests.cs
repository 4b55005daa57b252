namespace DockerGuard.Oci.Tests;

[TestClass]
public sealed class PlatformTests
{
    [TestMethod]
    [DataRow("linux/amd64", "linux/amd64")]
    [DataRow("linux", "linux/amd64")]
    [DataRow("arm64", "linux/arm64")]
    [DataRow("Linux/AArch64", "linux/arm64")]
    [DataRow("linux/arm64/v8", "linux/arm64")]
    [DataRow("linux/x86_64/v1", "linux/amd64")]
    [DataRow("linux/amd64/v3", "linux/amd64/v3")]
    [DataRow("linux/arm", "linux/arm/v7")]
    [DataRow("linux/arm/6", "linux/arm/v6")]
    [DataRow("armhf", "linux/arm/v7")]
    [DataRow("linux/armel", "linux/arm/v6")]
    [DataRow("i386", "linux/386")]
    [DataRow("windows(10.0.17763)/amd64", "windows(10.0.17763)/amd64")]
    public void Is_read_in_the_form_Docker_gives_it(string text, string expected) =>
        Assert.AreEqual(expected, Platform.Read(text).ToString());

    [TestMethod]
    [DataRow("linux", true)]
    [DataRow("aarch64", true)]
    [DataRow("windows(10.0.17763)/amd64", true)]
    [DataRow("any/thing/goes", true)]
    [DataRow("lunix", false)]
    [DataRow("", false)]
    [DataRow("linux/", false)]
    [DataRow("linux/arm/v7/x", false)]
    [DataRow("linux/am d64", false)]
    [DataRow("(1)", false)]
    public void Is_one_to_three_parts(string text, bool expected) => Assert.AreEqual(expected, Platform.IsValid(text));

    [TestMethod]
    [DataRow("linux/arm64", "linux/arm64/v8", true)]
    [DataRow("linux/arm/v7", "linux/arm/v6", true)]
    [DataRow("linux/arm/v6", "linux/arm/v7", false)]
    [DataRow("linux/amd64", "linux/arm64", false)]
    [DataRow("linux/amd64", "windows/amd64", false)]
    [DataRow("linux/amd64", "linux/amd64/v3", false)]
    public void Some_images_serve_another_platform(string wanted, string offered, bool expected) =>
        Assert.AreEqual(expected, Platform.Read(wanted).Match(Platform.Read(offered)) > 0);

    [TestMethod]
    public void Of_several_images_the_same_platform_serves_best()
    {
        var wanted = new Platform("linux", "arm");
        int MatchOf(string variant) => wanted.Match(new Platform("linux", "arm", variant));

        Assert.IsGreaterThan(MatchOf("v6"), MatchOf("v7"));
        Assert.IsGreaterThan(MatchOf("v5"), MatchOf("v6"));
    }
}
