using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class SharedFileTests
{
    [TestMethod]
    public async Task Who_changes_a_file_is_alone_from_reading_to_writing()
    {
        using var folder = new TemporaryFolder();
        var path = folder["dockerguard.baseline.yml"];
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            SharedFile.Write(path, () => (File.Exists(path) ? File.ReadAllText(path) : "") + number + "\n"))));

        CollectionAssert.AreEquivalent(
            Enumerable.Range(0, 50).Select(number => number.ToString()).ToArray(), File.ReadAllLines(path));
    }

    [TestMethod]
    public void Nothing_is_written_where_there_is_nothing_to_write()
    {
        using var folder = new TemporaryFolder();
        var result = SharedFile.Write(folder["a"], () => null);
        Assert.AreEqual((false, null), (result.IsChanged, result.Problem));
        Assert.IsFalse(File.Exists(folder["a"]));
    }

    [TestMethod]
    public void A_failure_is_a_problem_and_no_exception()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("a");
        Assert.IsNotNull(SharedFile.Write(folder["a"], () => "text").Problem);
        Assert.IsNotNull(SharedFile.Write(folder["b"], () => throw new IOException("cannot be read")).Problem);
    }
}
