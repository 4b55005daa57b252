using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerGuard.Policy.Files;

/// <summary>The policies in a project's folder and above.</summary>
/// <param name="nearest">
/// Those of the nearest folder that has any, up to the repository's root, or outside a repository to the volume's.
/// </param>
/// <param name="above">All others up to the volume's root, the nearest first: each may bind what is below it.</param>
internal sealed class FoundPolicies(IReadOnlyList<string> nearest, IReadOnlyList<string> above)
{
    public IReadOnlyList<string> Nearest { get; } = nearest;

    public IReadOnlyList<string> Above { get; } = above;
}

/// <summary>Finds the policies of a project.</summary>
internal static class PolicyFinder
{
    /// <summary>Both spellings of the YAML extension are in use; one folder may hold only one of them.</summary>
    private static readonly string[] FileNames = [".dockerguard.yml", ".dockerguard.yaml"];

    /// <summary>
    /// Walks up from the project. A repository inside another folder does not end the walk, for whoever makes one must
    /// not be rid of a policy that binds it.
    /// </summary>
    public static FoundPolicies Find(string projectDirectory)
    {
        var nearest = new List<string>();
        var above = new List<string>();
        var isOutside = false;
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            var found = FileNames.Select(name => Path.Combine(folder.FullName, name))
                .Where(path => FileProbe.At(path) != Existing.Nothing);
            (isOutside || nearest.Count > 0 ? above : nearest).AddRange(found);
            isOutside = isOutside || RepositoryMark.IsIn(folder.FullName);
        }

        return new FoundPolicies(nearest, above);
    }
}
