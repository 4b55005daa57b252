using System;
using System.Collections.Generic;
using DockerGuard.Checks.Reading;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Fixes;

/// <summary>
/// Mends the Dockerfiles of a project. What a file silences itself is not mended; waivers and baselines do not hold a
/// cure up.
/// </summary>
public static class DockerfileFixes
{
    /// <summary>Reads the files and mends each; nothing is written.</summary>
    /// <param name="input">The files, as for a check.</param>
    /// <param name="mayFix">The findings to mend.</param>
    /// <param name="isLeftAlone">True for a file that is not to be touched.</param>
    public static FixVerdict Run(
        DockerfileCheckInput input, Func<Diagnostic, bool> mayFix, Func<Dockerfile, bool> isLeftAlone)
    {
        var verdict = new VerdictBuilder(input.Warnings);
        var files = new List<FixedDockerfile>();
        foreach (var request in OpenedDockerfiles.Open(input, verdict)?.Requests ?? [])
        {
            var result = isLeftAlone(request.Dockerfile) ? null : DockerfileFixer.Apply(request, mayFix);
            files.Add(new FixedDockerfile(request.Path, request.Dockerfile, result));
        }

        return new FixVerdict(verdict.ToVerdict(), files);
    }
}

/// <summary>What became of the files, and what cannot be read.</summary>
/// <param name="verdict">What cannot be read.</param>
/// <param name="files">The files that can, in their order.</param>
public sealed class FixVerdict(Verdict verdict, IReadOnlyList<FixedDockerfile> files)
{
    public Verdict Verdict { get; } = verdict;

    public IReadOnlyList<FixedDockerfile> Files { get; } = files;
}

/// <summary>What became of one file.</summary>
/// <param name="path">Absolute path.</param>
/// <param name="before">The file as it is.</param>
/// <param name="result">What was mended; null when it was left alone.</param>
public sealed class FixedDockerfile(string path, Dockerfile before, FixResult? result)
{
    public string Path { get; } = path;

    public Dockerfile Before { get; } = before;

    public FixResult? Result { get; } = result;
}
