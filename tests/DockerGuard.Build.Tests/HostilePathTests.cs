using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Evaluation;
using DockerGuard.Images.Project;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>A property that names no file, or a strange one, is one coded error with a name, and no hang.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class HostilePathTests : IDisposable
{
    private const string NoPath = "a\0b", Root = "/", Device = "/dev/full", Pipe = "pipe";

    private readonly RecordingEngine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public HostilePathTests()
    {
        _folder.CreateFolder(".git"); // the search for a policy ends here
        File.WriteAllText(_folder["Web.csproj"], "<Project />");
        File.WriteAllText(
            _folder["Dockerfile"], "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\nWORKDIR app\n");
        MakePipe(Pipe);
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("DockerGuardSarif")]
    [DataRow("DockerGuardPolicyFile")]
    [DataRow("DockerGuardHadolintConfig")]
    [DataRow("DockerGuardShellCheckPath")]
    public void A_setting_that_is_no_path(string property)
    {
        Expect(Lint(settings: (property, NoPath)), "DG0014", property);
        StringAssert.Contains(_engine.Errors[0].Message, $"{property} is 'a\uFFFDb'; write a path");
    }

    [TestMethod]
    public void A_baseline_that_is_no_path() =>
        Expect(Lint(task => task.BaselineFile = NoPath), "DG0014", "DockerGuardBaseline");

    [TestMethod]
    public void A_place_of_the_Dockerfile_that_is_no_path() =>
        Expect(Generate(NoPath), "DG0014", "DockerGuardDockerfilePath");

    [TestMethod]
    [DataRow(Root, "'/' cannot be written: it names a folder")]
    [DataRow("logs/", "logs/' cannot be written: it names a folder")]
    [DataRow(Device, "'full' cannot be written: it is a device, not a file")]
    [DataRow(Pipe, "'pipe' cannot be written: it is not a regular file")]
    [Timeout(60_000)]
    public void A_log_that_cannot_be_written(string path, string message) =>
        Expect(Lint(settings: ("DockerGuardSarif", path)), "DG0011", message);

    [TestMethod]
    [DataRow(Root, "'/' cannot be written: it is a folder")]
    [DataRow(Device, "'full' cannot be read: it is not a regular file")]
    [DataRow(Pipe, "'pipe' cannot be read: it is not a regular file")]
    [Timeout(60_000)]
    public void A_Dockerfile_that_cannot_be_written(string path, string message) =>
        Expect(Generate(path), "DG0011", message);

    [TestMethod]
    [DataRow(Root, "DG0018")]
    [DataRow(Device, "DG0018")]
    [DataRow(Pipe, "DG0018")]
    [Timeout(60_000)]
    public void A_baseline_that_cannot_be_read(string path, string code) =>
        Expect(Lint(task => task.BaselineFile = path), code, "the baseline");

    [TestMethod]
    [DataRow(Root, "DG0011", "cannot be written")]
    [DataRow(Device, "DG0018", "the baseline is not a regular file")]
    [DataRow(Pipe, "DG0018", "the baseline is not a regular file")]
    [Timeout(60_000)]
    public void A_baseline_that_cannot_be_written(string path, string code, string message)
    {
        var task = Lint(task =>
        {
            task.BaselineFile = path;
            task.UpdateBaseline = "true";
        });
        Expect(task, code, message);
    }

    [TestMethod]
    [DataRow("DockerGuardPolicyFile", Root, "DG0003", "the policy is a folder")]
    [DataRow("DockerGuardPolicyFile", Device, "DG0003", "the policy is not a regular file")]
    [DataRow("DockerGuardPolicyFile", Pipe, "DG0003", "the policy is not a regular file")]
    [DataRow("DockerGuardHadolintConfig", Root, "DG0017", "the hadolint configuration is a folder")]
    [DataRow("DockerGuardHadolintConfig", Device, "DG0017", "the hadolint configuration is not a regular file")]
    [DataRow("DockerGuardHadolintConfig", Pipe, "DG0017", "the hadolint configuration is not a regular file")]
    [Timeout(60_000)]
    public void A_configuration_that_cannot_be_read(string property, string path, string code, string message) =>
        Expect(Lint(settings: (property, path)), code, message);

    [TestMethod]
    [DataRow(".dockerguard.yml", "DG0003", "the policy is not a regular file")]
    [DataRow(".hadolint.yaml", "DG0017", "the hadolint configuration is not a regular file")]
    [Timeout(60_000)]
    public void A_pipe_in_the_place_of_a_configuration(string name, string code, string message)
    {
        MakePipe(name);
        Expect(Lint(), code, message);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_pipe_in_the_place_of_a_Dockerfile()
    {
        File.Delete(_folder["Dockerfile"]);
        MakePipe("Dockerfile");
        Expect(Lint(), "DG0002", "is not a regular file");
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_link_to_a_pipe_in_the_place_of_a_Dockerfile()
    {
        File.Delete(_folder["Dockerfile"]);
        File.CreateSymbolicLink(_folder["Dockerfile"], _folder[Pipe]);
        Expect(Lint(), "DG0002", "is not a regular file");
    }

    [TestMethod]
    [DataRow(".dockerignore")]
    [DataRow("Dockerfile.dockerignore")]
    [Timeout(60_000)]
    public void An_ignore_file_that_cannot_be_read(string name)
    {
        MakePipe(name);
        Expect(Lint(), "DG0002", $"'{name}' is not a regular file but a pipe");
        File.Delete(_folder[name]);
        _engine.Errors.Clear();
        _folder.CreateFolder(name);
        Expect(Lint(), "DG0002", $"'{name}' is not a regular file but a folder");
        Directory.Delete(_folder[name]);
        _engine.Errors.Clear();
        File.CreateSymbolicLink(_folder[name], "gone");
        Expect(Lint(), "DG0002", $"'{name}' cannot be read");
        File.Delete(_folder[name]);
        _engine.Errors.Clear();
        File.CreateSymbolicLink(_folder[name], "/dev/zero");
        Expect(Lint(), "DG0002", $"'{name}' is not a regular file but a device");
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_pipe_in_the_place_of_a_file_that_generation_reads()
    {
        MakePipe("global.json");
        var task = Generate("generated.Dockerfile", new BuildInput(BuildInputKind.GlobalJson, _folder["global.json"]));
        Expect(task, "DG0011", "'global.json' cannot be read: it is not a regular file but a pipe");
    }

    [TestMethod]
    [DataRow("nuget.config")]
    [DataRow("Directory.Build.rsp")]
    [Timeout(60_000)]
    public void A_pipe_in_the_place_of_a_file_that_names_others(string name)
    {
        MakePipe(name);
        var log = new TaskLoggingHelper(_engine, "Test");
        var files = new TaskFiles(new DiagnosticReporter(log, new ProjectWarnings(_folder["Web.csproj"])));
        var inputs = new InputCollector(_folder["Web.csproj"], new ForeignFolders(_folder.Path), files.TryReadBytes);
        new ConfigurationFiles(_folder.Path, new InputStamps()).Read(inputs);
        StringAssert.Contains(
            _engine.Errors.Single().Message, $"'{name}' cannot be read: it is not a regular file but a pipe");
    }

    [TestMethod]
    [DataRow(Pipe, "'pipe' is not a regular file but a pipe, which DockerGuardShellCheckPath names")]
    [DataRow(Root, "'/' is not a regular file but a folder, which DockerGuardShellCheckPath names")]
    [DataRow(Device, "'/dev/full' is not a regular file but a device, which DockerGuardShellCheckPath names")]
    [DataRow("gone", "there is no 'gone', which DockerGuardShellCheckPath names")]
    [Timeout(60_000)]
    public void A_ShellCheck_that_is_no_program(string path, string message)
    {
        File.AppendAllText(_folder["Dockerfile"], "RUN echo a\n");
        Lint(settings: ("DockerGuardShellCheckPath", path)).Execute();
        StringAssert.Contains(
            string.Join('\n', _engine.Warnings.Select(warning => warning.Message)
                .Concat(_engine.Messages.Select(told => told.Message))), message);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Project_files_and_restored_packages_are_no_place_to_wait()
    {
        File.WriteAllText(_folder[".dockerguard.yml"], "extends: package:Contoso.Policy/policy.yml\n");
        Lint(settings: ("ProjectAssetsFile", _folder[Pipe])).Execute();
        CollectionAssert.Contains(_engine.Errors.Select(error => error.Code).ToArray(), "DG0011");
        Assert.IsNull(ProjectElements.Load([_folder[Pipe]]).FindProperty("ContainerUser", "0"));
    }

    [TestMethod]
    public void A_bad_word_for_updating_the_baseline() =>
        Expect(
            Lint(task => task.UpdateBaseline = "nonsense"), "DG0014",
            "DockerGuardUpdateBaseline is 'nonsense'; write true or false");

    [TestMethod]
    public void A_folder_in_the_place_of_the_list_of_inputs()
    {
        File.WriteAllText(_folder[".dockerguard.yml"], "profile: recommended\n");
        var list = _folder.CreateFolder("dockerguard.inputs.txt");
        Expect(Lint(task => task.InputList = list), "DG0011", "'dockerguard.inputs.txt' cannot be written");
    }

    [TestMethod]
    [DataRow("stamp", "stamp", "it is a folder")]
    [DataRow("Dockerfile/stamp", "stamp", "Dockerfile")]
    [DataRow(Pipe, Pipe, "it is not a regular file but a pipe")]
    public void What_is_in_the_place_of_the_stamp(string path, string name, string message)
    {
        if (path == "stamp") _folder.CreateFolder(path);
        File.WriteAllText(
            _folder["Dockerfile"],
            "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\nHEALTHCHECK NONE\n");
        Expect(Lint(task => task.StampFile = path), "DG0011", $"'{name}' cannot be written: ");
        StringAssert.Contains(_engine.Errors[0].Message, message);
    }

    [TestMethod]
    public void The_list_of_inputs_has_a_line_a_file()
    {
        var list = _folder["dockerguard.inputs.txt"];
        Lint(task => task.InputList = list).Execute();
        Assert.IsFalse(File.Exists(list), "there is no policy");
        File.WriteAllText(_folder[".dockerguard.yml"], "extends: other.yml\n");
        File.WriteAllText(_folder["other.yml"], "profile: recommended\n");
        Lint(task => task.InputList = list).Execute();
        CollectionAssert.AreEqual(
            new[] { _folder[".dockerguard.yml"], _folder["other.yml"] }, File.ReadAllLines(list));
        File.Delete(_folder[".dockerguard.yml"]);
        Lint(task => task.InputList = list).Execute();
        Assert.AreEqual("", File.ReadAllText(list));
        Assert.HasCount(0, _engine.Errors);
    }

    private void Expect(DockerGuardTask task, string code, string message)
    {
        Assert.IsFalse(task.Execute());
        var error = _engine.Errors.Single();
        Assert.AreEqual(code, error.Code, error.Message);
        StringAssert.Contains(error.Message, message);
    }

    private LintDockerfiles Lint(params (string Name, string Value)[] settings) => Lint(_ => { }, settings);

    private LintDockerfiles Lint(Action<LintDockerfiles> change, params (string Name, string Value)[] settings)
    {
        var task = new LintDockerfiles
        {
            BuildEngine = _engine,
            Facts = Facts(),
            Dockerfiles = [new TaskItem(_folder["Dockerfile"])],
            Settings = Items.Of(settings),
        };
        change(task);
        return task;
    }

    private GenerateDockerfile Generate(string path, params BuildInput[] inputs) => new()
    {
        BuildEngine = _engine,
        Facts = Facts(),
        OutputPath = path,
        BuildFactsFile = WrittenFacts.Of(_folder, Facts(), inputs),
    };

    private ITaskItem[] Facts() => Items.Of(
        ("MSBuildProjectFullPath", _folder["Web.csproj"]),
        ("MSBuildProjectDirectory", _folder.Path),
        ("AssemblyName", "Web"),
        ("OutputType", "Exe"),
        ("TargetFramework", "net10.0"),
        ("TargetFrameworkIdentifier", ".NETCoreApp"),
        ("TargetFrameworkVersion", "v10.0"),
        ("FrameworkReference", "Microsoft.NETCore.App;Microsoft.AspNetCore.App"),
        ("RuntimeIdentifier", "linux-x64"));

    private void MakePipe(string name)
    {
        using var process = Process.Start("mkfifo", _folder[name]);
        process.WaitForExit();
    }
}
