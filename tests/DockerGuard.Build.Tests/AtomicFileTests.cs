using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class AtomicFileTests
{
    [TestMethod]
    public void A_file_is_written_only_when_its_content_changes()
    {
        using var folder = new TemporaryFolder();
        var path = folder["sub/Dockerfile"];
        Assert.IsTrue(AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM a\n")));
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Assert.IsFalse(AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM a\n")));
        Assert.AreEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
        Assert.IsTrue(AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM b\n")));
        Assert.AreEqual("FROM b\n", File.ReadAllText(path));
    }

    [TestMethod]
    public void A_write_that_fails_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.CreateFolder("Dockerfile"); // a folder is in the way
        Assert.Throws<Exception>(() => AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM a\n")));
        CollectionAssert.AreEqual(new[] { path }, Directory.GetFileSystemEntries(folder.Path));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("/proc/x.sarif", DisplayName = "a folder that takes no files")]
    [DataRow("/proc/self/x/y.sarif", DisplayName = "nor folders")]
    [DataRow("/sys/x.sarif", DisplayName = "nor root's")]
    public void What_cannot_be_written_is_told_by_its_own_name(string path)
    {
        var problem = TaskFiles.Write(path, []).Problem;
        Assert.IsNotNull(problem);
        Assert.DoesNotContain(".tmp", problem);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void A_name_that_is_too_long_is_told_without_ours()
    {
        using var folder = new TemporaryFolder();
        var path = folder[new string('x', 240)];
        var exception = Assert.Throws<IOException>(() => AtomicFile.Write(path, []));
        Assert.DoesNotContain(".tmp", exception.Message);
    }

    [TestMethod]
    public async Task Writers_at_once_leave_one_whole_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder["Dockerfile"];
        string[] texts = [.. Enumerable.Range(0, 8).Select(number => new string((char)('a' + number), 100_000))];

        await Task.WhenAll(texts.Select(text => Task.Run(() =>
        {
            for (var round = 0; round < 20; round++) AtomicFile.WriteIfChanged(path, AtomicFile.Encode(text));
        })));

        CollectionAssert.Contains(texts, File.ReadAllText(path));
        CollectionAssert.AreEqual(new[] { path }, Directory.GetFiles(folder.Path), "no temporary file may stay");
    }

    [TestMethod]
    [DataRow("real", DisplayName = "one link")]
    [DataRow("second", DisplayName = "a link to a link")]
    [DataRow("new", DisplayName = "a link to nothing yet")]
    public void A_link_stays_and_what_it_leads_to_is_written(string target)
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("sub");
        File.WriteAllText(folder["sub/real"], "FROM a\n");
        File.CreateSymbolicLink(folder["sub/second"], "real");
        File.CreateSymbolicLink(folder["Dockerfile"], "sub/" + target);

        Assert.IsTrue(AtomicFile.WriteIfChanged(folder["Dockerfile"], AtomicFile.Encode("FROM b\n")));
        Assert.IsFalse(AtomicFile.WriteIfChanged(folder["Dockerfile"], AtomicFile.Encode("FROM b\n")));
        Assert.AreEqual("sub/" + target, new FileInfo(folder["Dockerfile"]).LinkTarget);
        Assert.AreEqual("FROM b\n", File.ReadAllText(folder["sub/" + target]));
        Assert.AreEqual("real", new FileInfo(folder["sub/second"]).LinkTarget);
        Assert.HasCount(target == "new" ? 3 : 2, Directory.GetFiles(folder["sub"]));
    }

    [TestMethod]
    public void A_link_into_a_folder_that_is_not_there_makes_none()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["link"], folder["none/x"]);

        Assert.AreEqual(
            "it is a link into a folder that is not there", TaskFiles.Write(folder["link"], [1]).Problem);
        Assert.IsFalse(Directory.Exists(folder["none"]));
    }

    [TestMethod]
    public void A_link_in_a_circle_is_not_written()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["Dockerfile"], "Dockerfile");
        Assert.Throws<IOException>(() => AtomicFile.WriteIfChanged(folder["Dockerfile"], []));
        Assert.AreEqual("Dockerfile", new FileInfo(folder["Dockerfile"]).LinkTarget);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("600")]
    [DataRow("664")]
    [DataRow("755")]
    public void Mode_and_owner_stay(string mode)
    {
        using var folder = new TemporaryFolder();
        var path = folder["Dockerfile"];
        File.WriteAllText(path, "FROM a\n");
        Run("chmod", mode, path);
        // Only who may give files away can keep another's owner.
        if (Environment.UserName == "root") Run("chown", "1234:2345", path);
        var before = Run("stat", "-c", "%a %u %g", path);

        Assert.IsTrue(AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM b\n")));
        Assert.AreEqual(before, Run("stat", "-c", "%a %u %g", path));
        Assert.AreEqual("FROM b\n", File.ReadAllText(path));
    }

    [TestMethod]
    public void A_file_that_nobody_may_write_is_not_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder["Dockerfile"];
        File.WriteAllText(path, "FROM a\n");
        new FileInfo(path).IsReadOnly = true;
        Assert.Throws<UnauthorizedAccessException>(
            () => AtomicFile.WriteIfChanged(path, AtomicFile.Encode("FROM b\n")));
        Assert.AreEqual("FROM a\n", File.ReadAllText(path));
        CollectionAssert.AreEqual(new[] { path }, Directory.GetFiles(folder.Path));
        new FileInfo(path).IsReadOnly = false;
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Another_name_of_a_file_keeps_the_old_text()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a"], "FROM a\n");
        Run("ln", folder["a"], folder["b"]);
        AtomicFile.WriteIfChanged(folder["a"], AtomicFile.Encode("FROM b\n"));
        Assert.AreEqual("FROM a\n", File.ReadAllText(folder["b"]));
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode);
        return output;
    }
}
