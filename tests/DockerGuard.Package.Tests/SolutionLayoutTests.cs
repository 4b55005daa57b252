using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// Solutions of the shapes people have: what is generated for them copies all that the build reads, so that the
/// application is built in an empty folder and runs.
/// </summary>
[TestClass]
public sealed class SolutionLayoutTests
{
    public static IEnumerable<object[]> Layouts =>
        SolutionLayout.NamesIn(RepositoryRoot.File(UserProject.Layouts)).Select(static name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Layouts))]
    public async Task It_is_built_from_what_its_Dockerfile_copies(string name)
    {
        var layout = SolutionLayout.Read(RepositoryRoot.File(UserProject.Layouts, name + ".txt"));
        using var folder = await layout.WriteToAsync(await UserProject.EmptyAsync());
        (await folder.RunAsync("build", layout.Project, "-t:DockerGuardGenerate")).EnsureSuccess();

        var dockerfile = Path.Combine(Path.GetDirectoryName(folder[layout.Project])!, "Dockerfile");
        using var stage = new BuildStage(folder, folder.Path, dockerfile);
        await stage.RunAsync();

        var assembly = Path.Combine(stage.Application, "App.dll");
        var run = (await folder.RunDotnetAsync(assembly)).EnsureSuccess();
        Assert.AreEqual(layout.Prints, run.Output.Trim());
        foreach (var without in layout.Without)
            Assert.IsFalse(stage.Copied.Any(path => path.StartsWith(without, StringComparison.Ordinal)), without);
    }
}
