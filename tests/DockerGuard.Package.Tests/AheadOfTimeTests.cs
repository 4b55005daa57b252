using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>The code that was compiled ahead of time is used where it fits, and missed nowhere.</summary>
[TestClass]
public sealed class AheadOfTimeTests
{
    /// <summary>What cannot be compiled ahead: code made at run time, and a little that is generic in .NET.</summary>
    private const int FewMethods = 60;

    private const string Log = "compiled-methods.txt";

    [TestMethod]
    public async Task A_build_runs_the_compiled_tasks_or_where_one_of_them_is_missing_the_plain_ones()
    {
        using var folder = await UserProject.EmptyAsync();
        var cache = folder["obj/packages"];
        folder.SetVariable("NUGET_PACKAGES", cache);
        folder.WriteWebApplication("Shop", "hello", await UserProject.ReferenceAsync());
        folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "profile: strict\n");
        await folder.RestoreAsync();
        // With the same variables from the first: another one makes a build ask MSBuild anew what it reads.
        folder.SetVariable("DOTNET_JitStdOutFile", folder[Log]).SetVariable("DOTNET_JitDisasmSummary", "1");
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");

        var compiled = await CompiledMethodsAsync(folder);
        Assert.IsLessThan(FewMethods, compiled.Count(IsOurs), "compiled though it was ahead of time");
        // Code that is made at run time cannot be compiled before it; a policy is read without.
        Assert.IsFalse(compiled.Any(line => line.Contains("CompiledRegexRunner", StringComparison.Ordinal)));

        var tasks = Path.Combine(
            cache, PackedProduct.Id.ToLowerInvariant(), await PackedProduct.VersionAsync(), "tasks");
        var own = Path.Combine(tasks, Platform(RuntimeInformation.OSArchitecture));
        File.Delete(Path.Combine(own, "DockerGuard.Rules.dll"));
        Assert.IsGreaterThan(10 * FewMethods, (await CompiledMethodsAsync(folder)).Count(IsOurs), "one is missing");

        Directory.Delete(own, recursive: true);
        Assert.IsGreaterThan(10 * FewMethods, (await CompiledMethodsAsync(folder)).Count(IsOurs), "all are missing");
    }

    /// <summary>The methods the runtime compiles in a build that reports its finding.</summary>
    private static async Task<string[]> CompiledMethodsAsync(ProjectFolder folder)
    {
        File.Delete(folder[Log]);
        (await folder.BuildAsync("-m:1")).EnsureFailedWith("DG2001");
        return await File.ReadAllLinesAsync(folder[Log]);
    }

    private static bool IsOurs(string line) =>
        line.Contains("compiled DockerGuard.", StringComparison.Ordinal)
            || line.Contains("compiled YamlDotNet.", StringComparison.Ordinal);

    private static string Platform(Architecture architecture)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{architecture.ToString().ToLowerInvariant()}";
    }
}
