using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// The files that a target names: in the parameters of its tasks and in the items it makes. What only the running build
/// can tell is noted as such.
/// </summary>
/// <param name="project">The evaluated project; it learns the properties that targets set.</param>
/// <param name="inputs">Takes what is found.</param>
internal sealed class TaskFileReader(ProjectInstance project, InputCollector inputs)
{
    private const string Copy = "Copy", Source = "Source", Undefined = "*Undefined*";

    /// <summary>Tasks that read no file, or that others read.</summary>
    private static readonly string[] Others =
    [
        "AssignTargetPath", "CallTarget", "Delete", "Error", "Exec", "MakeDir", "Message", "MSBuild", "RemoveDir",
        "Touch", "Warning", "WriteLinesToFile",
    ];

    /// <summary>Beginnings of parameters that say where a task writes to.</summary>
    private static readonly string[] Outputs = ["Destination", "Output"];

    private HashSet<string>? _setByTargets;

    /// <summary>Reads the parameters of a task.</summary>
    public void Read(ProjectTargetInstance target, ProjectTaskInstance task)
    {
        if (Others.Contains(task.Name, StringComparer.OrdinalIgnoreCase)) return;
        foreach (var parameter in task.Parameters)
        {
            if (Outputs.Any(start => parameter.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))) continue;
            var isSource = parameter.Key.StartsWith(Source, StringComparison.OrdinalIgnoreCase);
            foreach (var part in parameter.Value.Split(';'))
            {
                var isCopied = isSource && task.Name.Equals(Copy, StringComparison.OrdinalIgnoreCase);
                Add(target, part, task.Name, isSource, isCopied && string.IsNullOrEmpty(task.ContinueOnError));
                // A copy fails over a file that is not there; what others do without, nobody knows.
                if (isCopied && IsUnknown(part))
                    inputs.Add(new UnknownRead(part.Trim(), target.Name, target.FullPath));
            }
        }
    }

    /// <summary>Reads an item that a target makes.</summary>
    public void Read(ProjectTargetInstance target, ProjectItemGroupTaskItemInstance item)
    {
        foreach (var part in item.Include.Split(';'))
        {
            var star = part.IndexOf('*');
            if (star < 0)
            {
                Add(target, part, item.ItemType, isSource: true);
                continue;
            }

            var folder = ProjectText.FolderOf(part, star);
            var value = ProjectText.Expand(project, target.FullPath, folder).Trim();
            if (IsUnknown(folder) || inputs.LeavesRepository(value))
                inputs.Add(new UnknownRead(part.Trim(), target.Name, target.FullPath));
            else inputs.AddFolder(inputs.Directory, value, item.ItemType, isSearched: part.Contains("**"));
        }
    }

    /// <summary>A property that a target sets has that value for those after it.</summary>
    public void Read(ProjectTargetInstance target, ProjectPropertyGroupTaskPropertyInstance property)
    {
        var value = ProjectText.Expand(project, target.FullPath, property.Value);
        if (value.Length > 0) project.SetProperty(property.Name, value);
    }

    private void Add(
        ProjectTargetInstance target, string expression, string name, bool isSource, bool isNeeded = false)
    {
        foreach (var value in ProjectText.Expand(project, target.FullPath, expression).Split(';'))
        {
            var path = value.Trim();
            if (path.Length is 0 or > 260) continue;
            inputs.AddFile(BuildInputKind.TaskFile, inputs.Directory, path, target.Name);
            if (isNeeded) inputs.AddOutside(BuildInputKind.TaskFile, inputs.Directory, path, target.Name);
            if (isSource) inputs.AddFolder(inputs.Directory, path, name);
            OwnFileReader.Add(path, target.Name, inputs);
        }
    }

    /// <summary>
    /// True for a path below a property that gets its value while the build runs; what items and metadata hold, MSBuild
    /// has found out by then.
    /// </summary>
    private bool IsUnknown(string expression)
    {
        if (expression.IndexOfAny(['/', '\\', '.']) < 0) return false;
        for (var at = 0; (at = expression.IndexOf("$(", at, StringComparison.Ordinal)) >= 0;)
        {
            at += 2;
            var end = expression.IndexOf(')', at);
            if (end < 0) return false;
            var name = expression.Substring(at, end - at);
            if (name.Any(static c => !char.IsLetterOrDigit(c) && c is not ('_' or '-'))) continue;
            // A solution sets its folder, and no image is built from one.
            if (project.GetPropertyValue(name) is var value
                && (value == Undefined || (value.Length == 0 && SetByTargets.Contains(name))))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> SetByTargets => _setByTargets ??= new HashSet<string>(
        project.Targets.Values.SelectMany(static target => target.Children).SelectMany(static child => child switch
        {
            ProjectTaskInstance task => task.Outputs.OfType<ProjectTaskOutputPropertyInstance>()
                .Select(static output => output.PropertyName),
            ProjectPropertyGroupTaskInstance group => group.Properties.Select(static property => property.Name),
            _ => [],
        }),
        StringComparer.OrdinalIgnoreCase);
}
