using System.IO;
using System.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class ChooseBaseImageTests
{
    private readonly RecordingEngine _engine = new();

    [TestMethod]
    public void The_choice_is_said_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        var task = Task(folder);
        Assert.IsTrue(task.Execute());
        Assert.AreEqual("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", task.BaseImage);
        Assert.AreEqual(
            "DockerGuard: base mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra (globalization is on, so "
                + "-extra)",
            _engine.Messages.Single().Message);
    }

    [TestMethod]
    public void The_family_of_the_project_is_kept()
    {
        using var folder = new TemporaryFolder();
        var task = Task(folder, ("ContainerFamily", "alpine"));
        Assert.IsTrue(task.Execute());
        StringAssert.StartsWith(task.BaseImage, "mcr.microsoft.com/dotnet/aspnet:10.0-alpine");
    }

    [TestMethod]
    public void A_written_base_is_taken_from_the_mirror()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder[".dockerguard.yml"], "registries: {mirrors: {mcr.microsoft.com: registry.contoso.com/mcr}}");
        var task = Task(folder);
        task.WrittenBaseImage = "mcr.microsoft.com/dotnet/aspnet:10.0";
        Assert.IsTrue(task.Execute());
        Assert.AreEqual("registry.contoso.com/mcr/dotnet/aspnet:10.0", task.BaseImage);
    }

    [TestMethod]
    public void A_project_no_Linux_image_runs_is_one_error()
    {
        using var folder = new TemporaryFolder();
        Assert.IsFalse(Task(folder, ("RuntimeIdentifier", "win-x64")).Execute());
        var error = _engine.Errors.Single();
        Assert.AreEqual("DG0012", error.Code);
        Assert.AreEqual(folder["Web.csproj"], error.File);
    }

    [TestMethod]
    public void A_library_no_image_has_is_a_warning_that_names_the_package()
    {
        using var folder = new TemporaryFolder();
        Assert.IsTrue(
            Task(folder, ("PackageReference", "Serilog;Microsoft.AspNetCore.Authentication.Negotiate")).Execute());
        var warning = _engine.Warnings.Single();
        Assert.AreEqual("DG0012", warning.Code);
        StringAssert.Contains(warning.Message, "Microsoft.AspNetCore.Authentication.Negotiate loads libgssapi_krb5");
        StringAssert.Contains(warning.Message, "libgssapi-krb5-2");
    }

    [TestMethod]
    public void A_broken_policy_chooses_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".dockerguard.yml"], "profil: strict");
        var task = Task(folder);
        Assert.IsFalse(task.Execute());
        Assert.AreEqual("", task.BaseImage);
        Assert.AreEqual("DG0003", _engine.Errors.Single().Code);
    }

    [TestMethod]
    public void An_MSBuild_that_starts_no_NET_task_publishes_nothing()
    {
        using var folder = new TemporaryFolder();
        var task = Task(folder);
        task.CanCheck = false;
        task.MSBuildVersion = "17.14.18";
        Assert.IsFalse(task.Execute());
        Assert.AreEqual("DG0013", _engine.Errors.Single().Code);
    }

    [TestMethod]
    public void A_day_that_is_none_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var task = Task(folder);
        task.Settings = Items.Of(("DockerGuardToday", "22.11.2026"));
        Assert.IsFalse(task.Execute());
        Assert.AreEqual("DG0014", _engine.Errors.Single().Code);
    }

    private ChooseBaseImage Task(TemporaryFolder folder, params (string Name, string Value)[] more)
    {
        Directory.CreateDirectory(folder[".git"]); // the search for a policy ends here
        return new ChooseBaseImage
        {
            BuildEngine = _engine,
            Facts = Items.FactsOf(folder, more),
            Settings = Items.Of(("DockerGuardToday", "2026-11-22")),
        };
    }
}
