using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds files that a Dockerfile copies by their names and that its context does not have: of the kinds that people
/// write. What a step before the image build makes, by its folder or because git ignores it, is let be.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="context">The build context.</param>
internal sealed class MissingSourceReader(string path, BuildEvaluation evaluation, ContextFolder context)
{
    /// <summary>Folders above the context that may be the repository's.</summary>
    private const int MostFolders = 8;

    private const string GitIgnore = "/.gitignore";

    /// <summary>What people write, and no compiler or packager makes.</summary>
    private static readonly string[] Written =
    [
        ".cmd", ".conf", ".config", ".cs", ".editorconfig", ".globalconfig", ".ini", ".props", ".ps1", ".py", ".rsp",
        ".ruleset", ".sh", ".sql", ".targets", ".yaml", ".yml",
    ];

    /// <summary>Folders that a step before may fill, by their names.</summary>
    private static readonly string[] Filled =
    [
        "_site", "artifact", "artifacts", "bin", "build", "dist", "generated", "node_modules", "obj", "out", "output",
        "outputs", "publish", "published", "release", "target", "temp", "tmp", "vendor",
    ];

    private readonly ContextSearch _search = new(path, context);
    private readonly string _root = context.Path.Replace('\\', '/').TrimEnd('/');
    private readonly Dictionary<string, IgnoreFile?> _ignoreFiles = new(StringComparer.Ordinal);

    /// <summary>What is missing, in the order of the file; nothing where the context may be another folder.</summary>
    public IReadOnlyList<MissingSource> Read()
    {
        var sources = ContextSource.Of(evaluation);
        var missing = sources.FindAll(source => IsWritten(source.Path) && _search.IsMissing(source.Path)
            && (source.Path.IndexOf('/') < 0 || _search.Has(FolderOf(source.Path)))
            && !MayBeMade(source.Path));
        if (missing.Count == 0) return [];
        var isContext = _search.IsKnown || sources.Exists(source => source.Path != "." && _search.Has(source.Path));
        return isContext
            ?
            [
                .. missing.Select(source => new MissingSource(
                    source.Path,
                    source.Instruction.Keyword,
                    OtherOf(source.Path),
                    new FileOrigin(path, source.Word.Span))),
            ]
            : [];
    }

    private static bool IsWritten(string source) =>
        !ContextSearch.IsProject(source)
            && Array.Exists(Written, end => source.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private bool MayBeMade(string source) =>
        source.StartsWith("..", StringComparison.Ordinal)
            || source.Split('/').Any(static part => Filled.Contains(part, StringComparer.OrdinalIgnoreCase))
            || context.IgnoreFile?.IsIgnored(source) == true
            || IsIgnoredByGit(source);

    private string? OtherOf(string source)
    {
        var folder = source.IndexOf('/') < 0 ? _root : _root + "/" + FolderOf(source);
        return context.Names(folder).FirstOrDefault(name =>
            name.Equals(ContainerPath.Name(source), StringComparison.OrdinalIgnoreCase));
    }

    private static string FolderOf(string source) => source.Substring(0, source.LastIndexOf('/'));

    /// <summary>What git ignores is nobody's to write, or not to be seen here.</summary>
    private bool IsIgnoredByGit(string source)
    {
        var file = _root + "/" + source;
        var folder = file.Substring(0, file.LastIndexOf('/'));
        for (var i = 0; i < MostFolders + source.Split('/').Length && folder.Length > 0; i++)
        {
            if (!_ignoreFiles.TryGetValue(folder, out var ignored))
            {
                _ignoreFiles.Add(folder, ignored = context.Exists(folder + GitIgnore)
                    ? IgnoreFile.Parse(AsDockers(context.Read(folder + GitIgnore) ?? "*"))
                    : null);
            }

            if (ignored?.IsIgnored(ContainerPath.Below(folder, file)!) == true) return true;
            folder = folder.Substring(0, folder.LastIndexOf('/'));
        }

        return false;
    }

    /// <summary>A pattern of git's without a slash means every folder, one with a slash the file's own.</summary>
    private static string AsDockers(string text)
    {
        var lines = text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);
        return string.Join("\n", lines.Select(static line =>
        {
            if (line[0] is '#') return line;
            var sign = line[0] == '!' ? "!" : "";
            var pattern = line.Substring(sign.Length).TrimEnd('/');
            return pattern.IndexOf('/') >= 0 ? sign + pattern.TrimStart('/') : sign + "**/" + pattern;
        }));
    }
}
