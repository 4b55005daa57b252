using System;
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
}
