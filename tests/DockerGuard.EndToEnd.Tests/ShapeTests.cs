using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// What is generated for a shape of solution is the same twice, has no finding, is built by an engine, runs without any
/// right, holds the files of an ordinary publish, restores anew when packages change and not when sources do, and is
/// said to be out of date when it is.
/// </summary>
[TestClass]
public sealed partial class ShapeTests
{
    private const string IgnoreFile = ".dockerignore";

    public static IEnumerable<object[]> Names => Shapes.Chosen.Select(static name => new object[] { name });

    [TestMethod]
    public void Three_weeks_see_every_shape_once()
    {
        var seen = Enumerable.Range(51, Shapes.Weeks).SelectMany(static week => Shapes.Choose(null, week)).ToArray();
        CollectionAssert.AreEquivalent(Shapes.All.ToArray(), seen);
        CollectionAssert.AreEqual(Shapes.All.ToArray(), Shapes.Choose("all", 1).ToArray());
        CollectionAssert.AreEquivalent(Shapes.All.Distinct().ToArray(), Shapes.All.ToArray(), "a name is taken twice");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task It_is_generated_built_and_run(string name)
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        var layout = Shapes.Read(name);
        using var folder = await WriteAsync(layout, bases);
        var dockerfile = Path.Combine(Path.GetDirectoryName(layout.Project)!, "Dockerfile");
        var image = "shape:" + name;

        var text = await GenerateTwiceAsync(folder, layout.Project, dockerfile);
        await bases.AddSdkOfAsync(text);
        string[] arguments = [.. layout.Arguments.SelectMany(static pair => new[] { "--build-arg", pair })];
        var built = (await engine.BuildAsync(folder.Path, image, dockerfile, arguments)).EnsureSuccess();
        var run = await engine.RunClientAsync(["run", "--rm", .. ContainerRestrictions.Hardened.Arguments, image]);
        Assert.AreEqual(layout.Prints, run.EnsureSuccess().Output.Trim());

        if (layout.Target is { } target)
        {
            Assert.DoesNotContain(target.Prints, built.Output);
            Assert.Contains(target.Prints, await BuildStageAsync(target.Stage));
        }

        if (layout.Run is { } started)
        {
            await BuildStageAsync(started.Stage);
            string[] hardened = ["run", "--rm", .. ContainerRestrictions.Hardened.Arguments];
            var stage = await engine.RunClientAsync([.. hardened, $"{image}-{started.Stage}"]);
            Assert.Contains(started.Prints, stage.EnsureSuccess().Output);
        }

        await PublishedFiles.AssertSameAsync(engine, image, folder, layout, text);

        EditSource(folder, layout.Project);
        var edited = (await engine.BuildAsync(folder.Path, image, dockerfile, arguments)).EnsureSuccess();
        Assert.IsTrue(IsRestoreCached(edited.Output), edited.Output);

        await TellsOfNewReferenceAsync(folder, layout.Project);
        // Restore alone can know that there is no such package.
        Insert(folder, layout.Project, "<PackageReference Include=\"Not.There\" Version=\"1.0.0\" />");
        var restored = await engine.BuildAsync(folder.Path, image, dockerfile, arguments);
        Assert.IsTrue(restored.ExitCode != 0 && RestoreError().IsMatch(restored.Output), restored.Output);

        async Task<string> BuildStageAsync(string stage) => (await engine.BuildAsync(
            folder.Path, $"{image}-{stage}", dockerfile, [.. arguments, "--target", stage])).EnsureSuccess().Output;
    }

    private static async Task<ProjectFolder> WriteAsync(SolutionLayout layout, SeededRegistry bases)
    {
        var metadata = typeof(ShapeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(static pair => pair.Key, static pair => pair.Value!);
        var packages = PackageClosure.Of(
            metadata["PackageFolder"],
            layout.Packages.Select(
                id => id.Replace("$rid$", metadata["RuntimeIdentifier"], StringComparison.Ordinal)));
        var folder = new ProjectFolder()
            .UseOnlyPackages([await PackedProduct.FileAsync(), .. packages])
            .SetVariable("NUGET_PACKAGES", PackedProduct.PackageCache)
            .Write(".dockerguard.yml", $"""
                profile: strict
                registries:
                  mirrors:
                    mcr.microsoft.com: {bases.Host}
                    docker.io: {bases.Host}

                """);
        return await layout.WriteToAsync(folder);
    }

    private static async Task<string> GenerateTwiceAsync(ProjectFolder folder, string project, string dockerfile)
    {
        (await folder.RunDotnetAsync("build", project, "-t:Restore;DockerGuardGenerate")).EnsureSuccess();
        var (text, ignored) = (File.ReadAllText(folder[dockerfile]), File.ReadAllText(folder[dockerfile + IgnoreFile]));
        File.Delete(folder[dockerfile]);
        File.Delete(folder[dockerfile + IgnoreFile]);
        var again = (await folder.RunDotnetAsync(
            "build", project, "--no-restore", "-t:DockerGuardGenerate;DockerGuardLint")).EnsureSuccess();
        Assert.AreEqual(text, File.ReadAllText(folder[dockerfile]));
        Assert.AreEqual(ignored, File.ReadAllText(folder[dockerfile + IgnoreFile]));
        Assert.Contains("Dockerfile: 0 findings", again.Output);
        Assert.DoesNotMatchRegex(Finding(), again.Output);
        return text;
    }

    private static void EditSource(ProjectFolder folder, string project)
    {
        var source = Directory.EnumerateFiles(Path.GetDirectoryName(folder[project])!, "Program.*").Single();
        File.AppendAllText(source, source.EndsWith(".vb", StringComparison.Ordinal) ? "\n' edited\n" : "\n// edited\n");
    }

    private static async Task TellsOfNewReferenceAsync(ProjectFolder folder, string project)
    {
        folder.Write("Late/Late.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net{DotNetHost.Channel}</TargetFramework></PropertyGroup>
            </Project>
            """);
        var path = Path.GetRelativePath(Path.GetDirectoryName(folder[project])!, folder["Late/Late.csproj"]);
        Insert(folder, project, $"<ProjectReference Include=\"{path}\" />");
        var told = await folder.RunDotnetAsync("build", project, "--no-restore", "-t:DockerGuardLint");
        Assert.MatchesRegex(OutOfDate(), told.Output);
    }

    private static void Insert(ProjectFolder folder, string project, string item) => folder.Write(
        project,
        File.ReadAllText(folder[project]).Replace(
            "</Project>", $"<ItemGroup>{item}</ItemGroup></Project>", StringComparison.Ordinal));

    /// <summary>Whether the step of the restore was taken from an earlier build.</summary>
    private static bool IsRestoreCached(string output) =>
        RestoreStep().Match(output) is { Success: true } step
            && output.Split('\n').Any(line => line.TrimEnd() == $"#{step.Groups["number"].Value} CACHED");

    [GeneratedRegex(@"^#(?<number>\d+) \[build .*dotnet restore ", RegexOptions.Multiline)]
    private static partial Regex RestoreStep();

    [GeneratedRegex(@"(warning|error) DG\d{4}")]
    private static partial Regex Finding();

    [GeneratedRegex(@"(warning|error) DG\d{4}: the Dockerfile is out of date: .*references .*Late")]
    private static partial Regex OutOfDate();

    [GeneratedRegex(@"error NU1\d{3}")]
    private static partial Regex RestoreError();
}
