using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Testing;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>What a fix shows and writes of a file that a person owns.</summary>
[TestClass]
public sealed class FixDiffTests : IDisposable
{
    private const string Head = "DockerGuard: Dockerfile would get 1 fix (DG5001)";

    private readonly RecordingEngine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public FixDiffTests()
    {
        _folder.CreateFolder(".git"); // the search for a policy ends here
        File.WriteAllText(_folder["Web.csproj"], "<Project />");
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("Dockerfile")]
    [DataRow("a b.Dockerfile")]
    [DataRow("a\nb\u001b\"é.Dockerfile")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_diff_is_taken_by_git_whatever_the_name(string name)
    {
        File.WriteAllText(_folder[name], "FROM a:1\n\tADD  .   /x\r\n# é\n");
        Fix(isDryRun: true, name);
        var told = _engine.Messages.Single(message => message.Message!.Contains("would get")).Message!;
        StringAssert.Contains(told, "would get 1 fix (DG5001):\n--- ");
        File.WriteAllText(_folder["diff"], told[(told.IndexOf('\n') + 1)..]);
        using (var git = Process.Start(new ProcessStartInfo("git", ["apply", "diff"])
        {
            WorkingDirectory = _folder.Path,
            Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_folder.Path) },
        })!)
        {
            git.WaitForExit();
            Assert.AreEqual(0, git.ExitCode, told);
        }

        Assert.AreEqual("FROM a:1\n\tCOPY  .   /x\r\n# é\n", File.ReadAllText(_folder[name]));
    }

    [TestMethod]
    public void A_diff_masks_secrets_in_its_context_too() =>
        Shows(
            "FROM a:1\nENV A_TOKEN=hunter22\nADD . /x\nRUN curl https://u:p@h.example -H hunter22\n",
            Head + "; git cannot apply this diff, for secret values are shown as ***:\n"
                + "--- a/Dockerfile\n+++ b/Dockerfile\n"
                + "@@ -1,4 +1,4 @@\n FROM a:1\n ENV A_TOKEN=***\n-ADD . /x\n+COPY . /x\n"
                + " RUN curl https://***@h.example -H ***\n");

    [TestMethod]
    public void A_diff_masks_what_is_given_to_a_command_on_an_earlier_line() =>
        Shows(
            "FROM a:1\nRUN curl \\\n  -u jo:s3cret \\\n  https://h.example && \\\n  docker login -p s3cret\nADD . /x\n",
            Head + "; git cannot apply this diff, for secret values are shown as ***:\n"
                + "--- a/Dockerfile\n+++ b/Dockerfile\n"
                + "@@ -3,4 +3,4 @@\n   -u *** \\\n   https://h.example && \\\n   docker login -p ***\n"
                + "-ADD . /x\n+COPY . /x\n");

    [TestMethod]
    public void A_diff_prints_nothing_raw() =>
        Shows(
            "FROM a:1\n# a\u001b[2K\r::error::x\nADD . /x\n# ##vso[x]\n",
            Head + "; git cannot apply this diff, for characters that cannot be printed are shown as \uFFFD:\n"
                + "--- a/Dockerfile\n+++ b/Dockerfile\n"
                + "@@ -1,4 +1,4 @@\n FROM a:1\n # a\uFFFD[2K ::error::x\n-ADD . /x\n"
                + "+COPY . /x\n # #\uFFFDvso[x]\n");

    [TestMethod]
    [DataRow("FROM a:1\nADD . /x\n")]
    [DataRow("FROM a:1\nADD . /x")]
    [DataRow("FROM a:1\r\nENV A 1\r\nADD . /x\r\n")]
    [DataRow("\uFEFFFROM a:1\r\nADD . /x")]
    public void Mark_line_ends_and_the_last_of_them_stay(string text)
    {
        File.WriteAllText(_folder["real"], text, new UTF8Encoding(false));
        File.CreateSymbolicLink(_folder["Dockerfile"], "real");
        Fix(isDryRun: false);
        Assert.HasCount(0, _engine.Errors);
        Assert.AreEqual(
            text.Replace("ADD", "COPY").Replace("A 1", "A=1"),
            new UTF8Encoding(false).GetString(File.ReadAllBytes(_folder["real"])));
        Assert.AreEqual("real", new FileInfo(_folder["Dockerfile"]).LinkTarget);
    }

    [TestMethod]
    public void A_file_that_is_read_only_is_one_error()
    {
        File.WriteAllText(_folder["Dockerfile"], "FROM a:1\nADD . /x\n");
        new FileInfo(_folder["Dockerfile"]).IsReadOnly = true;
        Fix(isDryRun: false);
        var error = _engine.Errors.Single();
        Assert.AreEqual("DG0011", error.Code);
        StringAssert.Contains(error.Message, "'Dockerfile' cannot be written: it is read-only");
        new FileInfo(_folder["Dockerfile"]).IsReadOnly = false;
    }

    private void Shows(string text, string expected)
    {
        File.WriteAllText(_folder["Dockerfile"], text);
        Fix(isDryRun: true);
        Assert.AreEqual(expected, _engine.Messages.Single(message => message.Message!.Contains("would get")).Message);
    }

    private void Fix(bool isDryRun, string name = "Dockerfile") => new FixDockerfiles
    {
        BuildEngine = _engine,
        Facts = Items.FactsOf(_folder),
        Dockerfiles = [new TaskItem(_folder[name])],
        Settings = Items.Of(("DockerGuardFixDryRun", isDryRun ? "true" : "false")),
    }.Execute();
}
