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
    private const string ReadFunctions = FunctionCalls.File + "Read";

    private static readonly string[] SystemFolders = ["/etc/", "/proc/", "/sys/", "/usr/"];

    public static void Read(
        ProjectInstance project, string file, ProjectCollection collection, InputCollector inputs, InputStamps stamps)
    {
        if (Open(file, collection) is not { } root) return;
        inputs.Conditions.Add(root);
        new MachineReader(project, inputs, stamps).Read(file, root);
        foreach (var import in root.Imports.Where(InputConditions.IsOptional))
            inputs.AddOptional(Path.GetDirectoryName(file)!, At(project, file, import.Project));
        foreach (var import in root.Imports)
        {
            AddOutsideImport(project, file, import, inputs);
            var imported = AbsolutePath.TryOf(Path.GetDirectoryName(file)!, At(project, file, import.Project));
            if (imported is not null) inputs.AddNamer(imported, file);
        }

        foreach (var property in root.Properties)
        {
            inputs.AddSetter(property.Name, file);
            if (InputConditions.IsOptional(property)
                && AbsolutePath.TryOf(inputs.Directory, At(project, file, property.Value)) is { } named
                && AbsolutePath.HasFile(named))
            {
                inputs.AddOptional(inputs.Directory, named);
            }

            foreach (var (_, arguments) in FunctionCalls.In(property.Value, FunctionCalls.File))
            {
                var path = At(project, file, FunctionCalls.First(arguments));
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

    /// <summary>The names of a list of targets, its properties expanded.</summary>
    public static IEnumerable<string> Names(ProjectInstance project, string file, string list) =>
        Expand(project, file, list).Split([';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static name => name.Trim());

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
        inputs.AddSearched(folder);
        if (inputs.LeavesRepository(folder)) inputs.Add(new UnknownRead(wildcard.Trim(), "", file));
        else
            inputs.AddFolder(inputs.Directory, folder, type, isSearched: wildcard.Contains("**"));
    }

    /// <summary>As above, without the quotes of an argument.</summary>
    public static string At(ProjectInstance project, string file, string expression) =>
        Expand(project, file, expression).Trim(' ', '\'', '"', '`');

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
