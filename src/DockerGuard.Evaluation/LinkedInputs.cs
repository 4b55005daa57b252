using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>
/// The links on the way to what a project reads. An image build copies a link as a link: what it leads to must lie at
/// the same place from it there.
/// </summary>
/// <param name="directory">The project's folder.</param>
/// <param name="repositoryRoot">The folder of the repository; null for none.</param>
internal sealed class LinkedInputs(string directory, string? repositoryRoot)
{
    /// <summary>What restore reads, file by file.</summary>
    private static readonly BuildInputKind[] ForRestore =
    [
        BuildInputKind.Import, BuildInputKind.OptionalImport, BuildInputKind.Text, BuildInputKind.NuGetConfig,
        BuildInputKind.DefaultNuGetConfig, BuildInputKind.GlobalJson, BuildInputKind.ResponseFile,
        BuildInputKind.LockFile,
    ];

    // What lies above is the same for all: a link there is copied by nobody.
    private readonly LinkFollower _follower = new(repositoryRoot ?? directory);

    /// <summary>What is read besides, for a link leads there.</summary>
    /// <param name="kind">How the end of the way is read.</param>
    /// <param name="full">The way: an absolute path.</param>
    /// <param name="name">What names it.</param>
    /// <param name="outside">Takes what no image build can have.</param>
    public IEnumerable<BuildInput> Behind(
        BuildInputKind kind, string full, string name, Action<OutsideInput> outside)
    {
        foreach (var link in LinksOn(full))
        {
            var isFolder = link.Rest.Length > 0;
            var input = new BuildInput(
                isFolder ? BuildInputKind.ItemFolder : BuildInputKind.Item, link.Target, name);
            var isOutside = repositoryRoot is not null && !AbsolutePath.IsWithin(repositoryRoot, link.Target);
            var flaw = isOutside ? LinkFlaw.None
                : link.IsAbsolute ? LinkFlaw.Absolute
                : isFolder && ForRestore.Contains(kind) ? LinkFlaw.Folder
                : LinkFlaw.None;
            if (isOutside || flaw != LinkFlaw.None)
                outside(new OutsideInput(input, IsNeeded: true) { Link = link.Path, Flaw = flaw });
            else if (!AbsolutePath.IsWithin(directory, link.Target)) yield return input;
        }
    }

    private IReadOnlyList<PathLink> LinksOn(string path)
    {
        // All links of a folder are stamped together.
        using var away = SeenFiles.LookAway();
        return _follower.On(path);
    }
}
