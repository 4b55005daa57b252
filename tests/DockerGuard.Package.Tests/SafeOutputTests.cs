using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>What a build prints and writes, whatever its files hold and lie on: byte for byte.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class SafeOutputTests : SharedProjectTests<SafeOutputTests>
{
    private const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra";

    protected override bool ArePublishing => true;

    /// <summary>A carriage return in an instruction; a line feed and an escape in a file's name.</summary>
    [TestMethod]
    public async Task Neither_text_nor_name_of_a_Dockerfile_forges_a_line()
    {
        Folder.Write("Dockerfile", $"FROM {Base}\nWORKDIR abc\r::error::x\n");
        Folder.Write("a\n::error::y\u001b[2K.Dockerfile", $"FROM {Base}\nWORKDIR b\u001b[2K\n");
        var outcome = (await Folder.BuildAsync("-p:DockerGuardSarif=x.sarif")).EnsureSuccess();
        var lines = outcome.Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("Docker"));
        string[] expected =
        [
            Relative("Dockerfile(2,9,2,23)", "abc ::error::x"),
            Relative("a ::error::y\uFFFD[2K.Dockerfile(2,9,2,14)", "b\uFFFD[2K"),
        ];
        CollectionAssert.AreEqual(
            expected,
            lines.Where(line => line.Contains("DG5003")).Distinct().Order(StringComparer.Ordinal).ToArray());
        AssertIsPrintable(outcome.Output);
        AssertIsPrintable(File.ReadAllText(Folder["x.sarif"]));
        StringAssert.Contains(File.ReadAllText(Folder["x.sarif"]), "\"a%0A%3A%3Aerror%3A%3Ay%1B%5B2K.Dockerfile\"");
    }

    /// <summary>An escape in the user of a base image.</summary>
    [TestMethod]
    public async Task A_base_image_wipes_no_line()
    {
        var image = new SampleImage(config: """{ "User": "\u001b[2K\r::error::x" }""");
        await using var registry = new FakeRegistry(request => request.Path == "/v2/" ? FakeAnswer.Empty(200)
            : image.Content.TryGetValue(
                string.Join('/', request.Path.Split('/')[^2..]).Replace("s/10.0", "s/1.0"), out var found)
            ? found : FakeAnswer.Empty(404));
        var outcome = await Folder.SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Host)
            .PublishContainerAsync(
                $"-p:ContainerBaseImage={registry.Host}/dotnet/aspnet:10.0", "-p:ContainerRegistry=127.0.0.1:9",
                "-p:ContainerRepository=shop");
        StringAssert.Contains(outcome.Output, "DockerGuard: ");
        StringAssert.Contains(outcome.Output, "user \uFFFD[2K ::error::x,");
        AssertIsPrintable(outcome.Output);
    }

    /// <summary>A token in an address of the project; a state file and the labels are made of the same.</summary>
    [TestMethod]
    public async Task Addresses_and_diffs_tell_no_secret()
    {
        Folder.Write(
            "Dockerfile",
            $"FROM {Base}\nENV A_TOKEN=hunter22 AUTH_MODE=none\nADD . /x\nRUN curl https://u:hunter33@h.example\n"
                + "RUN composer config github-oauth.github.com hunter34 && x /d:sonar.login=hunter35\n"
                + "RUN curl https://hooks.slack.com/services/T0/B0/hunter36\n");
        var fix = (await Folder.BuildAsync("-t:DockerGuardFix", "-p:DockerGuardFixDryRun=true")).EnsureSuccess();
        StringAssert.Contains(fix.Output, "git cannot apply this diff, for secret values are shown as ***:");
        StringAssert.Contains(fix.Output, " ENV A_TOKEN=*** AUTH_MODE=none");
        Assert.DoesNotContain("hunter", fix.Output);

        Folder.Write(
            "Dockerfile",
            "# syntax=u:hunter77@evil.io/x\nFROM u:hunter77@evil.io/x:1 AS token:hunter77\n"
                + $"FROM evil.io/x:token=hunter77\nFROM {Base}\nWORKDIR x/token=hunter77\nEXPOSE token=hunter77\n"
                + "COPY --from=u:hunter77@evil.io/x /a /b\nCOPY --from=u:hunter77@registry /a /b\n"
                + "COPY --from=ghcr.io/contoso/secret-service:latest /a /b\n");
        Folder.Write(".dockerguard.yml", "registries: {trusted: [\"u:hunter77@Reg.example.com\"]}");
        var policy = await Folder.BuildAsync();
        StringAssert.Contains(policy.Output, "must be lower-case; did you mean '***@reg.example.com'?");
        Assert.DoesNotContain("hunter", policy.Output);
        File.Delete(Folder[".dockerguard.yml"]);
        var broken = await Folder.BuildAsync("-p:DockerGuardSarif=x.sarif");
        StringAssert.Contains(broken.Output, "'***@evil.io/x:1'");
        StringAssert.Contains(broken.Output, "'ghcr.io/contoso/secret-service:latest'");
        Assert.DoesNotContain("hunter", broken.Output);
        // A fingerprint and a snippet tell no more than a message.
        Assert.DoesNotContain("hunter", File.ReadAllText(Folder["x.sarif"]));

        File.Delete(Folder["Dockerfile"]);
        string[] secret = ["-p:Description=curl -u bob:hunter88 https://h.example and token:hunter88",
            "-p:RepositoryUrl=https://u:hunter/22@h.example/x?token=hunter33#hunter44",
            "-p:PackageProjectUrl=hunter55@h.example:x/y", "-p:ContainerInformationUrl=https://hunter66%40h.example/z"];
        (await Folder.BuildAsync(["-t:DockerGuardGenerate", .. secret])).EnsureSuccess();
        var text = File.ReadAllText(Folder["Dockerfile"]);
        Assert.DoesNotContain("hunter", text);
        StringAssert.Contains(text, "org.opencontainers.image.source=\"https://h.example/x\"");
        File.Delete(Folder["Dockerfile"]);

        var publish = await Folder.PublishContainerAsync(
            ["-p:DockerGuardReadBaseImage=false", "-p:ContainerRegistry=127.0.0.1:9", "-v:n", .. secret]);
        StringAssert.Contains(publish.Output, "labels, user");
        var states = Directory.GetFiles(Folder["obj"], "*container*", SearchOption.AllDirectories);
        Assert.IsFalse(states.Any(file => File.ReadAllText(file).Contains("hunter")), publish.Output);
        Assert.IsFalse(publish.Findings.Any(finding => finding.Message.Contains("hunter")), publish.Output);
    }

    /// <summary>What is no file, and what cannot be written, is one coded error with its name.</summary>
    [TestMethod]
    public async Task What_is_in_the_way_is_one_error()
    {
        Folder.Write("Dockerfile", $"FROM {Base}\nHEALTHCHECK NONE\n");
        using (var process = Process.Start("mkfifo", Folder[".dockerignore"])) await process.WaitForExitAsync();
        var finding = (await Folder.BuildAsync()).EnsureFailedWith("DG0002").Single("DG0002");
        Assert.AreEqual("'.dockerignore' is not a regular file but a pipe", finding.Message);
        Assert.AreEqual(Folder[".dockerignore"], finding.File);
        File.Delete(Folder[".dockerignore"]);

        Directory.CreateDirectory(Folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"]);
        var stamp = (await Folder.BuildAsync()).EnsureFailedWith("DG0011").Single("DG0011");
        Assert.AreEqual("'dockerguard.stamp' cannot be written: it is a folder", stamp.Message);
        Directory.Delete(Folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"]);

        File.Move(Folder["Dockerfile"], Folder["real"]);
        File.CreateSymbolicLink(Folder["Dockerfile"], "real");
        Folder.Write("real", $"FROM {Base}\r\nADD . /x");
        (await Folder.BuildAsync("-t:DockerGuardFix")).EnsureSuccess();
        Assert.AreEqual($"FROM {Base}\r\nCOPY . /x", File.ReadAllText(Folder["real"], Encoding.UTF8));
        Assert.AreEqual("real", new FileInfo(Folder["Dockerfile"]).LinkTarget);
    }

    private string Relative(string place, string folder) =>
        $"{Folder[place]}: DockerGuard warning DG5003: WORKDIR '{folder}' is relative to whatever directory the base "
            + $"image has [{Folder["Shop.csproj"]}]";

    private static void AssertIsPrintable(string text) =>
        Assert.IsFalse(
            text.ReplaceLineEndings("\n").Any(c => char.IsControl(c) && c is not ('\n' or '\t')), text);
}
