using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>
/// The image a project describes without a Dockerfile: the same rules, reported at the project element that caused the
/// finding.
/// </summary>
[TestClass]
public sealed class ProjectImageTests
{
    private const string ProjectFile = "/repository/Web.csproj";
    private const string SharedFile = "/repository/Directory.Build.props";

    private static readonly Origin Project = Origin.StartOf(ProjectFile);

    [TestMethod]
    public void Good_project_is_silent() => AssertFindings(Good());

    [TestMethod]
    [DataRow("root")]
    [DataRow("0")]
    [DataRow("0:0")]
    [DataRow("root:app")]
    public void User_root_is_reported_at_the_property(string user) =>
        AssertFindings(Good(user: new(user, At(9))), $"DG2001 Web.csproj 9: the image runs as root (user '{user}')");

    [TestMethod]
    public void Root_of_the_base_is_reported_at_the_base() =>
        AssertFindings(
            Good(user: new("root", At(8), IsInherited: true), image: "mcr.microsoft.com/dotnet/aspnet:10.0"),
            "DG2001 Web.csproj 8: the image runs as root: base 'mcr.microsoft.com/dotnet/aspnet:10.0' does, and no "
                + "other user is set");

    [TestMethod]
    public void Port_below_1024_is_reported_at_the_item() =>
        AssertFindings(
            Good(ports: [
                new(new(80, 80, "tcp"), At(12)), new(new(8080, 8080, "tcp"), At(13)),
                new(new(443, 443, "tcp"), At(8), IsInherited: true),
            ]),
            "DG2002 Web.csproj 12: port 80 is below 1024, and user '1654' may not listen there");

    [TestMethod]
    public void Variables_are_reported_at_their_items() =>
        AssertFindings(
            Good(environment:
            [
                Variable("ASPNETCORE_ENVIRONMENT", "Development", 20),
                Variable("DB_PASSWORD", "hunter2", 21),
                Variable("ConnectionStrings__Shop", "Server=db;Password=hunter2", 22),
                Variable("ASPNETCORE_HTTPS_PORTS", "443", 23),
                Variable("API_TOKEN", "", 24),
                Variable("TZ", "UTC", 25),
            ]),
            "DG2003 Web.csproj 20: the image starts with ASPNETCORE_ENVIRONMENT=Development",
            "DG3002 Web.csproj 21: environment variable 'DB_PASSWORD' ships a secret in the image",
            "DG3002 Web.csproj 22: environment variable 'ConnectionStrings__Shop' ships a secret in the image",
            "DG2002 Web.csproj 23: the app is told to listen on port 443, which is below 1024, and user '1654' may "
                + "not");

    [TestMethod]
    public void Inherited_secret_is_the_base_images_affair() =>
        AssertFindings(Good(environment: [new(new("DB_PASSWORD", "hunter2"), At(8), IsInherited: true)]));

    [TestMethod]
    public void Missing_label_is_reported_at_the_project_and_an_empty_one_at_its_item() =>
        AssertFindings(
            Good(labels: [new(new("com.contoso.team", " "), At(30))]),
            new RuleSettings
            {
                Today = LintCase.Today,
                Labels = new LabelSettings { Required = ["org.opencontainers.image.source", "com.contoso.team"] },
            },
            "DG6001 Web.csproj 1: the policy requires label 'org.opencontainers.image.source', and the image has none",
            "DG6001 Web.csproj 30: label 'com.contoso.team' is empty, and the policy requires it");

    [TestMethod]
    public void Latest_is_reported_when_it_is_pushed_alone() =>
        AssertFindings(
            Good(tags: [new("latest", At(7))], isPushed: true),
            "DG6002 Web.csproj 7: the image is pushed as 'latest' only, so no deployment can name this build");

    [TestMethod]
    public void Latest_beside_a_version_and_latest_at_home_are_fine()
    {
        AssertFindings(Good(tags: [new("latest", At(7)), new("1.4.2", At(7))], isPushed: true));
        AssertFindings(Good(tags: [new("1.4.2", At(7))], isPushed: true));
        AssertFindings(Good(tags: [new("latest", At(7))], isPushed: false));
    }

    [TestMethod]
    public void Base_is_judged_where_it_was_written() =>
        AssertFindings(
            Good(
                image: "mcr.microsoft.com/dotnet/sdk:9.0",
                baseOrigin: new FileOrigin(SharedFile, new SourceSpan(4, 5, 4, 40))),
            new RuleSettings
            {
                Today = LintCase.Today,
                Registries = new RegistrySettings { Trusted = ["registry.contoso.com"] },
            },
            "DG1001 Directory.Build.props 4: image 'mcr.microsoft.com/dotnet/sdk:9.0' comes from 'mcr.microsoft.com', "
                + "which is not among the trusted registries",
            "DG1002 Directory.Build.props 4: the image that ships is built on the SDK image "
                + "'mcr.microsoft.com/dotnet/sdk:9.0'",
            "DG1005 Directory.Build.props 4: image 'mcr.microsoft.com/dotnet/sdk:9.0' carries .NET 9.0, which went out "
                + "of support on 2026-11-10",
            "DG7004 Directory.Build.props 4: the project targets net10.0, which the .NET 9.0 SDK cannot build");

    [TestMethod]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet",
        "DG1003 Web.csproj 8: image 'mcr.microsoft.com/dotnet/aspnet' has no tag, so every build may get another one")]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:latest",
        "DG1004 Web.csproj 8: image 'mcr.microsoft.com/dotnet/aspnet:latest' is taken by the moving tag latest")]
    [DataRow(
        "mcr.microsoft.com/dotnet/runtime:10.0",
        "DG7005 Web.csproj 8: base 'mcr.microsoft.com/dotnet/runtime:10.0' has no ASP.NET Core, which the app "
            + "references")]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled",
        "DG7006 Web.csproj 8: globalization is on, and base 'mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled' has "
            + "no ICU: cultures, casing and sorting silently become invariant")]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:10.0-alpine-extra",
        "DG7007 Web.csproj 8: the app is built for linux-x64 (glibc), and base "
            + "'mcr.microsoft.com/dotnet/aspnet:10.0-alpine-extra' has musl")]
    public void Base_and_project_disagree(string image, string expected)
    {
        var findings = Linter.CheckImage(Good(image: image), new RuleSettings { Today = LintCase.Today }).Findings;

        CollectionAssert.Contains(findings.Select(Render).ToList(), expected);
    }

    [TestMethod]
    public void Rule_that_throws_is_reported_at_the_project()
    {
        var settings = new RuleSettings { Today = LintCase.Today };
        var findings = Linter.CheckImage(Good(), settings, rules: [new Throwing()]).Findings;

        Assert.AreEqual(
            "DG0004 Web.csproj 1", string.Join('\n', findings.Select(finding => Render(finding).Split(':')[0])));
    }

    [TestMethod]
    public void Policy_severity_is_enforced_and_off_is_off()
    {
        var image = Good(user: new("root", At(9)));
        RuleSettings With(Severity severity) =>
            new() { Today = LintCase.Today, Severities = new Dictionary<string, Severity> { ["DG2001"] = severity } };

        var finding = Linter.CheckImage(image, With(Severity.Info)).Findings.Single();
        Assert.AreEqual((Severity.Info, true), (finding.Severity, finding.IsSetByPolicy));
        Assert.IsEmpty(Linter.CheckImage(image, With(Severity.Off)).Findings);
    }

    private static ImageModel Good(
        string image = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra",
        Origin? baseOrigin = null,
        Known<string>? user = null,
        Known<EnvironmentVariable>[]? environment = null,
        Known<ImageLabel>[]? labels = null,
        Known<ContainerPort>[]? ports = null,
        Known<string>[]? tags = null,
        bool isPushed = false)
    {
        Assert.IsTrue(ImageReference.TryParse(image, out var reference));
        var used = new UsedImage
        {
            Reference = reference,
            Written = image,
            Origin = baseOrigin ?? At(8),
            IsFinalBase = true,
            Catalog = ImageCatalog.Default.Find(reference!),
        };
        return new ImageModel
        {
            CanHaveHealthcheck = false,
            TargetFrameworks = [new Version(10, 0)],
            Base = used,
            UsedImages = [used],
            User = user ?? new("1654", At(8), IsInherited: true),
            Environment = environment ?? [],
            Labels = labels ?? [],
            Ports = ports ?? [],
            Tags = tags ?? [],
            IsPushed = isPushed,
            FixOrigin = Project,
            Project = ProjectFacts.From(new Dictionary<string, string>
            {
                ["TargetFramework"] = "net10.0",
                ["FrameworkReference"] = "Microsoft.NETCore.App;Microsoft.AspNetCore.App",
                ["RuntimeIdentifier"] = "linux-x64",
            }),
        };
    }

    private static Known<EnvironmentVariable> Variable(string name, string value, int line) =>
        new(new(name, value), At(line));

    private static FileOrigin At(int line) => new(ProjectFile, new SourceSpan(line, 5, line, 20));

    private static void AssertFindings(ImageModel image, params string[] expected) =>
        AssertFindings(image, new RuleSettings { Today = LintCase.Today }, expected);

    private static void AssertFindings(ImageModel image, RuleSettings settings, params string[] expected) =>
        Assert.AreEqual(
            string.Join('\n', expected), string.Join('\n', Linter.CheckImage(image, settings).Findings.Select(Render)));

    private static string Render(Diagnostic finding) =>
        $"{finding.Descriptor.Id} {finding.File.Split('/')[^1]} {finding.Span.Line}: {finding.Message}";

    internal sealed class Throwing : ImageRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9901Throwing", "a test", Severity.Error);

        public override void Check(ImageModel image, RuleContext context) =>
            throw new InvalidOperationException("private");
    }
}
