using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

/// <summary>
/// The model of the SDK's way: each value with the element of the project that set it, or the base it comes from.
/// </summary>
[TestClass]
public sealed class ProjectModelReaderTests : IDisposable
{
    private const string Chiseled = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerguard-").FullName;

    private string ProjectFile => Path.Combine(_folder, "Web.csproj");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Each_value_comes_from_its_element()
    {
        var model = Read(
            """
            <Project>
              <PropertyGroup>
                <ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:10.0</ContainerBaseImage>
                <ContainerUser>app</ContainerUser>
                <ContainerImageTags>1.0;latest</ContainerImageTags>
              </PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="5000" Type="udp" />
                <ContainerEnvironmentVariable Include="TZ" Value="UTC" />
                <ContainerLabel Include="com.contoso.team" Value="shop" />
              </ItemGroup>
            </Project>
            """,
            new Container
            {
                BaseImage = "mcr.microsoft.com/dotnet/aspnet:10.0",
                IsBaseWritten = true,
                User = "app",
                Tags = ["1.0", "latest"],
                Ports = [new("5000", "udp")],
                Environment = [new("TZ", "UTC")],
                Labels = [new("com.contoso.team", "shop")],
            });

        Assert.AreEqual(
            "Web.csproj 3: mcr.microsoft.com/dotnet/aspnet:10.0", At(model.Base!.Origin) + model.Base.Written);
        Assert.AreEqual("Web.csproj 4: app", Shown(model.User!));
        CollectionAssert.AreEqual(
            new[] { "Web.csproj 5: 1.0", "Web.csproj 5: latest" }, model.Tags.Select(Shown).ToArray());
        Assert.AreEqual(
            "Web.csproj 8: " + new ContainerPort(5000, 5000, "udp"),
            Shown(model.Ports.Single(port => !port.IsInherited)));
        Assert.AreEqual(
            "Web.csproj 9: " + new EnvironmentVariable("TZ", "UTC"),
            Shown(model.Environment.Single(value => !value.IsInherited)));
        Assert.AreEqual("Web.csproj 10: " + new ImageLabel("com.contoso.team", "shop"), Shown(model.Labels.Single()));
        Assert.AreEqual(Origin.StartOf(ProjectFile), model.FixOrigin);
    }

    [TestMethod]
    public void What_no_element_states_comes_from_the_project_file()
    {
        var model = Read("<Project />", new Container
        {
            User = "1654",
            Tags = ["1.0"],
            Ports = [new("8081", "tcp")],
            Environment = [new("TZ", "UTC")],
            Labels = [new("a", "b")],
        });
        var origins = new[]
        {
            model.Base!.Origin, model.User!.Origin, model.Tags[0].Origin,
            model.Ports.Single(port => !port.IsInherited).Origin,
            model.Environment.Single(value => !value.IsInherited).Origin, model.Labels[0].Origin,
        };
        Assert.IsTrue(origins.All(origin => origin == Origin.StartOf(ProjectFile)));
    }

    [TestMethod]
    public void What_the_base_brings_is_inherited_where_the_base_is_written()
    {
        var model = Read(
            "<Project><PropertyGroup>\n<ContainerFamily>noble-chiseled</ContainerFamily></PropertyGroup></Project>",
            new Container { Environment = [new("OWN", "1")], Labels = [new("own", "1"), new("both", "ours")] },
            new ImageConfig
            {
                User = "1000",
                Environment = new Dictionary<string, string> { ["LANG"] = "C", ["OWN"] = "0" },
                Labels = new Dictionary<string, string> { ["base"] = "1", ["both"] = "theirs" },
                ExposedPorts = ["8080/tcp", "no port"],
                Volumes = ["/data"],
            },
            "ContainerFamily=noble-chiseled");

        Assert.AreEqual("Web.csproj 2: 1000 (inherited)", Shown(model.User!));
        CollectionAssert.AreEqual(
            new[] { "LANG=C inherited", "OWN=1" },
            model.Environment.Select(
                value => $"{value.Value.Name}={value.Value.Value}{(value.IsInherited ? " inherited" : "")}").ToArray());
        CollectionAssert.AreEqual(
            new[] { "base=1 inherited", "own=1", "both=ours" },
            model.Labels.Select(
                value => $"{value.Value.Key}={value.Value.Value}{(value.IsInherited ? " inherited" : "")}").ToArray());
        CollectionAssert.AreEqual(new[] { "own", "both" }, model.OwnLabels.Select(label => label.Value.Key).ToArray());
        Assert.AreEqual(
            $"Web.csproj 2: {new ContainerPort(8080, 8080, "tcp")} (inherited)", Shown(model.Ports.Single()));
        Assert.AreEqual("Web.csproj 2: /data (inherited)", Shown(model.Volumes.Single()));
    }

    [TestMethod]
    [DataRow("app", "1654", "0", "app", false, DisplayName = "ContainerUser first")]
    [DataRow("", "1654", "0", "1654", true, DisplayName = "then APP_UID")]
    [DataRow(null, null, "1000", "1000", true, DisplayName = "then the base's user")]
    [DataRow(null, "", "1000", "1000", true, DisplayName = "an empty APP_UID is none")]
    [DataRow(null, null, "", "root", true, DisplayName = "a base without a user runs as root")]
    public void The_user_is_the_one_the_SDK_sets(
        string? user, string? uid, string baseUser, string expected, bool isInherited)
    {
        var environment = uid is null ? [] : new Dictionary<string, string> { ["APP_UID"] = uid };
        var model = Read(
            "<Project />",
            new Container { User = user },
            new ImageConfig { User = baseUser, Environment = environment });
        Assert.AreEqual((expected, isInherited), (model.User!.Value, model.User.IsInherited));
    }

    [TestMethod]
    public void The_projects_own_APP_UID_is_no_inherited_user()
    {
        var model = Read(
            "<Project><ItemGroup>\n<ContainerEnvironmentVariable Include=\"APP_UID\" Value=\"0\" "
                + "/></ItemGroup></Project>",
            new Container { Environment = [new("APP_UID", "0")] },
            new ImageConfig { User = "1654", Environment = new Dictionary<string, string> { ["APP_UID"] = "1654" } });
        Assert.AreEqual("Web.csproj 2: 0", Shown(model.User!));
    }

    [TestMethod]
    public void Nothing_is_said_of_a_base_nobody_knows()
    {
        var model = Read("<Project />", new Container { BaseImage = "registry.contoso.com/base:1" }, null);
        Assert.IsNull(model.User);
        Assert.IsNull(model.Base!.Catalog);
        Assert.IsEmpty(model.Environment);
        Assert.AreEqual("registry.contoso.com/base:1", model.Base.Written);
    }

    [TestMethod]
    public void A_port_that_is_none_is_left_to_the_SDK() => Assert.IsEmpty(
        Read(
            "<Project />",
            new Container { Ports = [new("http", "tcp"), new("70000", "tcp")] },
            new ImageConfig()).Ports);

    [TestMethod]
    public void One_framework_is_published_and_a_health_check_has_no_place()
    {
        var model = Read(
            "<Project />", new Container(), null, "TargetFrameworks=net8.0;net10.0", "TargetFrameworkVersion=v10.0");
        CollectionAssert.AreEqual(new[] { new Version(10, 0) }, model.TargetFrameworks.ToArray());
        Assert.IsFalse(model.CanHaveHealthcheck);
    }

    [TestMethod]
    public void A_base_at_a_mirror_is_known()
    {
        var mirrors = new RegistryMirrors([KeyValuePair.Create("mcr.microsoft.com", "registry.contoso.com/mcr")]);
        var reader = Reader(
            "<Project />", new Container { BaseImage = "registry.contoso.com/mcr/dotnet/aspnet:10.0-noble-chiseled" });
        Assert.AreEqual("noble-chiseled", reader.Read(ImageCatalog.Default, mirrors, null).Base!.Catalog!.Family.Name);
    }

    private ImageModel Read(string xml, Container container) =>
        Read(xml, container, ImageCatalog.Default.Find(ImageReference.Parse(container.BaseImage))!.ToConfig());

    private ImageModel Read(string xml, Container container, ImageConfig? baseConfig, params string[] properties) =>
        Reader(xml, container, properties).Read(ImageCatalog.Default, RegistryMirrors.Empty, baseConfig);

    private ProjectModelReader Reader(string xml, Container container, params string[] properties)
    {
        File.WriteAllText(ProjectFile, xml);
        var facts = new ContainerFacts
        {
            ProjectFile = ProjectFile,
            BaseImage = ImageReference.Parse(container.BaseImage),
            WrittenBaseImage = container.IsBaseWritten ? container.BaseImage : null,
            User = container.User,
            Tags = container.Tags,
            Ports = container.Ports,
            Environment = container.Environment,
            Labels = container.Labels,
        };
        var project =
            properties.Select(property => property.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        return new ProjectModelReader(facts, ProjectFacts.From(project), ProjectElements.Load([ProjectFile]));
    }

    private static string Shown<T>(Known<T> known) =>
        At(known.Origin) + known.Value + (known.IsInherited ? " (inherited)" : "");

    private static string At(Origin origin) =>
        origin is FileOrigin place
            ? $"{Path.GetFileName(place.File)} {place.Span.Line}: "
            : throw new AssertFailedException($"{origin}");

    /// <summary>What a test says of a project.</summary>
    private sealed record Container
    {
        public string BaseImage { get; init; } = Chiseled;

        public bool IsBaseWritten { get; init; }

        public string? User { get; init; }

        public string[] Tags { get; init; } = [];

        public WrittenPort[] Ports { get; init; } = [];

        public EnvironmentVariable[] Environment { get; init; } = [];

        public ImageLabel[] Labels { get; init; } = [];
    }
}
