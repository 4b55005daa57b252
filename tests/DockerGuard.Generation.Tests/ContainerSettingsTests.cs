using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Model;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>A generated Dockerfile makes of container items and properties what the SDK's own publish makes.</summary>
[TestClass]
public sealed class ContainerSettingsTests
{
    [TestMethod]
    public void The_projects_container_items_are_those_of_the_image()
    {
        var final = Final(Generate(
            App(Web, "ContainerUser=1001", "ContainerWorkingDirectory=/srv/shop/"),
            new GenerationOptions
            {
                Today = Today,
                Container = new ContainerSettings
                {
                    Ports = ["9090/tcp", "53/udp", "9000/"],
                    Environment =
                    [
                        new EnvironmentVariable("ASPNETCORE_HTTP_PORTS", "9000"),
                        new EnvironmentVariable("GREETING", "it's $HOME; \"quoted\""),
                    ],
                    Labels = [new ImageLabel("team", "a b"), new ImageLabel("org.opencontainers.image.title", "lost")],
                    AppCommandArguments = ["--urls"],
                    DefaultArguments = ["x y"],
                },
            }));
        Assert.AreEqual("1001", final.User!.Value);
        Assert.AreEqual("/srv/shop", final.WorkingDirectory!.Value);
        CollectionAssert.AreEqual(
            new[] { "9000/tcp", "9090/tcp", "53/udp" }, final.ExposedPorts.Select(port => port.Value).ToArray());
        Assert.AreEqual(
            "it's $HOME; \"quoted\"", final.Environment.Single(pair => pair.Value.Key == "GREETING").Value.Value);
        Assert.AreEqual("a b", final.Labels.Single(label => label.Value.Key == "team").Value.Value);
        Assert.AreEqual(
            "Web", final.Labels.Single(label => label.Value.Key == "org.opencontainers.image.title").Value.Value);
        CollectionAssert.AreEqual(new[] { "/srv/shop/Web", "--urls" }, final.Entrypoint!.Value.ToArray());
        CollectionAssert.AreEqual(new[] { "x y" }, final.Cmd!.Value.ToArray());
    }

    /// <summary>All combinations, as the SDK's own task answered them.</summary>
    [TestMethod]
    public void The_app_starts_as_the_SDK_starts_it_and_what_it_refuses_is_refused()
    {
        using var table = new StreamReader(
            typeof(ContainerSettingsTests).Assembly.GetManifestResourceStream("sdk-app-starts.tsv")!);
        var rows = table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line[0] != '#').ToArray();
        Assert.HasCount(160, rows);
        CollectionAssert.AreEqual(rows, rows.Select(static row =>
        {
            var cells = row.Split('\t');
            var generated = Generate(App(Web, "ContainerAppCommandInstruction=" + cells[0]), With(new ContainerSettings
            {
                AppCommand = Words(cells[1]),
                AppCommandArguments = Words(cells[2]),
                Entrypoint = Words(cells[3]),
                EntrypointArguments = Words(cells[4]),
                DefaultArguments = Words(cells[5]),
            }));
            var answer = generated.Error is null
                ? Line(generated, "ENTRYPOINT ") + "\t" + Line(generated, "CMD ")
                : "refused\t";
            return string.Join("\t", cells.Take(6)) + "\t" + answer;
        }).ToArray());
    }

    [TestMethod]
    [DataRow("None", "ContainerAppCommand and ContainerAppCommandArgs cannot be combined with "
        + "ContainerAppCommandInstruction 'None'")]
    [DataRow("Entrypoint", "ContainerEntrypoint cannot be combined with ContainerAppCommandInstruction 'Entrypoint'")]
    [DataRow("none", "ContainerAppCommandInstruction is 'none'; write Entrypoint, DefaultArgs or None")]
    public void Why_no_app_would_start_is_said(string instruction, string error) => Assert.AreEqual(
        error,
        Generate(
            App(Web, "ContainerAppCommandInstruction=" + instruction),
            With(new ContainerSettings { AppCommand = ["a"], Entrypoint = ["e"] })).Error);

    [TestMethod]
    [DataRow("", "8080")]
    [DataRow("ASPNETCORE_HTTP_PORTS=9000; 9001", "9000 9001")]
    [DataRow("ASPNETCORE_HTTP_PORTS=", "")]
    [DataRow("ASPNETCORE_HTTPS_PORTS=8443", "8080 8443")]
    [DataRow("ASPNETCORE_URLS=http://+:5000;https://*:5001/", "5000 5001")]
    [DataRow("ASPNETCORE_URLS=http://[::]:81;http://localhost;5002", "81")]
    public void A_web_application_exposes_where_it_listens(string variable, string ports)
    {
        var pair = variable.Split('=', 2);
        var settings = variable.Length == 0
            ? ContainerSettings.None
            : new ContainerSettings { Environment = [new EnvironmentVariable(pair[0], pair[1])] };
        Assert.AreEqual(ports, string.Join(" ", Ports(Generate(App(Web), With(settings)))));
        if (variable.Length > 0)
        {
            Assert.AreEqual(
                ports.Replace("8080 ", ""), string.Join(" ", Ports(Generate(App(), With(settings)))), "a console");
        }
    }

    [TestMethod]
    [DataRow("x/tcp")]
    [DataRow("/tcp")]
    [DataRow("70000/tcp")]
    [DataRow("8000-8010/tcp")]
    [DataRow("80/sctp")]
    public void What_is_no_port_to_the_SDK_is_none_here(string port) => Assert.AreEqual(
        $"ContainerPort '{port}' is no port; its Include is a number up to 65535, its Type tcp or udp",
        Generate(App(Web), With(new ContainerSettings { Ports = [port] })).Error);

    [TestMethod]
    public void The_users_number_can_come_from_the_environment()
    {
        var settings = new ContainerSettings { Environment = [new EnvironmentVariable("APP_UID", "2000")] };
        Assert.AreEqual("2000", Final(Generate(App(Web), With(settings))).User!.Value);
        Assert.AreEqual("1001", Final(Generate(App(Web, "ContainerUser=1001"), With(settings))).User!.Value);
    }

    [TestMethod]
    public void A_user_with_a_group_owns_where_the_app_unpacks_itself() => StringAssert.Contains(
        Generate(App(
            Web,
            "PublishSingleFile=true",
            "SelfContained=true",
            "IncludeAllContentForSelfExtract=true",
            "ContainerUser=1001:2001")).Dockerfile,
        "--chown=1001:2001 /extract");

    [TestMethod]
    public void A_version_that_git_computes_is_not_in_the_file()
    {
        static string Of(string version) => Generate(
            App(Web, "PackageReference=MinVer", "PackageVersion=" + version, "Version=" + version)).Dockerfile;
        Assert.AreEqual(Of("3.2.2-alpha.0.1"), Of("3.2.2-alpha.0.2"));
        StringAssert.Contains(Of("1.0.0"), "\"-p:MinVerVersionOverride=$VERSION\"");
        StringAssert.Contains(Of("1.0.0"), "org.opencontainers.image.version=$VERSION");
        var ofFile = Generate(App(Web, "PackageReference=Nerdbank.GitVersioning", "VersionFile=/repo/version.json"));
        StringAssert.Contains(ofFile.Dockerfile, "COPY [\"version.json\", \"./\"]");
        StringAssert.Contains(
            ofFile.Dockerfile,
            "RUN mkdir /version \\\n && echo \"{ \\\"version\\\": \\\"$VERSION\\\" }\" > /version/version.json \\\n");
        StringAssert.Contains(
            ofFile.Dockerfile,
            "${VERSION:+\"-p:Version=$VERSION\" -p:GitVersionBaseDirectory=/version} --no-restore");
        StringAssert.Contains(Generate(App(Web)).Dockerfile, "${VERSION:+\"-p:Version=$VERSION\"} --no-restore");
    }

    [TestMethod]
    public void GitVersion_which_fails_without_git_is_not_run()
    {
        StringAssert.Contains(
            Generate(App(Web, "PackageReference=GitVersion.MsBuild")).Dockerfile,
            "-p:DisableGitVersionTask=true ${VERSION:+\"-p:Version=$VERSION\"}");
        Assert.DoesNotContain("GitVersion", Generate(App(Web)).Dockerfile);
    }

    [TestMethod]
    public void A_project_without_labels_gets_none()
    {
        var settings = With(new ContainerSettings { Labels = [new ImageLabel("team", "a")] });
        Assert.IsEmpty(Labels(Generate(App(Web, "ContainerGenerateLabels=false", "Description=d"), settings)));
        Assert.Contains("team", Labels(Generate(App(Web, "ContainerGenerateLabels=True"), settings)));
    }

    [TestMethod]
    [DataRow("ImageDescription", "org.opencontainers.image.description", "org.opencontainers.artifact.description")]
    [DataRow("ImageAuthors", "org.opencontainers.image.authors", "")]
    [DataRow("ImageUrl", "org.opencontainers.image.url", "")]
    [DataRow("ImageDocumentation", "org.opencontainers.image.documentation", "")]
    [DataRow("ImageSource", "org.opencontainers.image.source", "")]
    [DataRow("ImageVersion", "org.opencontainers.image.version", "")]
    [DataRow("ImageRevision", "org.opencontainers.image.revision", "")]
    [DataRow("ImageVendor", "org.opencontainers.image.vendor", "")]
    [DataRow("ImageLicenses", "org.opencontainers.image.licenses", "")]
    [DataRow("ImageTitle", "org.opencontainers.image.title", "")]
    [DataRow("ImageBaseDigest", "org.opencontainers.image.base.digest", "")]
    [DataRow("ImageBaseName", "org.opencontainers.image.base.name", "")]
    [DataRow("DotnetToolset", "net.dot.runtime.majorminor", "net.dot.sdk.version")]
    public void A_label_that_is_switched_off_is_the_projects_own_or_none(string name, string label, string other)
    {
        var facts = App(
            Web, "Description=d", "Authors=a", "PackageProjectUrl=https://contoso.com/", "Company=c",
            "RepositoryUrl=https://contoso.com/r", "PackageLicenseExpression=MIT", "PackageVersion=1.0.0");
        var options = new GenerationOptions { Today = Today, DigestOf = static _ => "sha256:" + new string('a', 64) };
        var off = facts.With("ContainerGenerateLabels" + name, "false");
        var missing = Labels(Generate(facts, options)).Except(Labels(Generate(off, options)));
        CollectionAssert.AreEquivalent(
            new[] { label, other }.Where(static name => name.Length > 0).ToArray(), missing.ToArray());
        var own = Final(Generate(off, With(new ContainerSettings { Labels = [new ImageLabel(label, "mine")] })));
        Assert.AreEqual("mine", own.Labels.Single(pair => pair.Value.Key == label).Value.Value);
    }

    private static IEnumerable<string> Labels(GeneratedDockerfile generated) =>
        Final(generated).Labels.Select(static label => label.Value.Key);

    private static GenerationOptions With(ContainerSettings settings) => new() { Today = Today, Container = settings };

    private static string[] Words(string text) => text.Length == 0 ? [] : [text];

    private static IEnumerable<int> Ports(GeneratedDockerfile generated) =>
        Final(generated).ExposedPorts.Select(port => ContainerPort.TryParse(port.Value)!.Number);

    /// <summary>The words of an instruction, the app's as the table has them.</summary>
    private static string Line(GeneratedDockerfile generated, string instruction)
    {
        var final = Final(generated);
        var words = instruction[0] == 'E' ? final.Entrypoint?.Value : final.Cmd?.Value;
        return string.Join(" ", words ?? []).Replace("/app/Web", "app");
    }

    private static StageEvaluation Final(GeneratedDockerfile generated)
    {
        Assert.IsNull(generated.Error);
        return BuildEvaluation.Evaluate(Dockerfile.Parse(generated.Dockerfile), new BuildOptions()).Final!;
    }
}
