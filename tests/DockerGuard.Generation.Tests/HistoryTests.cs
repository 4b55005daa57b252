using System;
using System.Linq;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>The history of git is where a target asks for it, and nowhere else.</summary>
[TestClass]
public sealed class HistoryTests
{
    private const string Copy = "# The history, for target Stamp of Web.csproj runs git; the image that ships has none "
        + "of it.\nCOPY [\".git/\", \".git/\"]\n# Say ";

    private const string Shown = "\n!.git\n!.git/**\n";

    private static GeneratedDockerfile Running(
        string program,
        string command,
        bool copiesAll = false,
        string? repository = "/repo",
        bool isWorktree = false)
    {
        var facts = App(Web);
        var reading = Reading(facts);
        var call = new ProgramCall(program, command, "Stamp", "/repo/src/Web/Web.csproj", "/repo/src/Web");
        return DockerfileGenerator.Generate(
            facts,
            reading with { Projects = [reading.Project with { Programs = [call] }], RepositoryRoot = repository },
            new GenerationOptions { Today = Today, CopiesAll = copiesAll, IsWorktree = isWorktree });
    }

    [TestMethod]
    [DataRow("git", "git rev-parse HEAD", true)]
    [DataRow("git", "cd .. && git -C . --no-pager describe --always", true)]
    [DataRow("git", "git log -1 | cat", true)]
    [DataRow("git", "git config core.hooksPath .hooks", false)]
    [DataRow("git", "git --version", false)]
    [DataRow("npm", "npm ci git log", false)]
    public void A_target_that_asks_for_it_has_it(string program, string command, bool isThere)
    {
        var generated = Running(program, command);
        Assert.AreEqual(isThere, generated.Dockerfile.Contains(Copy, StringComparison.Ordinal), generated.Dockerfile);
        Assert.AreEqual(isThere, generated.IgnoreFile.Contains(Shown, StringComparison.Ordinal), generated.IgnoreFile);
        Assert.AreEqual(isThere ? "/repo" : "/repo/src/Web", generated.ContextDirectory);
        const string told = "the history of git is given to the build, for target Stamp of Web.csproj runs git";
        Assert.AreEqual(isThere, generated.Reason.Contains(told, StringComparison.Ordinal), generated.Reason);
    }

    [TestMethod]
    public void Where_all_is_copied_it_is_not_hidden()
    {
        var generated = Running("git", "git describe", copiesAll: true);
        Assert.DoesNotContain("COPY [\".git/", generated.Dockerfile);
        StringAssert.Contains(generated.IgnoreFile, Shown);
        Assert.DoesNotContain(Shown, Running("git", "git --version", copiesAll: true).IgnoreFile);
    }

    [TestMethod]
    public void A_worktree_has_none_to_give_and_gets_the_same_file()
    {
        var generated = Running("git", "git describe", isWorktree: true);
        Assert.AreEqual(Running("git", "git describe").Dockerfile, generated.Dockerfile);
        Assert.AreEqual(
            "target Stamp of Web.csproj runs git, and here the repository is a worktree or a submodule, whose history "
                + "lies outside of it; build the image in a clone",
            generated.Remarks.Single());
        Assert.IsEmpty(Running("git", "git --version", isWorktree: true).Remarks);
    }

    [TestMethod]
    public void Where_no_repository_is_there_is_none() =>
        Assert.DoesNotContain(".git/", Running("git", "git describe", repository: null).Dockerfile);
}
