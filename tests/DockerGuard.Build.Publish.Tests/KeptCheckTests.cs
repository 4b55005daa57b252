using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>
/// What the check of a container said is said again while all holds that it hung on, what the base's name means among
/// it. The registry's requests tell whether it was found out anew: one asks for a digest, three for an image.
/// </summary>
[TestClass]
public sealed class KeptCheckTests
{
    private const string User = """{ "User": "1654", "Env": [ "A=b" ], "ExposedPorts": { "80/tcp": {} } }""";

    private readonly SampleImage _image = new(config: User);

    [TestMethod]
    public async Task The_same_is_said_and_given_again()
    {
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.Ports = [Items.With("80", "Type", "tcp")];
        var (said, findings) = (project.Check().Output, project.Findings);
        var (digest, labels) = (project.Task.PinnedDigest, Text(project));
        var before = registry.Requests.Count;

        project.CheckAgain();

        Assert.AreEqual(before + 1, registry.Requests.Count);
        Assert.AreEqual(said, project.Output);
        Assert.AreNotEqual("", findings);
        Assert.AreEqual(findings, project.Findings);
        Assert.AreEqual(digest, project.Task.PinnedDigest);
        Assert.AreEqual(labels, Text(project));
    }

    [TestMethod]
    public async Task A_tag_that_means_another_image_is_read_anew()
    {
        var image = _image;
        await using var registry = new FakeRegistry(request => image.Answer(request));
        using var project = Project(registry);
        project.Check();
        image = new SampleImage(config: "{}");

        project.CheckAgain(succeeds: false);

        StringAssert.Contains(project.Findings, "error DG2001 Web.csproj(3,25)");
    }

    [TestMethod]
    public async Task A_registry_that_fails_is_told_and_asked_once()
    {
        var isUp = true;
        await using var registry = new FakeRegistry(request =>
            isUp ? _image.Answer(request) : FakeAnswer.Empty(404));
        using var project = Project(registry).With(".dockerguard.yml", "rules:\n  DG0009: warning\n");
        project.Task.ContainerUser = "1654";
        project.Check();
        isUp = false;
        var before = registry.Requests.Count;

        project.CheckAgain();

        StringAssert.Contains(project.Findings, "warning DG0009 Web.csproj(3,25)");
        Assert.AreEqual(before + 1, registry.Requests.Count);
        project.CheckAgain();
        StringAssert.Contains(project.Findings, "DG0009");
        Assert.AreEqual(before + 2, registry.Requests.Count, "what has failed is no answer to keep");
    }

    [TestMethod]
    public async Task A_digest_means_the_same_for_ever()
    {
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.BaseDigest = _image.IndexDigest;
        project.Check();
        var before = registry.Requests.Count;

        project.CheckAgain();

        Assert.AreEqual(before, registry.Requests.Count);
        Assert.AreEqual(_image.IndexDigest, project.Task.PinnedDigest);
    }

    /// <summary>Each publish has its own moment, which nobody judges.</summary>
    [TestMethod]
    public async Task The_moment_of_a_publish_is_its_own()
    {
        const string Created = "org.opencontainers.image.created", Now = "2026-11-28T03:31:17.8126062Z";
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.Labels = Items.Of((Created, "2026-11-27T23:00:00.0000001Z"));
        project.Check();
        var before = registry.Requests.Count;

        project.Task.Labels = Items.Of((Created, Now));
        project.CheckAgain();

        Assert.AreEqual(before + 1, registry.Requests.Count);
        Assert.AreEqual(Now, project.Labels[Created]);
    }

    /// <summary>Of two labels of one name the last is the image's, whichever of them is a moment.</summary>
    [TestMethod]
    [DataRow("2026-11-28T03:31:17.8126062Z", "fixed", "fixed")]
    [DataRow("fixed", "2026-11-28T03:31:17.8126062Z", "2026-11-28T03:31:17.8126062Z")]
    public async Task A_moment_takes_no_other_labels_place(string first, string last, string expected)
    {
        const string Created = "org.opencontainers.image.created", Before = "2026-11-27T23:00:00.0000001Z";
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.Labels = Items.Of(
            (Created, first == "fixed" ? first : Before), (Created, last == "fixed" ? last : Before));
        project.Check();
        var before = registry.Requests.Count;

        project.Task.Labels = Items.Of((Created, first), (Created, last));
        project.CheckAgain();

        Assert.AreEqual(before + 1, registry.Requests.Count);
        Assert.AreEqual(expected, project.Labels[Created]);
    }

    /// <summary>A line was lost, a bit has turned.</summary>
    [TestMethod]
    [DataRow("told", "tol")]
    [DataRow("user 1654", "user 0")]
    public void What_is_not_as_it_was_written_is_not_repeated(string written, string damaged)
    {
        using var project = new PublishedProject().Offline();
        project.Task.VerdictPath = project.Folder["container.txt"];
        var said = project.Check().Output;
        var text = File.ReadAllText(project.Task.VerdictPath);
        StringAssert.Contains(text, written);
        File.WriteAllText(project.Task.VerdictPath, text.Replace(written, damaged));

        project.CheckAgain();

        Assert.AreEqual(said, project.Output);
    }

    /// <summary>Each of these may change what is found or given.</summary>
    [TestMethod]
    [DataRow("user")]
    [DataRow("tag")]
    [DataRow("port")]
    [DataRow("label")]
    [DataRow("moment that is none")]
    [DataRow("variable")]
    [DataRow("platform")]
    [DataRow("revision")]
    [DataRow("suppressed")]
    [DataRow("pushed")]
    [DataRow("policy")]
    [DataRow("project")]
    [DataRow("setting")]
    [DataRow("unpinned")]
    public async Task Another_question_is_asked_anew(string what)
    {
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.Labels = Items.Of(("org.opencontainers.image.created", "2026-11-27T23:00:00.0000001Z"));
        project.Check();
        var before = registry.Requests.Count;
        var task = project.Task;
        switch (what)
        {
            case "user": task.ContainerUser = "1000"; break;
            case "tag": task.ImageTags = ["2.0"]; break;
            case "port": task.Ports = [Items.With("9090", "Type", "tcp")]; break;
            case "label": task.Labels = [.. task.Labels, .. Items.Of(("a", "b"))]; break;
            case "moment that is none":
                task.Labels = Items.Of(("org.opencontainers.image.created", "yesterday Z"));
                break;
            case "variable": task.EnvironmentVariables = Items.Of(("A", "c")); break;
            case "platform": task.RuntimeIdentifiers = ["linux-arm64"]; break;
            case "revision": task.SourceRevision = "0123456789abcdef0123456789abcdef01234567"; break;
            case "suppressed": task.SuppressedLabels = ["title"]; break;
            case "pushed": task.IsPushed = true; break;
            case "policy": project.With(".dockerguard.yml", "profile: strict\n"); break;
            case "project": File.AppendAllText(project.Folder["Web.csproj"], "\n"); break;
            case "setting": project.Set(("NoWarn", "DG2002")); break;
            default: project.Set(("DockerGuardPinBaseImage", "false")); break;
        }

        project.CheckAgain();

        Assert.IsGreaterThan(before + 1, registry.Requests.Count);
    }

    /// <summary>The same name and value mean something else in another list.</summary>
    [TestMethod]
    public async Task A_label_is_no_variable()
    {
        var development = Items.Of(("ASPNETCORE_ENVIRONMENT", "Development"));
        await using var registry = new FakeRegistry(_image.Answer);
        using var project = Project(registry);
        project.Task.GeneratesLabels = false;
        project.Task.Labels = development;
        project.Check();

        (project.Task.Labels, project.Task.EnvironmentVariables) = ([], development);
        project.CheckAgain(succeeds: false);

        StringAssert.Contains(project.Findings, "DG2003");
        Assert.IsEmpty(project.Labels);
    }

    [TestMethod]
    public async Task A_check_with_errors_is_not_kept()
    {
        var image = new SampleImage(config: "{}");
        await using var registry = new FakeRegistry(image.Answer);
        using var project = Project(registry);
        project.Check(succeeds: false);
        Assert.IsFalse(File.Exists(project.Task.VerdictPath));
    }

    [TestMethod]
    public void A_base_that_is_not_read_is_judged_once_too()
    {
        using var project = new PublishedProject().Offline();
        project.Task.VerdictPath = project.Folder["container.txt"];
        var said = project.Check().Output;
        KeptFile.Edit(project.Task.VerdictPath, "user 1654", "user kept");

        project.CheckAgain();

        Assert.AreEqual(said.Replace("user 1654", "user kept"), project.Output);
        Assert.IsNull(project.Task.PinnedDigest);
        project.Set();
        project.Task.BaseRegistry = "127.0.0.1:1";
        project.CheckAgain(succeeds: false);
        StringAssert.Contains(project.Findings, "DG0009", "a base that is to be read now is read");
    }

    [TestMethod]
    public void The_choice_of_a_base_is_kept_too()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder(".git");
        File.WriteAllText(folder["Web.csproj"], "<Project />");

        var first = Choose(folder, out var said);
        KeptFile.Edit(folder["base.txt"], "chiseled", "kept");
        var second = Choose(folder, out var saidAgain);
        File.WriteAllText(folder[".dockerguard.yml"], "registries:\n  mirrors:\n    mcr.microsoft.com: mirror.lan\n");
        var third = Choose(folder, out _);

        Assert.AreEqual(first.Replace("chiseled", "kept"), second);
        Assert.AreEqual(said.Replace("chiseled", "kept"), saidAgain);
        StringAssert.StartsWith(third, "mirror.lan/");
    }

    private static string Choose(TemporaryFolder folder, out string said)
    {
        var engine = new RecordingEngine();
        var task = new ChooseBaseImage
        {
            BuildEngine = engine,
            Facts = Items.FactsOf(folder),
            RealDay = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            VerdictPath = folder["base.txt"],
        };
        Assert.IsTrue(task.Execute());
        said = string.Join("\n", engine.Messages.Select(static message => message.Message));
        return task.BaseImage;
    }

    private static PublishedProject Project(FakeRegistry registry)
    {
        var project = new PublishedProject().On(registry.Host);
        project.Task.VerdictPath = project.Folder["container.txt"];
        return project;
    }

    private static string Text(PublishedProject project) =>
        string.Join("\n", project.Labels.Select(static label => label.Key + "=" + label.Value));
}
