using System.Linq;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>Whether restore keeps to the lock file.</summary>
[TestClass]
public sealed class LockFileTests
{
    [TestMethod]
    // A lock file that there is counts as one that is asked for.
    [DataRow("RestoreLockedMode=true", "dotnet restore Web.csproj --locked-mode", false)]
    // One of a container restore does not read.
    [DataRow(
        "RestorePackagesWithLockFile=true,ContainerRuntimeIdentifier=linux-x64",
        "dotnet restore Web.csproj --locked-mode", false)]
    // An identifier on the command line would be each referenced project's, too, whose lock file has none.
    [DataRow(
        "RestoreLockedMode=true,RuntimeIdentifiers=linux-x64;linux-arm64",
        "dotnet restore Web.csproj --locked-mode", false)]
    [DataRow(
        "RestorePackagesWithLockFile=true,RuntimeIdentifiers=linux-x64,SelfContained=true",
        "dotnet restore Web.csproj --locked-mode -p:SelfContained=true", false)]
    [DataRow(
        "RestoreLockedMode=true,PublishReadyToRun=true",
        "dotnet restore Web.csproj -a $TARGETARCH -p:RestoreLockedMode=false", true)]
    [DataRow(
        "RestorePackagesWithLockFile=true,PublishReadyToRun=true",
        "dotnet restore Web.csproj -a $TARGETARCH", true)]
    public void Restore_keeps_to_a_lock_file_that_holds_for_the_image(string properties, string restore, bool isTold)
    {
        var text = Generate(App([Web, "LockFile=/repo/src/Web/packages.lock.json", .. properties.Split(',')]));
        Assert.IsNull(text.Error);
        var lines = text.Dockerfile.Split('\n');
        Assert.AreEqual(restore, lines.Single(line => line.Contains("dotnet restore")).Trim());
        Assert.AreEqual(isTold, text.Dockerfile.Contains("RuntimeIdentifiers in Web.csproj"));
    }
}
