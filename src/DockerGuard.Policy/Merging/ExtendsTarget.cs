using System;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Policy.Files;

namespace DockerGuard.Policy.Merging;

/// <summary>A policy file to read.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="WaiverFolder">
/// The folder its waivers' paths are relative to: its own, but for a file in a package that of the policy which extends
/// the package, for no project lies below a package.
/// </param>
/// <param name="PackageFolder">The package the file is in, or null; what it extends must lie there too.</param>
internal sealed record PolicySource(string Path, string WaiverFolder, string? PackageFolder = null)
{
    /// <summary>The id of that package, as it was written.</summary>
    public string? PackageId { get; init; }

    /// <summary>A file that nothing extends.</summary>
    public static PolicySource Of(string path) => new(path, System.IO.Path.GetDirectoryName(path)!);

    /// <summary>How messages name the file: from a folder, or by its package.</summary>
    public string NameFrom(string folder) =>
        PackageFolder is not null && RelativePath.Below(FileProbe.Combine(PackageFolder, ".")!, Path) is { } name
            ? $"{ExtendsTarget.PackagePrefix}{PackageId}/{name}"
            : RelativePath.From(folder, Path);
}

/// <summary>Finds the file a value of <c>extends</c> names.</summary>
internal static class ExtendsTarget
{
    /// <summary>Begins the name of a file in a package.</summary>
    public const string PackagePrefix = "package:";

    /// <summary>The longest id a NuGet package can have.</summary>
    private const int MaxPackageIdLength = 100;

    /// <summary>The file, or null with what is wrong as the end of a sentence.</summary>
    public static PolicySource? Resolve(
        PolicySource from, string text, Func<string, string?>? resolvePackage, out string? problem)
    {
        if (text.StartsWith(PackagePrefix, StringComparison.Ordinal))
            return InPackage(from, text.Substring(PackagePrefix.Length), resolvePackage, out problem);
        problem = PathProblem(text);
        if (problem is not null) return null;
        var target = FileProbe.Combine(Path.GetDirectoryName(from.Path)!, text);
        problem = OutsideProblem(target, from.PackageFolder);
        if (problem is not null) return null;
        var waiverFolder = from.PackageFolder is null ? Path.GetDirectoryName(target)! : from.WaiverFolder;
        return new PolicySource(target!, waiverFolder, from.PackageFolder) { PackageId = from.PackageId };
    }

    private static PolicySource? InPackage(
        PolicySource from, string text, Func<string, string?>? resolvePackage, out string? problem)
    {
        var slash = text.IndexOf('/');
        var id = slash < 0 ? text : text.Substring(0, slash);
        if (slash < 0 || slash == text.Length - 1 || !IsPackageId(id))
        {
            problem = "is not of the form package:Id/path/in/package.yml";
            return null;
        }

        var path = text.Substring(slash + 1);
        problem = PathProblem(path);
        if (problem is not null) return null;
        if (resolvePackage?.Invoke(id) is not { Length: > 0 } folder)
        {
            problem = $"is in package '{id}', which the project does not reference";
            return null;
        }

        var target = FileProbe.Combine(folder, path);
        problem = OutsideProblem(target, folder);
        return problem is null ? new PolicySource(target!, from.WaiverFolder, folder) { PackageId = id } : null;
    }

    private static string? PathProblem(string text)
    {
        if (text.Contains("://")) return "is a URL; extend a relative path or package:Id/path";
        if (text.Contains('\\')) return "has a backslash; separate folders with '/'";
        if (text[0] == '/' || text.Contains(':')) return "is not relative to this file";
        return text.Any(c => char.IsControl(c) || c is '*' or '?' or '"' or '<' or '>' or '|') ? "is not a path" : null;
    }

    private static string? OutsideProblem(string? target, string? packageFolder)
    {
        if (target is null) return "is not a path";
        if (packageFolder is null) return null;
        // Combine takes the detours out of the folder as it did out of the target.
        var root = FileProbe.Combine(packageFolder, ".")!.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        if (!target.StartsWith(root, StringComparison.OrdinalIgnoreCase)) return "leads out of its package";
        // NuGet unpacks no links: one that is there was put there, and may lead anywhere.
        for (var path = target; path.Length > root.Length; path = Path.GetDirectoryName(path)!)
        {
            if (FileProbe.IsLink(path))
                return "is a link, or in a linked folder of its package; links may lead out of it";
        }

        return null;
    }

    private static bool IsPackageId(string id) =>
        id.Length is > 0 and <= MaxPackageIdLength
            && id.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')
            && id[0] != '.';
}
