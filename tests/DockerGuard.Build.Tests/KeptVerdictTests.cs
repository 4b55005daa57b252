using System;
using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>
/// What a lint said is said again while all holds that it hung on, and only then. To see which of the two happened, the
/// tests change what is kept: nobody else would.
/// </summary>
[TestClass]
public sealed class KeptVerdictTests : IDisposable
{
    private const string Found = "\ntold\tsentence\tDockerfile", Marked = "\ntold\tsentence\tMarked";

    private readonly TemporaryFolder _folder = new();

    public KeptVerdictTests()
    {
        _folder.CreateFolder("repository/.git");
        File.WriteAllText(In(".git/HEAD"), "ref: refs/heads/main\n");
        _folder.CreateFolder("repository/web/obj");
        _folder.CreateFolder("repository/home");
        File.WriteAllText(In("web/Web.csproj"), "<Project />");
        File.WriteAllText(In("Directory.Build.props"), "<Project />");
        File.WriteAllText(In("web/Dockerfile"), "FROM debian:latest\nUSER 5\nRUN echo $name\n");
        File.WriteAllText(In("web/.dockerguard.yml"), "profile: recommended\n");
    }

    private string Kept => In("web/obj/dockerguard.lint.txt");

    private bool IsKept => File.Exists(Kept);

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void The_same_is_said_again()
    {
        var first = Lint();
        var second = Lint();

        Assert.IsEmpty(first.Errors, string.Join("\n", Said(first)));
        Assert.IsNotEmpty(first.Warnings);
        CollectionAssert.AreEqual(Said(first), Said(second));
        Assert.IsTrue(IsRepeated());
        CollectionAssert.AreEqual(
            first.Warnings.ConvertAll(Place), second.Warnings.ConvertAll(Place), "with place, code and help");
        Assert.AreEqual(In("web/Dockerfile"), _task!.ReadFiles.Single());
    }

    [TestMethod]
    public void What_only_Visual_Studio_reads_is_written_again_too()
    {
        File.WriteAllText(In("web/Dockerfile"), "FROM debian:12\nUSER 5\n");
        Assert.IsEmpty(Lint().Warnings);
        Assert.AreEqual(In("web/.dockerguard.yml") + "\n", File.ReadAllText(In("web/obj/inputs.txt")));
        File.Delete(In("web/obj/inputs.txt"));
        File.Delete(In("web/obj/stamp"));

        Lint();

        Assert.IsTrue(File.Exists(In("web/obj/inputs.txt")));
        Assert.IsTrue(File.Exists(In("web/obj/stamp")), "nothing was found, so the next build may pass it by");
    }

    /// <summary>Each of these may change what is found.</summary>
    [TestMethod]
    [DataRow("web/Dockerfile", "FROM debian:latest\nUSER 5\nRUN echo $nama\n")]
    [DataRow("web/.dockerguard.yml", "profile: recommendeD\n")]
    [DataRow("web/.dockerguard.yaml", "profile: strict\n")]
    [DataRow(".dockerguard.yml", "profile: strict\n")]
    [DataRow("web/.dockerignore", "a\n")]
    [DataRow("web/Dockerfile.dockerignore", "a\n")]
    [DataRow(".hadolint.yaml", "ignored: [DL3006]\n")]
    [DataRow("home/.hadolint.yaml", "ignored: [DL3006]\n")]
    [DataRow("Directory.Build.props", "<Project></Project>")]
    [DataRow("web/Web.csproj", "<Project></Project>")]
    public void A_file_that_changes_or_comes_is_read(string name, string text)
    {
        Lint();
        var path = In(name);
        var time = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.UnixEpoch;
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, time);

        Assert.IsFalse(IsRepeated(), "whatever its time says");
    }

    [TestMethod]
    [DataRow("web/.dockerguard.yml")]
    [DataRow("web/Dockerfile")]
    [DataRow("Directory.Build.props")]
    public void A_file_that_is_gone_is_missed(string name)
    {
        Lint();
        File.Delete(In(name));
        Assert.IsFalse(IsRepeated());
    }

    /// <summary>A repository cannot bring what is said of it: the time its files come at is nobody's choice.</summary>
    [TestMethod]
    public void What_is_kept_does_not_hold_for_a_project_that_has_come_anew()
    {
        Lint();
        var (path, time) = (In("web/Web.csproj"), File.GetLastWriteTimeUtc(In("web/Web.csproj")));
        var text = File.ReadAllText(path);
        File.Delete(path);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, time);
        File.SetCreationTimeUtc(path, DateTime.UtcNow);

        Assert.IsFalse(IsRepeated());
    }

    [TestMethod]
    [DataRow("NoWarn", "DG1004")]
    [DataRow("TreatWarningsAsErrors", "true")]
    [DataRow("DockerGuardPolicyFile", ".dockerguard.yml")]
    [DataRow("HADOLINT_IGNORE", "DL3006")]
    [DataRow("DockerGuardToday", "2031-01-01")]
    [DataRow("DockerGuardSarif", "log.sarif")]
    public void Another_setting_is_another_question(string name, string value)
    {
        Lint();
        Assert.IsFalse(IsRepeated(task => task.Settings = [.. task.Settings, .. Items.Of((name, value))]));
    }

    [TestMethod]
    public void So_is_another_day() =>
        Other(task => task.RealDay = new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    [TestMethod]
    public void So_is_another_fact() =>
        Other(task => task.Facts = Items.FactsOf(_folder, [.. Facts, ("TargetFramework", "net9.0")]));

    [TestMethod]
    public void So_is_another_build_of_the_Dockerfile() =>
        Other(static task => task.Dockerfiles[0].SetMetadata("BuildArguments", "A=1"));

    [TestMethod]
    public void So_is_a_lint_that_somebody_asks_for() => Other(static task => task.IsAsked = true);

    [TestMethod]
    public void So_is_a_baseline()
    {
        Lint(task => (task.BaselineFile, task.UpdateBaseline) = (In("web/accepted.yml"), "true"));
        Other(task => task.BaselineFile = In("web/accepted.yml"));
    }

    [TestMethod]
    public void A_baseline_is_read_when_it_changes()
    {
        Lint(task => (task.BaselineFile, task.UpdateBaseline) = (In("web/accepted.yml"), "true"));
        Lint(task => task.BaselineFile = In("web/accepted.yml"));
        Assert.IsTrue(IsRepeated(task => task.BaselineFile = In("web/accepted.yml")));
        File.AppendAllText(In("web/accepted.yml"), "\n");
        Assert.IsFalse(IsRepeated(task => task.BaselineFile = In("web/accepted.yml")));
    }

    [TestMethod]
    public void Whoever_writes_a_baseline_keeps_nothing()
    {
        Lint(task => (task.BaselineFile, task.UpdateBaseline) = (In("web/accepted.yml"), "true"));
        Assert.IsFalse(IsKept);
    }

    [TestMethod]
    public void What_MSBuild_says_of_warnings_is_asked_again()
    {
        Lint();
        Mark();
        var (engine, log) = RaisingEngine.Of("DG1004");

        Lint(task => task.BuildEngine = engine);

        Assert.IsTrue(log.Errors.Any(error => error.Code == "DG1004"));
        Assert.IsFalse(HasMark(log));
    }

    [TestMethod]
    public void A_lint_with_errors_is_not_kept()
    {
        File.WriteAllText(In("web/.dockerguard.yml"), "rules:\n  DG1004: error\n");
        Assert.IsNotEmpty(Lint().Errors);
        Assert.IsFalse(IsKept);
    }

    [TestMethod]
    public void Nor_is_one_of_which_a_tool_failed()
    {
        var program = ScriptProgram.Write(_folder, "exit 7");
        Lint(task => task.Settings = Settings(("DockerGuardShellCheckPath", program)));
        Assert.IsFalse(IsKept);
    }

    [TestMethod]
    public void A_tool_that_changes_is_asked()
    {
        const string Nothing = "echo '{\"comments\":[]}'";
        var program = ScriptProgram.Write(_folder, Nothing);
        Lint(task => task.Settings = Settings(("DockerGuardShellCheckPath", program)));
        Assert.IsTrue(IsRepeated(task => task.Settings = Settings(("DockerGuardShellCheckPath", program))));
        File.Delete(program);
        ScriptProgram.Write(_folder, Nothing);
        Assert.IsFalse(IsRepeated(task => task.Settings = Settings(("DockerGuardShellCheckPath", program))));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("something else\n")]
    [DataRow("told\tsentence\n")]
    [DataRow("seen\tcontent\n")]
    [DataRow("told\twarning\tm\tDG1004\th\tf\t1\t1\t1\tx\n")]
    public void What_is_no_verdict_is_none(string text)
    {
        var first = Lint();
        File.WriteAllText(Kept, text);
        CollectionAssert.AreEqual(Said(first), Said(Lint()));
        File.WriteAllText(Kept, File.ReadAllText(Kept).Replace("\nend\t", "\n" + text + "end\t"));
        CollectionAssert.AreEqual(Said(first), Said(Lint()));
    }

    /// <summary>Half of one is none, wherever it ends.</summary>
    [TestMethod]
    public void Nor_is_half_of_one()
    {
        var first = Lint();
        var whole = KeptFile.Edited(File.ReadAllText(Kept), Found, Marked);
        for (var end = 0; end < whole.Length - 10; end += 97)
        {
            File.WriteAllText(Kept, whole.AsSpan(0, end));
            CollectionAssert.AreEqual(Said(first), Said(Lint()));
        }
    }

    /// <summary>A reason that holds no more, though nothing was kept but the reason.</summary>
    [TestMethod]
    public void Why_there_is_no_tool_is_part_of_the_question()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("a folder is as little a program there, in other words");
        void Ask(LintDockerfiles task) => task.Settings = Settings(("DockerGuardShellCheckPath", In("no-tool")));
        File.WriteAllText(In("web/Dockerfile"), "FROM debian:12\nRUN echo $x\nUSER 5\n");
        var first = Said(Lint(Ask));
        Directory.CreateDirectory(In("no-tool"));
        var second = Said(Lint(Ask));
        File.Delete(Kept);
        CollectionAssert.AreEqual(Said(Lint(Ask)), second);
        CollectionAssert.AreNotEqual(first, second);
    }

    /// <summary>A link there is nobody's wish; what it leads to is somebody else's.</summary>
    [TestMethod]
    [DataRow("dockerguard.lint.txt")]
    [DataRow("inputs.txt")]
    [DataRow("stamp")]
    public void A_link_in_the_place_of_what_is_kept_is_replaced(string name)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("links take rights there");
        File.WriteAllText(In("web/Dockerfile"), "FROM debian:12\nUSER 5\n");
        File.WriteAllText(_folder["theirs"], "theirs");
        File.CreateSymbolicLink(In("web/obj/" + name), _folder["theirs"]);

        Lint();

        Assert.AreEqual("theirs", File.ReadAllText(_folder["theirs"]));
        Assert.IsNull(new FileInfo(In("web/obj/" + name)).LinkTarget);
        Assert.IsTrue(IsKept);
    }

    [TestMethod]
    public void Where_nothing_can_be_kept_each_lint_is_the_first()
    {
        Directory.CreateDirectory(Kept);
        CollectionAssert.AreEqual(Said(Lint()), Said(Lint()));
    }

    private LintDockerfiles? _task;

    private (string Name, string Value)[] Facts =>
    [
        ("MSBuildProjectFullPath", In("web/Web.csproj")), ("MSBuildProjectDirectory", In("web")),
        ("RepositoryRoot", In("")), ("ImportedFiles", In("Directory.Build.props")),
    ];

    private ITaskItem[] Settings(params (string Name, string Value)[] more) =>
    [
        .. Items.Of(more), .. more.Length == 0 ? Items.Of(("DockerGuardShellCheckPath", "off")) : [],
        .. new[] { Items.With("HOME", "Value", In("home")) }.Select(static home =>
        {
            home.SetMetadata("Kind", "variable");
            return home;
        }),
    ];

    private RecordingEngine Lint(Action<LintDockerfiles>? change = null)
    {
        var engine = new RecordingEngine();
        _task = new LintDockerfiles
        {
            BuildEngine = engine,
            Facts = Items.FactsOf(_folder, Facts),
            Settings = Settings(),
            Dockerfiles = [new TaskItem(In("web/Dockerfile"))],
            VerdictPath = Kept,
            InputList = In("web/obj/inputs.txt"),
            StampFile = In("web/obj/stamp"),
            RealDay = new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc),
        };
        change?.Invoke(_task);
        _task.Execute();
        return engine;
    }

    private void Other(Action<LintDockerfiles> change)
    {
        Lint();
        Assert.IsFalse(IsRepeated(change));
        Assert.IsTrue(IsRepeated(change), "the new answer is kept in its turn");
    }

    /// <summary>Whether a lint says what is kept, which is changed to be told from what is found.</summary>
    private bool IsRepeated(Action<LintDockerfiles>? change = null)
    {
        Mark();
        var engine = Lint(change);
        return HasMark(engine);
    }

    private static bool HasMark(RecordingEngine engine) =>
        Said(engine).Any(static text => text.Contains("Marked", StringComparison.Ordinal));

    private void Mark()
    {
        var text = File.ReadAllText(Kept);
        if (!text.Contains(Marked, StringComparison.Ordinal)) Assert.Contains(Found, text);
        KeptFile.Edit(Kept, Found, Marked);
    }

    private static string[] Said(RecordingEngine engine) =>
    [
        .. engine.Errors.Select(static error => error.Code + error.Message),
        .. engine.Warnings.Select(static warning => warning.Code + warning.Message),
        .. engine.Messages.Select(static message => message.Code + message.Message),
    ];

    private static string Place(BuildWarningEventArgs warning) =>
        $"{warning.Subcategory} {warning.Code} {warning.File} {warning.LineNumber} {warning.ColumnNumber} "
            + $"{warning.EndLineNumber} {warning.EndColumnNumber} {warning.HelpLink}";

    private string In(string path) => _folder[path.Length == 0 ? "repository" : "repository/" + path];
}
