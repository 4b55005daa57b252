using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>What cannot be used is one coded error, before a registry is asked.</summary>
[TestClass]
public sealed class BadInputTests
{
    [TestMethod]
    [DataRow("mcr.microsoft.com", "dotnet/ASPNET", "10.0", null, "mcr.microsoft.com/dotnet/ASPNET:10.0")]
    [DataRow(null, "aspnet", "not a tag", null, "aspnet:not a tag")]
    [DataRow("", "aspnet", "", "sha256:12", "aspnet@sha256:12")]
    [DataRow("mcr.microsoft.com", "", null, null, "mcr.microsoft.com/")]
    public void A_base_that_is_no_reference(
        string? registry, string repository, string? tag, string? digest, string told)
    {
        using var project = new PublishedProject();
        (project.Task.BaseRegistry, project.Task.BaseRepository, project.Task.BaseTag, project.Task.BaseDigest) =
            (registry, repository, tag, digest);
        var error = project.Refuse();

        Assert.AreEqual("error DG0014 Web.csproj(1,1)", project.Findings);
        Assert.AreEqual($"ContainerBaseImage '{told}' is not an image reference", error.Message);
        Assert.AreEqual(digest, project.Task.PinnedDigest);
    }

    [TestMethod]
    [DataRow("DockerGuardRegistryTimeout", "0", "write seconds from 1 to 600")]
    [DataRow("DockerGuardRegistryTimeout", "a minute", "write seconds from 1 to 600")]
    [DataRow("DockerGuardReadBaseImage", "maybe", "write true or false")]
    [DataRow("DockerGuardPinBaseImage", "1", "write true or false")]
    public void A_property_that_is_no_value(string name, string value, string advice)
    {
        using var project = new PublishedProject().Set((name, value));
        var error = project.Refuse();

        Assert.AreEqual("error DG0014 Web.csproj(1,1)", project.Findings);
        Assert.AreEqual($"{name} is '{value}'; {advice}", error.Message);
    }

    [TestMethod]
    public void A_label_that_is_ours()
    {
        using var project = new PublishedProject().Offline();
        project.Task.Labels = Items.Of(("dockerguard.state", "mine"));
        var error = project.Refuse();

        Assert.AreEqual("error DG0014 Web.csproj(1,1)", project.Findings);
        StringAssert.StartsWith(error.Message, "ContainerLabel has a label 'dockerguard.state', which DockerGuard");
    }

    [TestMethod]
    public async Task A_broken_policy_asks_no_registry()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host).With(".dockerguard.yml", "profil: strict");
        project.Refuse();

        Assert.AreEqual("error DG0003 .dockerguard.yml(1,1)", project.Findings);
        Assert.IsEmpty(registry.Requests);
    }

    [TestMethod]
    public void A_project_file_that_is_no_XML_only_hides_the_places()
    {
        using var project = new PublishedProject().Offline().With("Web.csproj", "<Project>\n<ContainerUser>root");
        project.Task.ContainerUser = "root";
        project.Check(succeeds: false);

        Assert.AreEqual("error DG2001 Web.csproj(1,1)", project.Findings);
    }
}
