using System;
using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>What the check makes of a project's properties and items; the base is judged by its name.</summary>
[TestClass]
public sealed class CheckContainerTests
{
    [TestMethod]
    public void A_good_image_is_one_line_that_says_what_will_be_made()
    {
        using var project = new PublishedProject().Offline();
        project.Check();

        Assert.AreEqual("", project.Findings);
        Assert.AreEqual(
            "DockerGuard: 3 labels, user 1654, ports 8080, base not read, base not pinned, 0 findings; "
                + "no policy (recommended, level 1)",
            project.Summary);
        Assert.IsNull(project.Task.PinnedDigest);
    }

    [TestMethod]
    public void Labels_are_completed_and_written_ones_stay_as_they_are()
    {
        const string Value = "a;b %3B $(c) @(d) *? 'e'";
        using var project = new PublishedProject().Offline();
        project.Task.Labels = Items.Of(("com.contoso.note", Value), ("org.opencontainers.image.title", "Shop"));
        project.Task.SourceUrl = "https://github.com/contoso/shop.git";
        project.Task.SourceRevision = "0123456789abcdef0123456789abcdef01234567";
        project.Check();

        Assert.AreEqual(Value, project.Labels["com.contoso.note"]);
        Assert.AreEqual("Shop", project.Labels["org.opencontainers.image.title"]);
        Assert.AreEqual("1.0", project.Labels["org.opencontainers.image.ref.name"]);
        Assert.AreEqual(project.Task.SourceRevision, project.Labels["org.opencontainers.image.revision"]);
        Assert.HasCount(5, project.Labels);
    }

    [TestMethod]
    public void A_label_that_is_switched_off_is_not_made()
    {
        using var project = new PublishedProject().Offline();
        project.Task.SuppressedLabels = ["title"];
        project.Check();

        CollectionAssert.AreEqual(
            new[] { "org.opencontainers.image.ref.name" }, project.Labels.Keys.ToArray());
    }

    [TestMethod]
    public void A_project_without_generated_labels_keeps_only_its_own()
    {
        using var project = new PublishedProject().Offline();
        project.Task.GeneratesLabels = false;
        project.Task.Labels = Items.Of(("com.contoso.note", "n"));
        project.Check();

        CollectionAssert.AreEqual(new[] { "com.contoso.note" }, project.Labels.Keys.ToArray());
    }

    [TestMethod]
    public void Findings_stand_at_the_elements_that_cause_them()
    {
        using var project = new PublishedProject().Offline().With("Web.csproj", """
            <Project>
              <PropertyGroup>
                <ContainerUser>1000</ContainerUser>
              </PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="80" Type="tcp" />
                <ContainerEnvironmentVariable Include="AWS_SECRET_ACCESS_KEY" Value="wJalrXUtnFEMI" />
              </ItemGroup>
            </Project>
            """);
        project.Task.ContainerUser = "1000";
        project.Task.Ports = [Items.With("80", "Type", "tcp")];
        project.Task.EnvironmentVariables = Items.Of(("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI"));
        project.Check(succeeds: false);

        Assert.AreEqual("error DG3002 Web.csproj(7,74); warning DG2002 Web.csproj(6,29)", project.Findings);
        Assert.IsFalse(project.Output.Contains("wJalrXUtnFEMI", StringComparison.Ordinal), project.Output);
    }

    [TestMethod]
    public void A_finding_stands_in_the_imported_file_that_causes_it()
    {
        using var project = new PublishedProject().Offline()
            .With("Directory.Build.props", "<Project>\n<PropertyGroup>\n<ContainerUser>root</ContainerUser>\n"
                + "</PropertyGroup>\n</Project>");
        project.Task.ProjectFiles =
        [
            new TaskItem(project.Folder["Directory.Build.props"]), new TaskItem(project.Folder["Web.csproj"]),
        ];
        project.Task.ContainerUser = "root";
        project.Check(succeeds: false);

        Assert.AreEqual("error DG2001 Directory.Build.props(3,16)", project.Findings);
        StringAssert.Contains(project.Summary, ", 1 error; ", "a failure tells by which policy, too");
    }

    [TestMethod]
    public void A_finding_about_what_no_element_says_stands_at_the_project()
    {
        using var project = new PublishedProject().Offline();
        project.Task.ContainerUser = "root";
        project.Check(succeeds: false);

        Assert.AreEqual("error DG2001 Web.csproj(1,1)", project.Findings);
    }

    [TestMethod]
    public void A_written_base_is_judged_where_it_is_written()
    {
        const string Written = "mcr.microsoft.com/dotnet/aspnet:latest";
        using var project = new PublishedProject().Offline().With(
            "Web.csproj",
            $"<Project>\n<PropertyGroup>\n<ContainerBaseImage>{Written}</ContainerBaseImage>\n"
                + "</PropertyGroup>\n</Project>");
        project.Task.BaseTag = "latest";
        project.Task.WrittenBaseImage = Written;
        project.Check();

        Assert.AreEqual("warning DG1004 Web.csproj(3,21)", project.Findings);
    }

    [TestMethod]
    [DataRow(true, "DG6002")]
    [DataRow(false, "")]
    public void The_tag_latest_matters_only_to_an_image_that_is_pushed(bool isPushed, string expected)
    {
        using var project = new PublishedProject().Offline();
        project.Task.ImageTags = ["latest"];
        project.Task.IsPushed = isPushed;
        project.Check();

        Assert.AreEqual(expected, string.Join(",", project.Warnings.Select(warning => warning.Code)));
    }

    [TestMethod]
    public void NoWarn_silences_and_nothing_is_lost_by_it()
    {
        using var project = new PublishedProject().Offline(("NoWarn", "DG2001"));
        project.Task.ContainerUser = "root";
        project.Check();

        Assert.AreEqual("", project.Findings);
        StringAssert.StartsWith(
            project.Summary,
            "DockerGuard: 3 labels, user root, ports 8080, base not read, base not pinned, 0 findings; "
                + "1 silenced by NoWarn; ");
        Assert.HasCount(2, project.Labels);
    }

    [TestMethod]
    [DataRow(false, "warning DG0008 .dockerguard.yml(1,56)")]
    [DataRow(true, "")]
    public void A_waiver_silences_and_its_end_is_told_once_a_build(bool isTold, string expected)
    {
        using var project = new PublishedProject().Offline()
            .With(".dockerguard.yml", "waivers: [{rule: DG2001, reason: r, owner: o, expires: 2026-11-23}]");
        project.Task.ContainerUser = "root";
        project.Task.WaiversAreTold = isTold;
        project.Check();

        Assert.AreEqual(expected, project.Findings);
    }

    [TestMethod]
    public void The_log_of_findings_lies_beside_that_of_the_Dockerfiles()
    {
        using var project = new PublishedProject().Offline(("DockerGuardSarif", "log.sarif"));
        project.Task.ContainerUser = "root";
        project.Check(succeeds: false);

        StringAssert.Contains(File.ReadAllText(project.Folder["log.container.sarif"]), "\"DG2001\"");
        Assert.IsFalse(File.Exists(project.Folder["log.sarif"]));
    }
}
