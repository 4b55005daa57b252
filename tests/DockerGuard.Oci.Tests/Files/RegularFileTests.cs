using System;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using DockerGuard.Oci.Files;
using DockerGuard.Testing;

namespace DockerGuard.Oci.Tests.Files;

/// <summary>What is no file is told at once, and what is one is read up to a bound.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class RegularFileTests : IDisposable
{
    private const int Most = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(Most)]
    public void A_file_is_read(int length)
    {
        var bytes = new byte[length];
        File.WriteAllBytes(_folder["a"], bytes);
        File.CreateSymbolicLink(_folder["link"], _folder["a"]);
        CollectionAssert.AreEqual(bytes, RegularFile.Read(_folder["a"], Most, out var refusal));
        Assert.AreEqual(FileRefusal.None, refusal);
        CollectionAssert.AreEqual(bytes, RegularFile.Read(_folder["link"], Most, out _));
        Assert.AreEqual(FileKind.Regular, RegularFile.KindOf(_folder["link"]));
    }

    [TestMethod]
    public void A_file_that_is_too_large_is_not_read()
    {
        File.WriteAllBytes(_folder["a"], new byte[Most + 1]);
        Assert.IsNull(RegularFile.Read(_folder["a"], Most, out var refusal));
        Assert.AreEqual(FileRefusal.TooLarge, refusal);
        Assert.AreEqual("is larger than 1 MiB", RegularFile.Explain(_folder["a"], refusal, Most));
    }

    [TestMethod]
    [DataRow(FileKind.Pipe, "a pipe")]
    [DataRow(FileKind.Folder, "a folder")]
    [DataRow(FileKind.Socket, "a socket")]
    [DataRow(FileKind.Device, "a device")]
    public void What_is_no_file_is_told_at_once(FileKind kind, string noun)
    {
        var path = kind == FileKind.Device ? "/dev/zero" : _folder["a"];
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (kind == FileKind.Folder) Directory.CreateDirectory(path);
        if (kind == FileKind.Socket) socket.Bind(new UnixDomainSocketEndPoint(path));
        if (kind == FileKind.Pipe) MakePipe(path);
        File.CreateSymbolicLink(_folder["link"], path);
        foreach (var name in new[] { path, _folder["link"] })
        {
            var watch = Stopwatch.StartNew();
            Assert.IsNull(RegularFile.Read(name, Most, out var refusal));
            Assert.IsLessThan(1000, watch.ElapsedMilliseconds, "it did not wait");
            Assert.AreEqual("is not a regular file but " + noun, RegularFile.Explain(name, refusal, Most));
            Assert.AreEqual(kind, RegularFile.KindOf(name));
            Assert.IsTrue(RegularFile.IsThere(name));
        }
    }

    [TestMethod]
    public void What_is_not_there_is_an_exception_as_of_any_file()
    {
        Assert.IsFalse(RegularFile.IsThere(_folder["a"]));
        Assert.Throws<FileNotFoundException>(() => RegularFile.Read(_folder["a"], Most, out _));
        File.CreateSymbolicLink(_folder["link"], _folder["a"]);
        Assert.IsTrue(RegularFile.IsThere(_folder["link"]), "a link to nothing was meant to be something");
        Assert.Throws<FileNotFoundException>(() => RegularFile.Read(_folder["link"], Most, out _));
        File.CreateSymbolicLink(_folder["circle"], _folder["circle"]);
        Assert.Throws<IOException>(() => RegularFile.Read(_folder["circle"], Most, out _));
    }

    private static void MakePipe(string path)
    {
        using var process = Process.Start("mkfifo", path);
        process.WaitForExit();
    }
}
