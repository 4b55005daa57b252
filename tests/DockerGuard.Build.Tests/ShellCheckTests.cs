using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Rules;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>The process of ShellCheck, the real one and programs that are not.</summary>
[TestClass]
public sealed class ShellCheckTests
{
    private static readonly string[] OneScript = ["#!/bin/sh\necho $name\n"];

    [TestMethod]
    public async Task Every_script_gets_its_findings_with_their_places()
    {
        using var folder = new TemporaryFolder();
        var answer = await new ShellCheckTool(Tool.ShellCheck.Require(), folder.Path, CancellationToken.None)
            .CheckAsync(["#!/bin/sh\necho '\t😀é'$a\n", "#!/bin/bash\necho fine\n", "#!/bin/bash\necho \xDC80 `ls`\n"]);

        Assert.IsTrue(answer.HasRun, answer.Problem);
        var found = answer.Comments.Select(comment => $"{comment.Script}: {comment.Place.Line},{comment.Place.Column}-{comment.Place.EndColumn} {comment.Level} {comment.Code}").ToList();
        CollectionAssert.Contains(found, "0: 2,11-13 info 2086");
        CollectionAssert.Contains(found, "2: 2,8-12 style 2006");
        Assert.IsFalse(found.Any(text => text.StartsWith("1:", StringComparison.Ordinal)));
        Assert.HasCount(2, answer.Comments.Single(comment => comment.Code == 2006).Replacements);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path), "the scripts are gone");
    }

    /// <summary>Options that lie about must not decide what is found.</summary>
    [TestMethod]
    public async Task Settings_of_the_machine_change_nothing()
    {
        var program = Tool.ShellCheck.Require();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".shellcheckrc"], "disable=SC2086\n");
        var wrapper = WriteProgram(folder, $"test -z \"$SHELLCHECK_OPTS\" || exit 9\nexec {program} \"$@\"");
        var answer = await new ShellCheckTool(wrapper, folder.Path, CancellationToken.None).CheckAsync(OneScript);

        Assert.IsTrue(answer.Comments.Any(comment => comment.Code == 2086), answer.Problem);
    }

    [TestMethod]
    [DataRow("exit 0", "does not answer as ShellCheck does and may be another program")]
    [DataRow("echo hello; exit 1", "does not answer as ShellCheck does and may be another program")]
    [DataRow("echo '{\"comments\":[{\"file\":\"_7\"}]}'", "does not answer as ShellCheck does and may be another program")]
    [DataRow("echo '{\"comments\":[{\"file\":\"_0\",\"line\":-1}]}'", "does not answer as ShellCheck does and may be another program")]
    [DataRow("head -c 100000 /dev/zero | tr '\\0' '['", "does not answer as ShellCheck does and may be another program")]
    [DataRow("echo \"unrecognized option --norc\" >&2; exit 3", "does not know an option: unrecognized option --norc; version 0.7 or newer is needed")]
    [DataRow("echo boom >&2; echo more >&2; exit 42", "ended with exit code 42: boom")]
    [DataRow("kill -9 $$", "ended with exit code 137")]
    [DataRow("yes", "wrote more than 64 MiB")]
    public async Task Program_that_is_no_shellcheck_is_told_of(string script, string problem)
    {
        using var folder = new TemporaryFolder();
        var program = WriteProgram(folder, script);
        var answer = await new ShellCheckTool(program, folder.CreateFolder("work"), CancellationToken.None).CheckAsync(OneScript);

        Assert.AreEqual($"'{program}' {problem}, so the scripts of RUN are not checked", answer.Problem);
        Assert.IsFalse(answer.HasRun);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder["work"]));
    }

    [TestMethod]
    public async Task File_that_cannot_be_started_is_told_of()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["shellcheck"], "text");
        var answer = await new ShellCheckTool(folder["shellcheck"], folder.Path, CancellationToken.None).CheckAsync(OneScript);

        StringAssert.StartsWith(answer.Problem, $"'{folder["shellcheck"]}' cannot be started: ");
    }

    [TestMethod]
    public async Task Program_that_hangs_is_stopped_with_those_it_started()
    {
        using var folder = new TemporaryFolder();
        var program = WriteProgram(folder, "sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; wait");
        var clock = Stopwatch.StartNew();
        var answer = await new ShellCheckTool(program, folder.CreateFolder("work"), CancellationToken.None) { Timeout = TimeSpan.FromSeconds(1) }.CheckAsync(OneScript);

        Assert.AreEqual($"'{program}' took more than 1 s and was stopped, so the scripts of RUN are not checked", answer.Problem);
        Assert.IsLessThan(20, clock.Elapsed.TotalSeconds);
        await WaitUntilAsync(() => !Directory.Exists("/proc/" + File.ReadAllText(folder["child"]).Trim()));
        await WaitUntilAsync(() => Directory.GetFileSystemEntries(folder["work"]).Length == 0);
    }

    [TestMethod]
    public async Task Build_that_is_cancelled_ends_it_without_a_word()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var answer = new ShellCheckTool(WriteProgram(folder, "sleep 600"), folder.CreateFolder("work"), cancellation.Token).CheckAsync(OneScript);
        await cancellation.CancelAsync();

        Assert.AreEqual(ShellCheckAnswer.None, await answer);
    }

    [TestMethod]
    public async Task Folder_of_the_scripts_is_the_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var program = WriteProgram(folder, "stat -c %a . > \"$(dirname \"$0\")/mode\"; echo '{\"comments\":[]}'");
        var answer = await new ShellCheckTool(program, folder.CreateFolder("work"), CancellationToken.None).CheckAsync(OneScript);

        Assert.IsTrue(answer.HasRun, answer.Problem);
        Assert.AreEqual("700", File.ReadAllText(folder["mode"]).Trim());
    }

    [TestMethod]
    public void The_first_of_the_search_path_is_found()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.CreateFolder("bin"), OperatingSystem.IsWindows() ? "shellcheck.exe" : "shellcheck");
        File.WriteAllText(program, "");

        Assert.AreEqual(program, ShellCheckTool.Find(string.Join(Path.PathSeparator, "", "bin", folder["none"], folder["bin"], "/usr/bin")));
        Assert.IsNull(ShellCheckTool.Find(folder["none"]));
        Assert.IsNull(ShellCheckTool.Find(null));
    }

    private static string WriteProgram(TemporaryFolder folder, string script)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("the programs of this test are shell scripts");
        var path = folder["program"];
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++) await Task.Delay(100);
        Assert.IsTrue(condition());
    }
}
