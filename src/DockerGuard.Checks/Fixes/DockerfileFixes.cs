using System;
using System.Collections.Generic;
using DockerGuard.Checks.Reading;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;

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
/// <param name="Verdict">What cannot be read.</param>
/// <param name="Files">The files that can, in their order.</param>
public sealed record FixVerdict(Verdict Verdict, IReadOnlyList<FixedDockerfile> Files);

/// <summary>What became of one file.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Before">The file as it is.</param>
/// <param name="Result">What was mended; null when it was left alone.</param>
public sealed record FixedDockerfile(string Path, Dockerfile Before, FixResult? Result);
