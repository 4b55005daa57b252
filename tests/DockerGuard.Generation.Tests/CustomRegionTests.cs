using System;
using DockerGuard.Dockerfiles.Text;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

[TestClass]
public sealed class CustomRegionTests
{
    private const string Begin = "# dockerguard begin custom\n", End = "# dockerguard end custom\n";
    private static readonly string Text = Generate(App(Web)).Dockerfile;

    private static string With(string before, string region) =>
        Text.Replace(before, Begin + region + End + before, StringComparison.Ordinal);

    [TestMethod]
    [DataRow("USER 1654\n", "ENV COLOR=green\n")]
    [DataRow("RUN dotnet publish", "RUN make assets\nCOPY a b\n")]
    [DataRow("ENTRYPOINT", "# ours\nHEALTHCHECK NONE\n\n")]
    public void A_region_stays_where_it_is_when_the_project_changes(string before, string region)
    {
        var text = With(before, region);
        Assert.IsTrue(GeneratedFileHeader.IsUnmodified(text));
        var regions = CustomRegions.Take(text)!;
        Assert.AreEqual(Text, regions.Rest);
        Assert.IsNull(regions.FirstMisplaced(isDockerfile: true));
        Assert.AreEqual(text, regions.PutInto(Text, isDockerfile: true));

        var changed = Generate(
            App(Web, "AssemblyName=Store", "ProjectReference=/repo/src/Lib/Lib.csproj", "UseAppHost=false")).Dockerfile;
        var merged = regions.PutInto(changed, isDockerfile: true);
        StringAssert.Contains(merged, Begin + region + End + before);
        Assert.AreEqual(changed, CustomRegions.Take(merged)!.Rest);
    }

    [TestMethod]
    public void Several_regions_keep_their_order()
    {
        var text = With("ENTRYPOINT", "LABEL a=1\n" + End + "#dockerguard begin custom\nLABEL b=2\n")
            .Replace("USER 1654\n", Begin + "RUN x\n" + End + "USER 1654\n", StringComparison.Ordinal);
        Assert.AreEqual(text, CustomRegions.Take(text)!.PutInto(Text, isDockerfile: true));
    }

    [TestMethod]
    public void A_region_elsewhere_has_no_place()
    {
        Assert.AreEqual(
            Text.Split("WORKDIR /src")[0].Split('\n').Length,
            CustomRegions.Take(With("WORKDIR /src", "RUN x\n"))!.FirstMisplaced(isDockerfile: true));
        Assert.IsNotNull(CustomRegions.Take(Text + Begin + End)!.FirstMisplaced(isDockerfile: true));
    }

    [TestMethod]
    public void An_ignore_file_keeps_one_at_its_end()
    {
        var generated = Generate(App(Web)).IgnoreFile;
        var text = generated + Begin + "!certs/dev.pfx\n" + End;
        Assert.IsTrue(GeneratedFileHeader.IsUnmodified(text));
        var regions = CustomRegions.Take(text)!;
        Assert.IsNull(regions.FirstMisplaced(isDockerfile: false));
        Assert.AreEqual("x\n" + Begin + "!certs/dev.pfx\n" + End, regions.PutInto("x\n", isDockerfile: false));
        Assert.AreEqual(1, CustomRegions.Take(Begin + End + generated)!.FirstMisplaced(isDockerfile: false));
    }

    [TestMethod]
    [DataRow("# dockerguard begin custom\nRUN x\n")]
    [DataRow("# dockerguard end custom\n")]
    [DataRow("# dockerguard begin custom\n# dockerguard begin custom\n# dockerguard end custom\n")]
    public void Half_a_region_is_a_change_by_hand(string marks)
    {
        var text = Text.Replace("ENTRYPOINT", marks + "ENTRYPOINT", StringComparison.Ordinal);
        Assert.IsNull(CustomRegions.Take(text));
        Assert.IsTrue(GeneratedMark.IsIn(text));
        Assert.IsFalse(GeneratedFileHeader.IsUnmodified(text));
    }

    [TestMethod]
    public void Line_ends_of_Windows_change_nothing()
    {
        var text = With("ENTRYPOINT", "LABEL a=1\n").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.IsTrue(GeneratedFileHeader.IsUnmodified("\uFEFF" + text));
        Assert.AreEqual(With("ENTRYPOINT", "LABEL a=1\n"), CustomRegions.Take(text)!.PutInto(Text, isDockerfile: true));
    }
}
