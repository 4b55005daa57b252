using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>Who asks for the history of git, which an image build has only where it is given it.</summary>
/// <param name="Folder">The folder of the history: an absolute path, or one from the build context.</param>
/// <param name="Caller">Who asks, for a comment: <c>target Stamp of Web.csproj runs git</c>.</param>
internal sealed record AskedHistory(string Folder, string Caller)
{
    /// <summary>The first that asks; null for nobody, and where no repository is.</summary>
    public static AskedHistory? Of(BuildFacts build) =>
        build.RepositoryRoot is { } root
            && build.Projects.SelectMany(static project => project.Programs)
                .FirstOrDefault(GitHistory.IsAskedBy) is { } call
            ? new AskedHistory(ContextPath.Normalize(root) + "/.git", $"{call.Say()} runs git")
            : null;

    /// <summary>The same from a build context; null where that does not hold it.</summary>
    /// <param name="root">Absolute path.</param>
    public AskedHistory? In(string root) =>
        ContextPath.Relative(root, Folder) is { } folder ? this with { Folder = folder } : null;
}
