using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

/// <summary>The lint of a build knows the ignore file that the build of the image will use.</summary>
[TestClass]
public sealed class IgnoreFileTests
{
    private readonly RecordingEngine _engine = new();

    [TestMethod]
    public void The_ignore_file_of_the_projects_folder_is_read()
    {
        using var folder = Project(".dockerignore", "bin");
        Assert.AreEqual("DG3003", Lint(folder, ""));
        Assert.AreEqual((3, 6), (_engine.Warnings.Single().LineNumber, _engine.Warnings.Single().ColumnNumber));
    }

    [TestMethod]
    public void The_dockerfiles_own_ignore_file_comes_first()
    {
        using var folder = Project(".dockerignore", "bin");
        File.WriteAllText(folder["Dockerfile.dockerignore"], "obj\n");
        Assert.AreEqual("", Lint(folder, ""));
    }

    [TestMethod]
    public void The_context_is_relative_to_the_dockerfile()
    {
        using var folder = Project("root/.dockerignore", "bin");
        Assert.AreEqual("", Lint(folder, ""));
        Assert.AreEqual("DG3003", Lint(folder, "root"));
    }

    [TestMethod]
    public void Without_an_ignore_file_nothing_is_ignored()
    {
        using var folder = Project("other/.dockerignore", "bin");
        Assert.AreEqual("", Lint(folder, "missing"));
    }

    private static TemporaryFolder Project(string ignoreFile, string pattern)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder[".git"]); // the search for a policy ends here
        Directory.CreateDirectory(Path.GetDirectoryName(folder[ignoreFile])!);
        File.WriteAllText(folder[ignoreFile], pattern + "\n");
        File.WriteAllText(folder["Dockerfile"], """
            FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
            WORKDIR /app
            COPY bin/ .
            ENTRYPOINT ["dotnet", "Web.dll"]

            """);
        return folder;
    }

    private string Lint(TemporaryFolder folder, string context)
    {
        var facts = new Dictionary<string, string>
        {
            ["MSBuildProjectFullPath"] = folder["Web.csproj"],
            ["MSBuildProjectDirectory"] = folder.Path,
            ["InvariantGlobalization"] = "true",
        };
        var dockerfile = new TaskItem(folder["Dockerfile"]);
        dockerfile.SetMetadata("Context", context);
        new LintDockerfiles
        {
            BuildEngine = _engine,
            Facts = [.. facts.Select(MSBuildItem.Create).Cast<ITaskItem>()],
            Dockerfiles = [dockerfile],
            RealDay = new DateTime(2026, 11, 22),
        }.Execute();
        Assert.HasCount(0, _engine.Errors);
        return string.Join(" ", _engine.Warnings.Select(warning => warning.Code));
    }
}
