using System;
using System.Collections.Generic;
using System.IO;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Construction;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// Files that change what a build reads when they come or go, though nothing names them that is there: what conditions
/// ask for, and what wildcards of imports and items may take.
/// </summary>
/// <param name="project">The evaluated project.</param>
/// <param name="inputs">Knows what is the repository's.</param>
/// <param name="stamps">Learns them.</param>
internal sealed class ComingFiles(ProjectInstance project, InputCollector inputs, InputStamps stamps)
{
    private const string Exists = "Exists(";

    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Takes what a file says; it is one of the repository's.</summary>
    /// <param name="file">Absolute path.</param>
    /// <param name="root">Its content.</param>
    public void Read(string file, ProjectRootElement root)
    {
        foreach (var element in root.AllChildren)
        {
            foreach (var argument in Asked(element.Condition)) AddFile(file, argument);
            switch (element)
            {
                case ProjectImportElement import:
                    AddWildcard(file, Path.GetDirectoryName(file)!, import.Project);
                    break;
                case ProjectItemElement item:
                    foreach (var part in item.Include.Split(';')) AddWildcard(file, inputs.Directory, part);
                    break;
            }
        }
    }

    /// <summary>Imports ask from their own folder, all else from the project's.</summary>
    private void AddFile(string file, string argument)
    {
        var value = At(file, argument);
        if (value.Length == 0) return;
        foreach (var folder in new[] { inputs.Directory, Path.GetDirectoryName(file)! })
            if (AbsolutePath.TryOf(folder, value) is { } path && inputs.IsOurs(path)) stamps.AddFile(path);
    }

    private void AddWildcard(string file, string folder, string text)
    {
        var star = text.IndexOfAny(Wildcards);
        if (star < 0) return;
        var value = At(file, ProjectText.FolderOf(text, star));
        if (value.Length == 0 || AbsolutePath.TryOf(folder, value) is not { } path) return;
        path = AbsolutePath.Trim(path);
        // What lies in the project's own folder, a Dockerfile brings with it.
        if (!inputs.IsOurs(path) || AbsolutePath.IsWithin(inputs.Directory, path)) return;
        if (text.IndexOf("**", StringComparison.Ordinal) >= 0) stamps.AddTree(path);
        else stamps.AddListing(path);
    }

    private string At(string file, string expression) =>
        ProjectText.Expand(project, file, expression).Trim(' ', '\'', '"', '`');

    /// <summary>The arguments of <c>Exists</c> in a condition.</summary>
    private static IEnumerable<string> Asked(string? condition)
    {
        if (condition is null) yield break;
        for (var at = 0; (at = condition.IndexOf(Exists, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += Exists.Length;
            var start = condition.IndexOf('\'', at);
            var end = start < 0 ? -1 : condition.IndexOf('\'', start + 1);
            if (end < 0) yield break;
            yield return condition.Substring(start + 1, end - start - 1);
            at = end;
        }
    }
}
