using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Catalog;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Reading;

/// <summary>What a Dockerfile and the ignore file beside it say, before any policy is known.</summary>
/// <param name="Input">The file.</param>
internal sealed record DockerfileText(DockerfileInput Input)
{
    /// <summary>The file; null when it, or the ignore file, cannot be read.</summary>
    public Dockerfile? Dockerfile { get; private init; }

    /// <summary>The ignore file of its context; null when there is none.</summary>
    public IgnoreFile? IgnoreFile { get; private init; }

    /// <summary>What could not be read, and why; null when everything could.</summary>
    public Diagnostic? Unreadable { get; private init; }

    /// <summary>Reads the files of a check, each once.</summary>
    /// <exception cref="OperationCanceledException">The check has been cancelled.</exception>
    public static IReadOnlyList<DockerfileText> ReadAll(DockerfileCheckInput input)
    {
        var texts = new List<DockerfileText>();
        foreach (var same in input.Files.GroupBy(file => file.Path, StringComparer.Ordinal))
        {
            input.Cancellation.ThrowIfCancellationRequested();
            texts.Add(Read(same.Last()));
        }

        // What every lint needs and no policy changes is made here, too: the first one of a process waits for it.
        if (texts.Count > 0) _ = (RuleSet.Ours, ImageCatalog.Default);
        return texts;
    }

    private static DockerfileText Read(DockerfileInput file)
    {
        var text = new DockerfileText(file);
        if (DockerfileReader.Read(file.Path, out var problem) is not { } dockerfile)
            return text with { Unreadable = Refusal(file.Path, problem!) };
        if (file.OtherContexts.Count > 0)
        {
            var build = BuildFolder.Of(dockerfile, [file.Context, .. file.OtherContexts]);
            text = text with { Input = file = file with { Context = build.Path, OtherContexts = [] } };
        }

        var ignoreFile = IgnoreFileReader.Read(file.Path, file.Context, out var ignoreProblem);
        // What the build leaves out is not known then, so nothing can be said of what it copies.
        return ignoreProblem is { } unreadable
            ? text with { Unreadable = Refusal(unreadable.Path, unreadable.Why) }
            : text with { Dockerfile = dockerfile, IgnoreFile = ignoreFile };
    }

    private static Diagnostic Refusal(string path, string problem)
    {
        var condition = ToolDiagnostics.UnreadableDockerfile;
        var message = $"'{Path.GetFileName(path)}' {problem}";
        return new Diagnostic(condition, condition.Recommended, message, path, SourceSpan.FileStart);
    }
}
