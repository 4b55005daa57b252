using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Images.Builds;

/// <summary>Paths inside a stage, Windows' too, all with slashes.</summary>
internal static class ContainerPath
{
    /// <summary>What makes a pattern of a path.</summary>
    public static readonly char[] Globs = ['*', '?', '['];

    /// <summary>A path seen from a folder; null for a relative one from a folder that nobody knows.</summary>
    public static string? Join(string? directory, string path)
    {
        var slashed = path.Replace('\\', '/');
        if (directory is null && !PathNames.IsRooted(slashed)) return null;
        return PathNames.Join(directory, slashed.Length == 0 ? "." : slashed);
    }

    /// <summary>The path from a folder: empty for the folder itself, null for what is not below it.</summary>
    public static string? Below(string folder, string path) =>
        path == folder ? "" : RelativePath.Below(folder, path);

    /// <summary>True when one of two paths is the other or holds it.</summary>
    public static bool Meet(string one, string other) => Below(one, other) is not null || Below(other, one) is not null;

    /// <summary>True for a path that is the other, in which <c>*</c> may stand for a whole folder.</summary>
    public static bool IsMatch(string pattern, string path)
    {
        if (pattern == path) return true;
        if (pattern.IndexOf('*') < 0) return false;
        string[] expected = pattern.Split('/'), parts = path.Split('/');
        return expected.Length == parts.Length
            && expected.Zip(parts, static (one, other) => one == "*" || one == other).All(static isSame => isSame);
    }

    /// <summary>The part behind the last slash.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
