using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>Whether a build context lacks a file for everybody, whichever folder the image is built in.</summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="context">The build context.</param>
internal sealed class ContextSearch(string path, ContextFolder context)
{
    /// <summary>Folders above the context that may be the repository's.</summary>
    private const int MostFolders = 8;

    private readonly string _root = context.Path.Replace('\\', '/').TrimEnd('/');

    /// <summary>
    /// True where it is known to be this folder: somebody says so, or the Dockerfile lies in it with an ignore file,
    /// which only a context has.
    /// </summary>
    public bool IsKnown => context.IsGiven
        || (path.Replace('\\', '/').StartsWith(_root + "/", StringComparison.Ordinal)
            && path.Replace('\\', '/').IndexOf('/', _root.Length + 1) < 0
            && context.Exists(_root + "/" + IgnoreFile.FileName));

    /// <summary>True for what is there.</summary>
    /// <param name="source">A path from the root of the context.</param>
    public bool Has(string source) => context.Exists(_root + "/" + source);

    /// <summary>True for what is neither there nor in another folder that the image may be built in.</summary>
    public bool IsMissing(string source) => !Places(source).Any(context.Exists) && !IsOfSubmodule(source);

    /// <summary>
    /// True where what is missing has neighbours, so that it can be no other folder: the first folder of its path, or a
    /// project or solution in that of the context.
    /// </summary>
    public bool HasNeighbour(string source)
    {
        var slash = source.IndexOf('/');
        return slash > 0 ? Has(source.Substring(0, slash)) : context.Names(_root).Any(IsProject);
    }

    /// <summary>
    /// True for a folder that has no project, here or in another folder that the image may be built in, where it or a
    /// neighbour is here.
    /// </summary>
    public bool HasNoProject(string source) =>
        source != "."
            && !Places(source).Any(folder => context.Names(folder).Any(IsProject))
            && !IsOfSubmodule(source)
            && (Has(source) || HasNeighbour(source));

    /// <summary>True when the ignore file hides a file that is there.</summary>
    public bool IsIgnored(string source) =>
        context.IgnoreFile is { } ignored && ignored.IsIgnored(source) && ignored.SkipsFolder(source) && Has(source);

    /// <summary>True for a project or a solution, by its name.</summary>
    public static bool IsProject(string name) => ProjectName.IsOne(name) || SolutionFile.IsOne(name);

    /// <summary>A path seen from each folder that the image may be built in.</summary>
    private IEnumerable<string> Places(string source)
    {
        yield return _root + "/" + source;
        var folder = _root;
        for (var i = 0; i < MostFolders && folder.Length > 0; i++)
        {
            folder = folder.Substring(0, folder.LastIndexOf('/'));
            yield return folder + "/" + source;
        }

        var own = path.Replace('\\', '/');
        yield return own.Substring(0, own.LastIndexOf('/') + 1) + source;
    }

    /// <summary>True for what another repository brings, which need not be checked out here.</summary>
    private bool IsOfSubmodule(string source)
    {
        var file = _root + "/" + source;
        var folder = _root;
        for (var i = 0; i < MostFolders && folder.Length > 0; i++)
        {
            if (context.Exists(folder + "/.gitmodules"))
            {
                return context.Read(folder + "/.gitmodules") is not { } text
                    || text.Split('\n').Any(line => IsIn(folder, line));
            }

            folder = folder.Substring(0, folder.LastIndexOf('/'));
        }

        return false;

        bool IsIn(string root, string line)
        {
            var equals = line.IndexOf('=');
            return equals > 0
                && line.Substring(0, equals).Trim() == "path"
                && ContainerPath.Below(root + "/" + line.Substring(equals + 1).Trim(), file) is not null;
        }
    }
}
