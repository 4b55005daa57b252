using System;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Testing;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>A file that cannot be written or read is one error with its name, whichever task it is of.</summary>
[TestClass]
public sealed class TaskFilesTests
{
    /// <summary>A file is in the way of a folder, or a folder of the file.</summary>
    private const string Way = "way",
        Log = "way/log.sarif",
        Baseline = "way/baseline.yml",
        Generated = "way/Dockerfile";

    private readonly RecordingEngine _engine = new();

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Sarif(bool isFile) => CannotWrite(Log, isFile, folder => Lint(folder, sarif: Log));

    [TestMethod]
    public void A_log_takes_the_place_of_a_log_and_of_nothing_else()
    {
        using var folder = Project();
        Assert.IsTrue(Lint(folder, sarif: "log.sarif").Execute());
        Assert.IsTrue(Lint(folder, sarif: "log.sarif").Execute());
        var dockerfile = File.ReadAllText(folder["Dockerfile"]);
        Assert.IsFalse(Lint(folder, sarif: "Dockerfile").Execute());
        Expect("DG0011", folder["Dockerfile"], "is there and no SARIF log");
        Assert.AreEqual(dockerfile, File.ReadAllText(folder["Dockerfile"]));
    }

    [TestMethod]
    [DataRow(true, "DG0011")]
    [DataRow(false, "DG0011")]
    public void A_baseline(bool isFile, string code) =>
        CannotWrite(Baseline, isFile, folder => Lint(folder, Baseline), code);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_generated_Dockerfile(bool isFile) => CannotWrite(Generated, isFile, Generate);

    [TestMethod]
    public void A_generated_ignore_file() => CannotWrite(Generated + ".dockerignore", isFile: false, Generate);

    [TestMethod]
    public void The_error_names_what_is_in_the_way()
    {
        using var folder = Project();
        File.WriteAllText(folder[Way], "");
        Generate(folder).Execute();
        StringAssert.Contains(_engine.Errors.Single().Message, folder[Way]);
    }

    [TestMethod]
    public void A_globaljson_that_cannot_be_read_is_one_error_with_its_name()
    {
        using var folder = Project();
        folder.CreateFolder("global.json");
        Assert.IsFalse(
            Generate(folder, new BuildInput(BuildInputKind.GlobalJson, folder["global.json"])).Execute());
        Expect("DG0011", folder["global.json"], "'global.json' cannot be read");
    }

    private void CannotWrite(
        string path, bool isFile, Func<TemporaryFolder, DockerGuardTask> task, string code = "DG0011")
    {
        using var folder = Project();
        if (isFile) File.WriteAllText(folder[Way], "");
        else folder.CreateFolder(path);
        Assert.IsFalse(task(folder).Execute());
        // Of two files the one written first is told.
        var told = _engine.Errors.Single().File;
        Expect(
            code, told.EndsWith(".dockerignore", StringComparison.Ordinal)
                ? folder[path.Replace(".dockerignore", "") + ".dockerignore"]
                : folder[path], "cannot be written");
    }

    private void Expect(string code, string file, string message)
    {
        var error = _engine.Errors.Single();
        Assert.AreEqual((code, file), (error.Code, error.File), error.Message);
        StringAssert.Contains(error.Message, $"'{Path.GetFileName(file)}'");
        StringAssert.Contains(error.Message, message);
    }

    private static TemporaryFolder Project()
    {
        var folder = new TemporaryFolder();
        folder.CreateFolder(".git"); // the search for a policy ends here
        File.WriteAllText(folder["Web.csproj"], "<Project />");
        File.WriteAllText(
            folder["Dockerfile"], "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\nWORKDIR app\n");
        return folder;
    }

    private LintDockerfiles Lint(TemporaryFolder folder, string? baseline = null, string? sarif = null) => new()
    {
        BuildEngine = _engine,
        Facts = Items.FactsOf(folder),
        Dockerfiles = [new TaskItem(folder["Dockerfile"])],
        BaselineFile = baseline,
        UpdateBaseline = baseline is null ? null : "true",
        Settings = sarif is null ? [] : Items.Of(("DockerGuardSarif", sarif)),
    };

    private GenerateDockerfile Generate(TemporaryFolder folder) => Generate(folder, []);

    private GenerateDockerfile Generate(TemporaryFolder folder, params BuildInput[] inputs) => new()
    {
        BuildEngine = _engine,
        Facts = Items.FactsOf(folder),
        OutputPath = Generated,
        BuildFactsFile = WrittenFacts.Of(folder, Items.FactsOf(folder), inputs),
    };
}
