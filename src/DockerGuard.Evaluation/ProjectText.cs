using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project's files say and its evaluation no longer knows: files whose text makes a property, and assemblies of
/// tasks.
/// </summary>
internal static class ProjectText
{
    private const string FileFunctions = "[System.IO.File]::", ReadFunctions = FileFunctions + "Read";

    private static readonly string[] SystemFolders = ["/etc/", "/proc/", "/sys/", "/usr/"];

    public static void Read(
        ProjectInstance project, string file, ProjectCollection collection, InputCollector inputs, ComingFiles coming)
    {
        if (Open(file, collection) is not { } root) return;
        inputs.Conditions.Add(root);
        coming.Read(file, root);
        foreach (var import in root.Imports.Where(InputConditions.IsOptional))
            inputs.AddOptional(Path.GetDirectoryName(file)!, At(project, file, import.Project));
        foreach (var import in root.Imports) AddOutsideImport(project, file, import, inputs);
        foreach (var property in root.Properties)
        {
            if (InputConditions.IsOptional(property)
                && AbsolutePath.TryOf(inputs.Directory, At(project, file, property.Value)) is { } named
                && AbsolutePath.HasFile(named))
            {
                inputs.AddOptional(inputs.Directory, named);
            }

            foreach (var argument in Arguments(property.Value))
            {
                var path = At(project, file, argument);
                inputs.AddFile(BuildInputKind.Text, inputs.Directory, path, property.Name);
                if (property.Value.IndexOf(ReadFunctions, StringComparison.OrdinalIgnoreCase) >= 0 && !IsOfSystem(path))
                {
                    inputs.AddOutside(
                        BuildInputKind.Text, inputs.Directory, path, property.Name, !IsConditional(property));
                }
            }
        }

        foreach (var item in root.Items)
        {
            if (InputConditions.IsOptional(item)) AddOptional(project, file, item, inputs);
            foreach (var part in item.Include.Split(';').Where(static part => part.IndexOf('*') >= 0))
                ReadWildcard(project, file, item.ItemType, part, inputs);
        }

        foreach (var task in root.UsingTasks)
        {
            var assembly = At(project, file, task.AssemblyFile);
            inputs.AddFile(BuildInputKind.Task, Path.GetDirectoryName(file)!, assembly, task.TaskName);
            inputs.AddOutside(
                BuildInputKind.Task, Path.GetDirectoryName(file)!, assembly, task.TaskName, !IsConditional(task));
        }
    }

    private static void AddOutsideImport(
        ProjectInstance project, string file, ProjectImportElement import, InputCollector inputs)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (inputs.Elsewhere(folder, At(project, file, import.Project)) is { } full
            && project.ImportPaths.Contains(full))
        {
            inputs.AddOutside(BuildInputKind.Import, full, Path.GetFileName(full), isNeeded: true);
        }
    }

    private static bool IsConditional(ProjectElement element) =>
        !string.IsNullOrEmpty(element.Condition) || !string.IsNullOrEmpty(element.Parent?.Condition);

    /// <summary>Whether an image for Linux has such a file of its own.</summary>
    private static bool IsOfSystem(string path) =>
        SystemFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>
    /// What an expression that stands in a file gives outside a running build; empty for what cannot be computed there.
    /// </summary>
    public static string Expand(ProjectInstance project, string file, string expression)
    {
        try
        {
            var folder = Path.GetDirectoryName(file) + Path.DirectorySeparatorChar;
            return project.ExpandString(expression.Replace("$(MSBuildThisFileDirectory)", folder));
        }
        catch (Exception exception) when (exception is InvalidProjectFileException or InvalidOperationException)
        {
            return "";
        }
    }

    private static void AddOptional(
        ProjectInstance project, string file, ProjectItemElement item, InputCollector inputs)
    {
        foreach (var part in item.Include.Split(';'))
        {
            var star = part.IndexOf('*');
            inputs.AddOptional(inputs.Directory, At(project, file, star < 0 ? part : FolderOf(part, star)));
        }
    }

    /// <summary>The folder a wildcard goes through, as it is written.</summary>
    public static string FolderOf(string wildcard, int star) =>
        wildcard.Substring(0, wildcard.LastIndexOfAny(['/', '\\', ')'], star) + 1);

    /// <summary>The folder a wildcard goes through: what it takes tomorrow is not known today.</summary>
    private static void ReadWildcard(
        ProjectInstance project, string file, string type, string wildcard, InputCollector inputs)
    {
        var folder = At(project, file, FolderOf(wildcard, wildcard.IndexOf('*')));
        if (folder.Length == 0) return;
        if (inputs.LeavesRepository(folder)) inputs.Add(new UnknownRead(wildcard.Trim(), "", file));
        else
            inputs.AddFolder(inputs.Directory, folder, type, isSearched: wildcard.Contains("**"));
    }

    private static string At(ProjectInstance project, string file, string expression) =>
        Expand(project, file, expression).Trim(' ', '\'', '"', '`');

    private static IEnumerable<string> Arguments(string value)
    {
        for (var at = value.IndexOf(FileFunctions, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = value.IndexOf(FileFunctions, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = value.IndexOf('(', at);
            if (start < 0) yield break;
            var depth = 0;
            var end = start;
            do
            {
                depth += value[end] switch { '(' => 1, ')' => -1, _ => 0 };
                end++;
            }
            while (depth > 0 && end < value.Length);
            yield return value.Substring(start + 1, Math.Max(end - start - 2, 0)).Trim();
        }
    }

    private static ProjectRootElement? Open(string file, ProjectCollection collection)
    {
        try
        {
            return ProjectRootElement.TryOpen(file, collection);
        }
        catch (InvalidProjectFileException)
        {
            return null;
        }
    }
}
