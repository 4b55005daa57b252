using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// The samples, built where they lie: what they print of ours is expected-output.txt beside them. DOCKERGUARD_UPDATE=1
/// writes it anew.
/// </summary>
[TestClass]
public sealed class SampleTests
{
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("DOCKERGUARD_UPDATE") == "1";

    // A sample packs the product too, from the same sources: first the one, then the other.
    [ClassInitialize]
    public static async Task PackFirstAsync(TestContext context) => await PackedProduct.FileAsync();

    [TestMethod]
    public async Task PolicyFailure_fails_with_what_it_promises()
    {
        var result = await RunAsync("PolicyFailure", "build");
        Assert.AreNotEqual(0, result.ExitCode, result.Output);
        AssertExpected("PolicyFailure", result);
    }

    [TestMethod]
    public async Task WebApiDockerfile_builds_and_its_Dockerfile_is_in_step()
    {
        var files = new[] { "Dockerfile", "Dockerfile.dockerignore" }
            .Select(name => RepositoryRoot.File("samples", "WebApiDockerfile", name))
            .ToArray();
        var before = files.Select(file => File.Exists(file) ? File.ReadAllText(file) : "").ToArray();
        var result = (await RunAsync("WebApiDockerfile", "build")).EnsureSuccess();
        if (!IsUpdate) CollectionAssert.AreEqual(before, files.Select(File.ReadAllText).ToArray());

        AssertExpected("WebApiDockerfile", result);
    }

    [TestMethod]
    public async Task WebApi_gets_a_safe_base_and_complete_labels()
    {
        // A publish as far as it goes without a network.
        var result = await RunAsync(
            "WebApi", "build", "-t:Build;ComputeContainerConfig", "-p:DockerGuardReadBaseImage=false");
        AssertExpected("WebApi", result.EnsureSuccess());
    }

    private static async Task<CommandResult> RunAsync(string sample, string verb, params string[] arguments)
    {
        using var elsewhere = new ProjectFolder();
        elsewhere.SetVariable("DockerGuardToday", UserProject.Today);
        return await elsewhere.RunDotnetAsync([verb, RepositoryRoot.File("samples", sample), "--nologo", .. arguments]);
    }

    /// <summary>Compares each line of ours once, without the paths of this machine.</summary>
    private static void AssertExpected(string sample, CommandResult result)
    {
        var folder = RepositoryRoot.File("samples", sample) + Path.DirectorySeparatorChar;
        var lines = result.Output.Split('\n')
            .Where(line => line.Contains("DockerGuard: ", StringComparison.Ordinal)
                || line.Contains(": DockerGuard ", StringComparison.Ordinal))
            // The samples are built on a day of the tests, and no reader is.
            .Where(line => !line.Contains(" DG0019 ", StringComparison.Ordinal))
            .Select(line => line.Replace($" [{folder}{sample}.csproj]", "", StringComparison.Ordinal)
                .Replace(folder, "", StringComparison.Ordinal)
                // The readers' base is read and pinned, and their ShellCheck is theirs.
                .Replace(", base not read, base not pinned", "", StringComparison.Ordinal)
                .Replace("; ShellCheck is off", "", StringComparison.Ordinal)
                .Replace(", as if on " + UserProject.Today, "", StringComparison.Ordinal)
                .Trim())
            .Distinct();
        var text = string.Concat(lines.Select(line => line + "\n"));
        var file = folder + "expected-output.txt";
        if (IsUpdate) File.WriteAllText(file, text);

        Assert.AreEqual(File.ReadAllText(file), text);
    }
}
