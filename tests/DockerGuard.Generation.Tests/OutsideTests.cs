using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>A build context holds the sources and no more, whatever a build reads elsewhere.</summary>
[TestClass]
public sealed class OutsideTests
{
    private const string Advice = ": no image build is given anything from there; put it below, or name a folder that "
        + "holds both as DockerfileContext";

    [TestMethod]
    [DataRow(
        "Outside=Item!/etc/x/A.cs!Compile!needed",
        "Web.csproj reads '/etc/x/A.cs' (Compile), which lies outside the repository '/repo'" + Advice)]
    [DataRow(
        "Outside=PackageFolder!/feeds!a source in nuget.config!needed;NuGetConfig!/nuget.config!!may",
        "Web.csproj reads '/feeds' (a source in nuget.config), which lies outside the repository '/repo': no image "
            + "build is given anything from there; put the packages below, let restore take them from a feed with an "
            + "address, or name a folder that holds both as DockerfileContext")]
    [DataRow(
        "Outside=Import!/b.props!b.props!needed;Item!/a.cs!Compile!needed",
        "Web.csproj reads '/b.props' and 1 more, which lies outside the repository '/repo'" + Advice)]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|SourceLimit=/repo/src|Item=/repo/A.cs",
        "Web.csproj reads '/repo/A.cs', which lies outside the folder of the sources, '/repo/src/Web'" + Advice)]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|SolutionFolder=/repo/src/Web|Item=/repo/src/A.cs",
        "Web.csproj reads '/repo/src/A.cs', which lies outside the folder of the sources, '/repo/src/Web'" + Advice)]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|Item=/etc/A.cs",
        "Web.csproj reads '/etc/A.cs', which lies outside the folder of the sources, '/repo/src/Web'" + Advice)]
    [DataRow(
        "Outside=Item!/etc/A.cs!Compile!needed!/repo/src/Web/A.cs",
        "Web.csproj reads '/etc/A.cs' (Compile) through the link '/repo/src/Web/A.cs', which lies outside the "
            + "repository '/repo'" + Advice)]
    [DataRow(
        "Outside=Item!/repo/A.cs!Compile!needed!/repo/src/Web/A.cs!Absolute",
        "Web.csproj reads '/repo/A.cs' (Compile) through the link '/repo/src/Web/A.cs': the link is an absolute path, "
            + "which leads nowhere in an image; make it a path from the link's own folder")]
    [DataRow(
        "Outside=ItemFolder!/repo/eng!a.props!needed!/repo/src/eng!Folder",
        "Web.csproj reads '/repo/eng' (a.props) through the link '/repo/src/eng': restore is given single files, and a "
            + "link of a folder is none; name what it leads to")]
    public void What_a_build_needs_elsewhere_is_refused(string properties, string error)
    {
        var generated = Generate(App(properties.Split('|')));
        Assert.AreEqual(error, generated.Error);
        Assert.IsTrue(generated.IsOutside);
    }

    [TestMethod]
    [DataRow("Outside=NuGetConfig!/nuget.config!nuget.config!may", "/repo/src/Web", "the repository '/repo'")]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|SourceLimit=/repo|NuGetConfig=/nuget.config", "/repo/src/Web",
        "the folder of the sources, '/repo/src/Web'")]
    public void What_it_does_without_is_told(string properties, string context, string limit)
    {
        var generated = Generate(App(properties.Split('|')));
        Assert.IsNull(generated.Error);
        Assert.AreEqual(context, generated.ContextDirectory);
        Assert.AreEqual(
            $"Web.csproj reads '/nuget.config', which lies outside {limit}, so the image is built without it; where "
                + "restore needs its feeds, build with --secret id=nuget_config,src=/nuget.config",
            string.Join("|", generated.Remarks));
    }

    [TestMethod]
    [DataRow("Import=/home/me/Directory.Build.props", "/home/me/shop/src/Web", 1)]
    [DataRow("ProjectReference=/home/me/shop/src/Lib/Lib.csproj", "/home/me/shop/src", 0)]
    [DataRow("Item=/home/me/shop/A.cs", "/home/me/shop", 0)]
    [DataRow("SolutionFolder=/home/me/shop|Item=/home/me/shop/A.cs", "/home/me/shop", 0)]
    [DataRow("SolutionFolder=/home/me/shop/src/Web|Import=/home/me/shop/Directory.Build.props", "/home/me/shop", 0)]
    public void Without_a_repository_it_never_reaches_a_home(string properties, string context, int remarks)
    {
        var generated = Generate(App(
        [
            "MSBuildProjectFullPath=/home/me/shop/src/Web/Web.csproj", "MSBuildProjectDirectory=/home/me/shop/src/Web",
            "RepositoryRoot=/home/me/shop/src/Web", "SourceLimit=/home/me/shop", .. properties.Split('|'),
        ]));
        Assert.AreEqual(context, generated.ContextDirectory, generated.Error);
        Assert.HasCount(remarks, generated.Remarks);
    }

    [TestMethod]
    public void A_folder_that_is_named_brings_what_it_holds()
    {
        var facts = App(
            Web,
            "Outside=Item!/srv/shared/A.cs!Compile!needed;Import!/srv/Directory.Build.props!!may",
            "MSBuildProjectFullPath=/srv/shop/Web/Web.csproj",
            "MSBuildProjectDirectory=/srv/shop/Web",
            "RepositoryRoot=/srv/shop");
        var generated = Generate(facts, new GenerationOptions { Today = Today, ContextDirectory = "/srv" });
        StringAssert.Contains(generated.Dockerfile, "COPY [\"Directory.Build.props\", \"./\"]");
        StringAssert.Contains(generated.Dockerfile, "COPY [\"shared/A.cs\", \"shared/\"]");
        Assert.IsEmpty(generated.Remarks);
    }
}
