using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Build.Processes;
using DockerGuard.Rules.Foreign;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>A process of any tool: it answers in any case and in time, and leaves nothing behind.</summary>
[TestClass]
public sealed class ToolProcessTests
{
    [TestMethod]
    public async Task What_it_leaves_is_read()
    {
        using var folder = new TemporaryFolder();
        var call = CallOf(
            folder, "cat; cat note; echo \"$1 $(stat -c %a .)\"; echo first >&2; echo second >&2; exit 7") with
        {
            Arguments = "a b",
            Files = [new ToolFile("note", Encoding.UTF8.GetBytes("text\n"))],
        };
        ToolOutput? output = null;
        await ToolProcess.Start(call, read => Answered(output = read), CancellationToken.None);

        Assert.AreEqual("text\na 700\n", Encoding.UTF8.GetString(output!.Output));
        Assert.AreEqual((7, "first"), (output.ExitCode, output.ErrorText));
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder["work"]), "its folder is gone");
    }

    [TestMethod]
    public async Task What_a_stopped_build_left_is_removed_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string[] kept =
        [
            "tool-0123456789abcdef0123456789abcdef", "tool-0123456789abcdef0123456789abcde", "tool-of-somebody",
            "other-0123456789abcdef0123456789abcdef",
        ];
        foreach (var name in kept.Append("tool-fedcba9876543210fedcba9876543210"))
        {
            folder.CreateFolder("work/" + name);
            File.WriteAllText(folder[$"work/{name}/0.sh"], "x");
            var isYoung = name == kept[0];
            Directory.SetLastWriteTimeUtc(folder["work/" + name], DateTime.UtcNow.AddMinutes(isYoung ? -20 : -40));
        }

        await ToolProcess.Start(
            CallOf(folder, "true") with { FolderName = "tool" }, Answered, CancellationToken.None);

        CollectionAssert.AreEquivalent(
            kept, Directory.GetDirectories(folder["work"]).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public async Task Output_has_a_limit()
    {
        using var folder = new TemporaryFolder();
        var call = CallOf(folder, "yes") with { MostOutput = 2 * 1024 * 1024 };

        Assert.AreEqual(
            $"'{call.Program}' wrote more than 2 MiB",
            (await ToolProcess.Start(call, Answered, CancellationToken.None)).Problem);
    }

    [TestMethod]
    public async Task File_that_cannot_be_started_is_told_of()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tool"], "text");
        var answer = await ToolProcess.Start(
            new ToolCall(folder["tool"], "", [folder.Path]), Answered, CancellationToken.None);

        Assert.StartsWith($"'{folder["tool"]}' cannot be started: ", answer.Problem!);
    }

    /// <summary>As below a read-only <c>obj</c>; root may write there, and nobody may write below a file.</summary>
    [TestMethod]
    public async Task Folder_that_cannot_be_written_has_another_in_its_place()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["obj"], "");
        var call = CallOf(folder, "cat note") with
        {
            Files = [new ToolFile("note", Encoding.UTF8.GetBytes("text"))],
            WorkFolders = [folder["obj"], folder["work"]],
        };
        ToolOutput? output = null;
        var answer = await ToolProcess.Start(call, read => Answered(output = read), CancellationToken.None);
        Assert.AreEqual("text", Encoding.UTF8.GetString(output!.Output), answer.Problem);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder["work"]), "its folder is gone");

        call = call with { WorkFolders = [folder["obj"], Path.Combine(folder["obj"], "b")] };
        answer = await ToolProcess.Start(call, Answered, CancellationToken.None);
        Assert.AreEqual(
            $"'{call.Program}' did not run: its files cannot be written in '{folder["obj"]}' or "
                + $"'{Path.Combine(folder["obj"], "b")}'",
            answer.Problem);
    }

    [TestMethod]
    public async Task Reader_that_throws_is_a_tool_that_did_not_check()
    {
        using var folder = new TemporaryFolder();
        var call = CallOf(folder, "exit 0");
        var answer = await ToolProcess.Start(
            call, _ => throw new InvalidOperationException("it broke"), CancellationToken.None);

        Assert.AreEqual(
            (ForeignPresence.Failed, $"'{call.Program}' did not run: it broke"), (answer.Presence, answer.Problem));
    }

    [TestMethod]
    public async Task Program_that_hangs_is_stopped_with_those_it_started()
    {
        using var folder = new TemporaryFolder();
        var call = CallOf(folder, "sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; wait") with
        {
            Timeout = TimeSpan.FromSeconds(1),
        };
        var answer = await ToolProcess.Start(call, Answered, CancellationToken.None);

        Assert.AreEqual($"'{call.Program}' took more than 1 s and was stopped", answer.Problem);
        await WaitUntilAsync(() => !Directory.Exists("/proc/" + File.ReadAllText(folder["child"]).Trim()));
        await WaitUntilAsync(() => Directory.GetFileSystemEntries(folder["work"]).Length == 0);
    }

    [TestMethod]
    public async Task Build_that_is_cancelled_ends_it_without_a_word()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var answer = ToolProcess.Start(CallOf(folder, "sleep 600"), Answered, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.AreEqual(ForeignAnswer.Stopped, await answer);
    }

    private static ToolCall CallOf(TemporaryFolder folder, string script) =>
        new(ScriptProgram.Write(folder, script), "", [folder.CreateFolder("work")]);

    private static ForeignAnswer Answered(ToolOutput output) => ForeignAnswer.Of([]);

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++) await Task.Delay(100);
        Assert.IsTrue(condition());
    }
}
