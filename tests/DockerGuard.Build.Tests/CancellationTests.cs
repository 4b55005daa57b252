using System;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace DockerGuard.Build.Tests;

/// <summary>Ctrl-C ends a task soon: it has not succeeded, says nothing and leaves nothing behind.</summary>
/// <remarks>Alone, for the processor time of the process is looked at.</remarks>
[TestClass]
[DoNotParallelize]
public sealed class CancellationTests : IDisposable
{
    private readonly RecordingEngine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public CancellationTests()
    {
        _folder.CreateFolder(".git"); // the search for a policy ends here
        File.WriteAllText(_folder["Web.csproj"], "<Project />");
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void A_stopped_lint_writes_nothing_and_is_no_success() => Stopped(Lint(), isRunning: false);

    [TestMethod]
    public void So_is_one_that_is_stopped_in_the_middle() => Stopped(Lint(), isRunning: true);

    [TestMethod]
    public void So_is_one_that_writes_a_baseline() =>
        Stopped(Lint(task => task.UpdateBaseline = "true"), isRunning: true);

    [TestMethod]
    public void A_stopped_fix_leaves_the_file_as_it_is()
    {
        var task = With(new FixDockerfiles(), "ADD a /a\n");
        Stopped(task, isRunning: true);
        Assert.Contains("ADD", File.ReadAllText(_folder["Dockerfile"]));
    }

    /// <summary>Every name in a script is compared with every variable, before ShellCheck is given anything.</summary>
    [TestMethod]
    public void So_is_one_that_gathers_scripts_for_ShellCheck()
    {
        var task = Lint();
        var lines = Enumerable.Range(0, 16_000).Select(i => $"ENV variable{i}=b\nRUN echo \"$variabel{i}\"\n");
        File.WriteAllText(_folder["Dockerfile"], "FROM debian:12\n" + string.Concat(lines));
        var program = ScriptProgram.Write(_folder, "sleep 600");
        task.Settings = Items.Of(("DockerGuardShellCheckPath", program), ("DockerGuardHadolintConfig", "off"));
        Stopped(task, isRunning: true);
    }

    [TestMethod]
    public void Nobody_waits_for_a_file_that_another_build_holds()
    {
        var path = _folder["dockerguard.baseline.yml"];
        using var build = new CancellationTokenSource();
        using var held = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var other = Task.Run(() => SharedFile.Write(path, () =>
        {
            held.Set();
            done.Wait();
            return null;
        }));
        held.Wait();
        build.CancelAfter(TimeSpan.FromMilliseconds(200));

        Assert.ThrowsExactly<OperationCanceledException>(() => SharedFile.Write(path, () => "text", build.Token));
        Assert.IsFalse(File.Exists(path));
        done.Set();
        other.Wait();
    }

    private LintDockerfiles Lint(Action<LintDockerfiles>? change = null)
    {
        var task = With(new LintDockerfiles(), "RUN apt-get update && apt-get install curl\n");
        task.InputList = _folder["policy.txt"];
        task.BaselineFile = _folder["dockerguard.baseline.yml"];
        task.UpdateBaseline = "false";
        change?.Invoke(task);
        return task;
    }

    private T With<T>(T task, string line)
        where T : DockerfileTask
    {
        File.WriteAllText(
            _folder["Dockerfile"], "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n"
                + string.Concat(Enumerable.Repeat(line, 150_000)));
        task.BuildEngine = _engine;
        task.Facts = Items.FactsOf(_folder);
        task.Settings = Items.Of(
            ("DockerGuardSarif", _folder["log.sarif"]), ("DockerGuardShellCheckPath", "off"),
            ("DockerGuardHadolintConfig", "off"));
        task.Dockerfiles = [new TaskItem(_folder["Dockerfile"])];
        return task;
    }

    private void Stopped(DockerfileTask task, bool isRunning)
    {
        var before = Directory.GetFiles(_folder.Path);
        if (!isRunning) ((ICancelableTask)task).Cancel();
        var run = Task.Run(task.Execute);
        if (isRunning)
        {
            Thread.Sleep(300);
            ((ICancelableTask)task).Cancel();
        }

        var cpu = Environment.CpuUsage.TotalTime;
        Assert.IsFalse(run.Result);
        Assert.IsLessThan(10, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        Assert.IsEmpty(_engine.Errors);
        Assert.IsEmpty(_engine.Warnings);
        CollectionAssert.AreEquivalent(before, Directory.GetFiles(_folder.Path));
    }
}
