using System.IO;
using System.Threading;
using DockerGuard.Images.Project;
using DockerGuard.Testing;
using Microsoft.Build.Framework;

namespace DockerGuard.Build.Tests;

/// <summary>Facts of the project <c>Web.csproj</c> in a folder, as a build before leaves them.</summary>
internal static class WrittenFacts
{
    /// <summary>The file they are in.</summary>
    public static string Of(TemporaryFolder folder, ITaskItem[] project, params BuildInput[] inputs)
    {
        var facts = new BuildFacts
        {
            RepositoryRoot = folder.Path,
            Projects = [new ProjectInputs(folder["Web.csproj"]) { Inputs = inputs }],
        };
        var file = Path.Combine(folder.CreateFolder("obj"), "facts.txt");
        var key = new BuildFactsFile(MSBuildItem.FactsOf(project), null!, null!, CancellationToken.None).Key();
        File.WriteAllText(file, new BuildFactsState(key, "", BuildFactsText.Write(facts)).Text);
        return file;
    }
}
