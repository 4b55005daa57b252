using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerGuard.Policy.Files;

/// <summary>Finds the policy of a project.</summary>
internal static class PolicyFinder
{
    /// <summary>Both spellings of the YAML extension are in use; one folder may hold only one of them.</summary>
    private static readonly string[] FileNames = [".dockerguard.yml", ".dockerguard.yaml"];

    /// <summary>
    /// The policies in the nearest folder that has any, walking up from the project to the repository's root
    /// (the folder with <c>.git</c>, which is a file in worktrees and submodules) or, outside a repository, to the
    /// volume's root.
    /// </summary>
    public static IReadOnlyList<string> FindNearest(string projectDirectory)
    {
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            string[] found = [.. FileNames.Select(name => Path.Combine(folder.FullName, name))
                .Where(path => FileProbe.At(path) != Existing.Nothing)];
            if (found.Length > 0) return found;
            if (FileProbe.At(Path.Combine(folder.FullName, ".git")) != Existing.Nothing) break;
        }

        return [];
    }
}
