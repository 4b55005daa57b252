using System.Collections.Generic;

namespace DockerGuard.Images.Builds;

/// <summary>A project or solution that a Dockerfile takes, and that is not where it takes it from.</summary>
/// <param name="path">
/// Its path from the root of the context; for what its stage lacks, and for a folder, the absolute path there.
/// </param>
/// <param name="problem">What is wrong.</param>
/// <param name="taker">
/// Who takes it: the command, <c>'dotnet publish' at line 12</c>, or the keyword of the instruction that copies it.
/// </param>
/// <param name="origin">The place of the command or of the source of the copy.</param>
public sealed class MissingProject(string path, ProjectProblem problem, string taker, Origin origin)
{
    public string Path { get; } = path;

    public ProjectProblem Problem { get; } = problem;

    public string Taker { get; } = taker;

    public Origin Origin { get; } = origin;

    /// <summary>
    /// The names of those there are too many of; else where its stage has a file of that name, if it has one.
    /// </summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>Why a project that is taken is none.</summary>
public enum ProjectProblem
{
    /// <summary>It is copied, and the build context does not have it.</summary>
    Copied,

    /// <summary>A command builds it, and the build context, from where it would come, does not have it.</summary>
    NotInContext,

    /// <summary>The same, and the ignore file hides it.</summary>
    Ignored,

    /// <summary>A command builds it, and nothing has put it there.</summary>
    NotInStage,

    /// <summary>A command builds what is in a folder, and none is.</summary>
    NoneInFolder,

    /// <summary>The same, and there are too many to choose from.</summary>
    SeveralInFolder,
}
