using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>The image that Node.js is taken from, for a build that runs it.</summary>
/// <param name="Reference">At its mirror.</param>
/// <param name="Folders">Where it runs, by their paths from the context.</param>
internal sealed record NodeImage(ImageReference Reference, IReadOnlyList<NodeFolder> Folders)
{
    private const string Yarn = "yarn", Pnpm = "pnpm";

    /// <summary>Whether another program than npm installs the packages of one.</summary>
    public bool NeedsCorepack => Folders.Any(static folder => folder.Manager is Yarn or Pnpm);

    /// <summary>The image; null where nothing runs Node.js.</summary>
    /// <param name="build">What the build reads and runs.</param>
    /// <param name="context">The folder it is built in.</param>
    /// <param name="isMusl">Whether the SDK's image is of Alpine.</param>
    /// <param name="options">Where images are fetched from.</param>
    public static NodeImage? Select(BuildFacts build, BuildContext context, bool isMusl, GenerationOptions options)
    {
        var folders = build.Projects.SelectMany(static project => project.NodeFolders)
            .GroupBy(static folder => ContextPath.Normalize(folder.Path), StringComparer.Ordinal)
            .Where(group => ContextPath.Relative(context.Directory, group.Key) is not null)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First() with { Path = ContextPath.Relative(context.Directory, group.Key)! })
            .ToArray();
        if (folders.Length == 0) return null;
        var version = NodeVersion.TagOf(folders.Select(static folder => folder.Version)
            .FirstOrDefault(static written => written is not null));
        // Its programs run in the SDK's image, so both have one C library, and this one not a newer.
        var system = isMusl ? "alpine" : "bookworm-slim";
        return new NodeImage(
            options.Mirrors.Apply(ImageReference.Parse($"docker.io/library/node:{version}-{system}")), folders);
    }

    /// <summary>The command that installs exactly what the lock file fixes; null where none does.</summary>
    public static string? InstallCommand(NodeFolder folder)
    {
        if (folder.LockFile is null) return null;
        var (npm, pnpm) = folder.Path.Length == 0
            ? ("", "")
            : (" --prefix " + DockerfileText.ShellWord(folder.Path), " --dir " + DockerfileText.ShellWord(folder.Path));
        return folder.Manager switch
        {
            Pnpm => $"pnpm{pnpm} install --frozen-lockfile",
            // Which options it has depends on its version.
            Yarn => null,
            _ => $"npm ci{npm}",
        };
    }
}
