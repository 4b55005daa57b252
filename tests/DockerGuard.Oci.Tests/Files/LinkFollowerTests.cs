using System;
using System.IO;
using System.Linq;
using DockerGuard.Oci.Files;
using DockerGuard.Testing;

namespace DockerGuard.Oci.Tests.Files;

/// <summary>Where paths lead.</summary>
[TestClass]
public sealed class LinkFollowerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LinkFollower _follower;

    public LinkFollowerTests()
    {
        _follower = new LinkFollower(_folder["repo"]);
        _folder.CreateFolder("repo/app/deep");
        _folder.CreateFolder("repo/shared");
        File.WriteAllText(_folder["repo/shared/A.cs"], "");
        File.CreateSymbolicLink(_folder["repo/app/Shared"], "../shared");
        File.CreateSymbolicLink(_folder["repo/app/A.cs"], "Shared/A.cs");
        File.CreateSymbolicLink(_folder["repo/app/Gone.cs"], "/elsewhere/Gone.cs");
        File.CreateSymbolicLink(_folder["repo/app/Circle"], "Circle");
        File.CreateSymbolicLink(_folder["home"], _folder["repo"]);
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("repo/app/deep/B.cs", "")]
    [DataRow("repo/app/Shared/A.cs", "repo/app/Shared -> repo/shared + A.cs")]
    [DataRow("repo/app/A.cs", "repo/app/A.cs -> repo/app/Shared/A.cs; repo/app/Shared -> repo/shared + A.cs")]
    [DataRow("repo/app/Gone.cs", "repo/app/Gone.cs => /elsewhere/Gone.cs")]
    [DataRow("home/app/A.cs", "")]
    public void Each_link_on_the_way_is_met(string path, string links)
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.AreEqual(links, string.Join("; ", _follower.On(_folder[path]).Select(link =>
            $"{Named(link.Path)} {(link.IsAbsolute ? "=>" : "->")} {Named(link.Target)}"
                + (link.Rest.Length > 0 ? " + " + link.Rest : ""))));
    }

    [TestMethod]
    public void A_circle_ends_and_a_real_path_has_no_link()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.IsNotEmpty(_follower.On(_folder["repo/app/Circle"]));
        var real = LinkFollower.RealPath(_folder["repo/shared/A.cs"]);
        Assert.AreEqual(real, LinkFollower.RealPath(_folder["home/app/A.cs"]));
        Assert.AreEqual(real + "/gone", LinkFollower.RealPath(_folder["home/app/A.cs/gone"]));
    }

    private string Named(string path) => path.Replace(_folder.Path + "/", "", StringComparison.Ordinal);
}
