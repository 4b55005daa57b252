using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>What the tests of an image need of its context that its own build does not bring.</summary>
internal sealed record TestContext
{
    /// <summary>The projects to run, from the context.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>Those among them that a host of tests runs.</summary>
    public required IReadOnlyList<string> Hosted { get; init; }

    /// <summary>What restore reads, grouped by folder.</summary>
    public required IReadOnlyList<CopyGroup> RestoreFiles { get; init; }

    /// <summary>What else they read outside the folders.</summary>
    public required IReadOnlyList<CopyGroup> SourceFiles { get; init; }

    /// <summary>Folders with their sources, none inside another; empty text is the context itself.</summary>
    public required IReadOnlyList<string> SourceFolders { get; init; }

    /// <param name="tests">The projects.</param>
    /// <param name="reads">What of it lies in the context.</param>
    /// <param name="inside">The path from the context of an absolute one below it.</param>
    /// <param name="options">Whether all is wanted, and what runs tests.</param>
    /// <param name="files">What has been copied by name.</param>
    /// <param name="folders">The folders that have been copied.</param>
    public static TestContext Of(
        BuildFacts tests,
        BuildReads reads,
        Func<string, string> inside,
        GenerationOptions options,
        IReadOnlyList<string> files,
        List<string> folders)
    {
        var roots = tests.Projects.Take(tests.TestCount).ToList();
        string Named(ProjectInputs project) => inside(ContextPath.Normalize(project.Path));
        bool IsBrought(string path) => files.Contains(path) || BuildContext.IsCopiedAnyway(path, folders);
        var restore = reads.Restore.Concat(reads.LockFiles).Concat(reads.Projects).Select(inside)
            .Where(path => !IsBrought(path))
            .ToList();
        var own = BuildContext.Outermost(
                reads.Projects.Select(inside).Select(ContextPath.DirectoryOf).Concat(reads.Folders.Select(inside)))
            .FindAll(folder => !folders.Exists(other => other.Length == 0
                || ContextPath.Relative(other, folder) is not null));
        if (!folders.Contains("") && (options.CopiesAll || UnknownInputs.Of(tests) is not null)) own = [""];
        return new TestContext
        {
            Projects = roots.ConvertAll(Named),
            Hosted = roots.FindAll(project => project.HasTestHost && !options.SdkPins.RunsTestsAsPrograms)
                .ConvertAll(Named),
            RestoreFiles = BuildContext.Group(restore.Select(static path => new CopySource(path))),
            SourceFiles = BuildContext.Group(reads.Sources.Select(inside)
                .Where(path => !restore.Contains(path) && !IsBrought(path) && !BuildContext.IsCopiedAnyway(path, own))
                .Select(static path => new CopySource(path))),
            SourceFolders = own,
        };
    }
}
