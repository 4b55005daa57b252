using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Policy.Files;

namespace DockerGuard.Policy.Hadolint;

/// <summary>Finds hadolint's configuration: the nearest file wins alone, as in hadolint.</summary>
/// <remarks>
/// hadolint looks in the folder it is run in, and in the user's. A build is run in no particular folder: so every
/// folder a team may run hadolint in counts, from the Dockerfile's and from the project's up to the root of the
/// repository.
/// </remarks>
internal static class HadolintFinder
{
    private static readonly string[] FileNames = [".hadolint.yaml", ".hadolint.yml"];

    /// <summary>
    /// Absolute path of the file, or of what stands in its place; null when there is none.
    /// </summary>
    public static string? Find(HadolintRequest request) =>
        Candidates(request).FirstOrDefault(path => FileProbe.At(path) != Existing.Nothing);

    private static IEnumerable<string> Candidates(HadolintRequest request) =>
        Upwards(request.DockerfileDirectory).Concat(Upwards(request.ProjectDirectory))
            .SelectMany(folder => FileNames.Select(name => Path.Combine(folder, name)))
            .Concat(OfUser(request.Environment));

    private static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
            if (RepositoryMark.IsIn(folder.FullName)) break;
        }
    }

    /// <summary>
    /// The user's own files, in hadolint's order. Source: hadolint 2.15.1; XDG Base Directory Specification.
    /// </summary>
    private static IEnumerable<string> OfUser(IReadOnlyDictionary<string, string> environment)
    {
        var home = Folder(environment, "HOME") ?? Folder(environment, "USERPROFILE");
        var configuration = Folder(environment, "XDG_CONFIG_HOME")
            ?? (home is null ? null : Path.Combine(home, ".config"));
        if (configuration is not null)
        {
            yield return Path.Combine(configuration, "hadolint.yaml");
            yield return Path.Combine(configuration, "hadolint.yml");
        }

        if (home is null) yield break;
        foreach (var name in new[] { "hadolint.yaml", "hadolint.yml", "config.yaml", "config.yml" })
            yield return Path.Combine(home, ".hadolint", name);
        foreach (var name in FileNames) yield return Path.Combine(home, name);
    }

    /// <summary>
    /// A variable that names a folder; a relative path means nothing here, as the specification has it.
    /// </summary>
    private static string? Folder(IReadOnlyDictionary<string, string> environment, string variable) =>
        environment.TryGetValue(variable, out var path)
            && path.Length > 0
            && path.IndexOfAny(Path.GetInvalidPathChars()) < 0
            && Path.IsPathRooted(path) ? path : null;
}
