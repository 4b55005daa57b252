using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>What runs beside the build for the time it saves alone: nobody may notice it in any other way.</summary>
[TestClass]
public sealed class PrepareLintTests
{
    [TestMethod]
    public void It_lints_as_the_lint_that_counts_will()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder(".git");
        File.WriteAllText(folder["Web.csproj"], "<Project />");
        File.WriteAllText(folder[".dockerguard.yml"], "profile: strict\n");
        File.WriteAllText(folder["Dockerfile"], "FROM debian:latest\nADD a /a\n");

        var verdict = Task(new RecordingEngine(), folder).Lint(default)!;

        CollectionAssert.IsSubsetOf(
            new[] { "DG1004", "DG5001" }, verdict.Reported.Select(finding => finding.Descriptor.Id).ToArray());
        Assert.AreEqual(folder[".dockerguard.yml"], verdict.PolicyFiles.Single());
    }

    [TestMethod]
    [DataRow("FROM debian:latest\nADD a /a\n", "profile: strict\n")]
    [DataRow("FROM\nRUN (\n", "profile: strict\n")]
    [DataRow("FROM debian:latest\n", "profile: [\n")]
    [DataRow(null, "extends: ./nowhere.yml\n")]
    public void What_is_wrong_is_told_by_the_lint_that_counts(string? dockerfile, string policy)
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder(".git");
        File.WriteAllText(folder["Web.csproj"], "<Project />");
        File.WriteAllText(folder[".dockerguard.yml"], policy);
        if (dockerfile is not null) File.WriteAllText(folder["Dockerfile"], dockerfile);
        var before = Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories);
        var engine = new RecordingEngine();

        Task(engine, folder).Lint(default);

        AssertSilent(engine);
        CollectionAssert.AreEqual(
            before, Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
    }

    [TestMethod]
    public void Nor_does_it_fail_where_nothing_is_known()
    {
        var engine = new RecordingEngine();
        var task = new PrepareLint { BuildEngine = engine };
        task.Lint(default);
        Assert.IsTrue(task.Execute());
        AssertSilent(engine);
    }

    private static void AssertSilent(RecordingEngine engine)
    {
        Assert.IsEmpty(engine.Errors);
        Assert.IsEmpty(engine.Warnings);
        Assert.IsEmpty(engine.Messages);
    }

    private static PrepareLint Task(RecordingEngine engine, TemporaryFolder folder) => new()
    {
        BuildEngine = engine,
        Dockerfiles = [new TaskItem(folder["Dockerfile"])],
        BuildFactsPath = folder["nothing.txt"],
        Facts =
        [
            .. new[]
            {
                ("MSBuildProjectFullPath", folder["Web.csproj"]), ("MSBuildProjectDirectory", folder.Path),
                ("RepositoryRoot", folder.Path), ("TargetFramework", "net10.0"),
            }.Select(static fact =>
            {
                var item = new TaskItem(fact.Item1);
                item.SetMetadata("Value", fact.Item2);
                return (ITaskItem)item;
            }),
        ],
    };
}
