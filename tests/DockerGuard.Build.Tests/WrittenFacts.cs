using System.IO;
using DockerGuard.Images.Project;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>Facts of the project <c>Web.csproj</c> in a folder, as the task before leaves them.</summary>
internal static class WrittenFacts
{
    /// <summary>The file they are in.</summary>
    public static string Of(TemporaryFolder folder, params BuildInput[] inputs)
    {
        var facts = new BuildFacts
        {
            RepositoryRoot = folder.Path,
            Projects = [new ProjectInputs(folder["Web.csproj"]) { Inputs = inputs }],
        };
        var file = Path.Combine(folder.CreateFolder("obj"), "facts.txt");
        File.WriteAllText(file, new BuildFactsState("key", "", BuildFactsText.Write(facts)).Text);
        return file;
    }
}
