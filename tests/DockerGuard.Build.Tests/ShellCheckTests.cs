using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Build.ShellCheck;
using DockerGuard.Rules.Foreign;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>What ShellCheck is given and answers, the real one and programs that are not.</summary>
[TestClass]
public sealed class ShellCheckTests
{
    private static readonly string[] OneScript = ["#!/bin/sh\necho $name\n"];

    [TestMethod]
    public async Task Every_script_gets_its_findings_with_their_places()
    {
        using var folder = new TemporaryFolder();
        var answer = await new ShellCheckProgram(Tool.ShellCheck.Require(), [folder.Path], CancellationToken.None)
            .CheckAsync(["#!/bin/sh\necho '\t😀é'$a\n", "#!/bin/bash\necho fine\n", "#!/bin/bash\necho \xDC80 `ls`\n"]);

        Assert.AreEqual(ForeignPresence.Answered, answer.Presence, answer.Problem);
        var found = answer.Comments.Select(comment =>
            $"{comment.Input}: {comment.Place.Line},{comment.Place.Column}-{comment.Place.EndColumn} {comment.Level} "
                + comment.Code)
                .ToList();
        CollectionAssert.Contains(found, "0: 2,11-13 info SC2086");
        CollectionAssert.Contains(found, "2: 2,8-12 style SC2006");
        Assert.IsFalse(found.Any(text => text.StartsWith("1:", StringComparison.Ordinal)));
        Assert.HasCount(2, answer.Comments.Single(comment => comment.Code == "SC2006").Replacements);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path), "the scripts are gone");
    }

    /// <summary>Options that lie about must not decide what is found.</summary>
    [TestMethod]
    public async Task Settings_of_the_machine_change_nothing()
    {
        var program = Tool.ShellCheck.Require();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".shellcheckrc"], "disable=SC2086\n");
        var wrapper = ScriptProgram.Write(folder, $"test -z \"$SHELLCHECK_OPTS\" || exit 9\nexec {program} \"$@\"");
        var answer = await new ShellCheckProgram(wrapper, [folder.Path], CancellationToken.None).CheckAsync(OneScript);

        Assert.IsTrue(answer.Comments.Any(comment => comment.Code == "SC2086"), answer.Problem);
    }

    [TestMethod]
    [DataRow("exit 0", "does not answer as ShellCheck does and may be another program")]
    [DataRow("echo hello; exit 1", "does not answer as ShellCheck does and may be another program")]
    [DataRow(
        "echo '{\"comments\":[{\"file\":\"_7\"}]}'", "does not answer as ShellCheck does and may be another program")]
    [DataRow(
        "echo '{\"comments\":[{\"file\":\"_0\",\"line\":-1}]}'",
        "does not answer as ShellCheck does and may be another program")]
    [DataRow(
        "head -c 100000 /dev/zero | tr '\\0' '['", "does not answer as ShellCheck does and may be another program")]
    [DataRow(
        "echo \"unrecognized option --norc\" >&2; exit 3",
        "does not know an option: unrecognized option --norc; version 0.7 or newer is needed")]
    [DataRow("echo boom >&2; echo more >&2; exit 42", "ended with exit code 42: boom")]
    [DataRow("kill -9 $$", "ended with exit code 137")]
    public async Task Program_that_is_no_shellcheck_is_told_of(string script, string problem)
    {
        using var folder = new TemporaryFolder();
        var program = ScriptProgram.Write(folder, script);
        var answer = await new ShellCheckProgram(program, [folder.CreateFolder("work")], CancellationToken.None)
            .CheckAsync(OneScript);

        Assert.AreEqual($"'{program}' {problem}", answer.Problem);
        Assert.AreEqual(ForeignPresence.Failed, answer.Presence);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder["work"]));
    }

    [TestMethod]
    public void The_first_of_the_search_path_is_found()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(
            folder.CreateFolder("bin"), OperatingSystem.IsWindows() ? "shellcheck.exe" : "shellcheck");
        File.WriteAllText(program, "");

        Assert.AreEqual(
            program, ShellCheckProgram.Find(
                string.Join(Path.PathSeparator, "", "bin", folder["none"], folder["bin"], "/usr/bin")));
        Assert.IsNull(ShellCheckProgram.Find(folder["none"]));
        Assert.IsNull(ShellCheckProgram.Find(null));
    }

    [TestMethod]
    public async Task One_that_is_not_there_is_absent_or_missing()
    {
        using var folder = new TemporaryFolder();

        Assert.AreEqual(
            ForeignAnswer.Absent,
            await new ShellCheckProgram(null, [folder.Path], CancellationToken.None).CheckAsync(OneScript));
        var missing = await new ShellCheckProgram(null, [folder.Path], CancellationToken.None, "there is none")
            .CheckAsync(OneScript);
        Assert.AreEqual((ForeignPresence.Missing, "there is none"), (missing.Presence, missing.Problem));
    }
}
