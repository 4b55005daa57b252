using System.IO;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// The output the README shows is the samples' own, which <see cref="SampleTests"/> hold against real builds.
/// </summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    [DataRow("PolicyFailure", "dotnet build samples/PolicyFailure")]
    [DataRow("WebApi", "dotnet publish samples/WebApi -t:PublishContainer")]
    [DataRow("WebApiDockerfile", "dotnet build samples/WebApiDockerfile")]
    public void Readme_shows_what_the_sample_prints(string sample, string command)
    {
        var output = File.ReadAllText(RepositoryRoot.File("samples", sample, "expected-output.txt"));
        MarkedSection.AssertHolds(
            RepositoryRoot.File("README.md"), "output:" + sample, $"```\n$ {command}\n{output.TrimEnd('\n')}\n```");
    }
}
