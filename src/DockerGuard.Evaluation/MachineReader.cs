using System;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Construction;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project's files ask of the machine past MSBuild's own file system: functions of files, folders and the
/// registry. What cannot be told where it stands is asked for again in each build.
/// </summary>
/// <param name="project">The evaluated project.</param>
/// <param name="inputs">Knows the project's folder.</param>
/// <param name="stamps">Learns it.</param>
internal sealed class MachineReader(ProjectInstance project, InputCollector inputs, InputStamps stamps)
{
    /// <summary>Functions of a folder that only work with its name.</summary>
    private static readonly string[] OfNames = ["GetCurrentDirectory", "GetDirectoryRoot", "GetParent"];

    /// <summary>
    /// Functions that look for a file in all folders above; what they find, MSBuild's own file system sees.
    /// </summary>
    private const string PathAbove = "GetPathOfFileAbove", FolderAbove = "GetDirectoryNameOfFileAbove";

    /// <summary>Takes what a file says; it is one of the repository's.</summary>
    /// <param name="file">Absolute path.</param>
    /// <param name="root">Its content.</param>
    public void Read(string file, ProjectRootElement root)
    {
        foreach (var element in root.AllChildren)
        {
            Read(file, element.Condition);
            switch (element)
            {
                case ProjectPropertyElement property:
                    Read(file, property.Value);
                    break;
                case ProjectItemElement item:
                    Read(file, $"{item.Include} {item.Exclude} {item.Update} {item.Remove}");
                    break;
                case ProjectMetadataElement metadata:
                    Read(file, metadata.Value);
                    break;
                case ProjectImportElement import:
                    Read(file, import.Project);
                    break;
            }
        }
    }

    private void Read(string file, string? text)
    {
        if (text is null || text.IndexOf("]::", StringComparison.Ordinal) < 0) return;
        foreach (var (function, arguments) in FunctionCalls.In(text, FunctionCalls.Intrinsic))
        {
            if (function.Equals(PathAbove, StringComparison.OrdinalIgnoreCase))
                inputs.Markers.LookFor(ProjectText.At(project, file, FunctionCalls.First(arguments)));
            else if (function.Equals(FolderAbove, StringComparison.OrdinalIgnoreCase))
                inputs.Markers.LookFor(ProjectText.At(project, file, FunctionCalls.Rest(arguments)));
        }

        foreach (var path in FunctionCalls.In(text, FunctionCalls.File).Select(call => PathOf(file, call.Arguments)))
        {
            if (path is null) stamps.AddUnknown();
            else stamps.AddFile(path);
        }

        foreach (var (function, arguments) in FunctionCalls.In(text, FunctionCalls.Directory))
            if (!OfNames.Contains(function, StringComparer.OrdinalIgnoreCase)) AddFolder(file, arguments);

        if (text.IndexOf(FunctionCalls.Expansion, StringComparison.OrdinalIgnoreCase) >= 0
            || text.IndexOf(FunctionCalls.Registry, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            stamps.AddUnknown();
        }
    }

    private void AddFolder(string file, string arguments)
    {
        if (PathOf(file, arguments) is not { } folder || arguments.Contains("AllDirectories"))
        {
            stamps.AddUnknown();
            return;
        }

        stamps.AddListing(folder, InputStamps.NamesIn(folder), []);
    }

    private string? PathOf(string file, string arguments) =>
        AbsolutePath.TryOf(inputs.Directory, ProjectText.At(project, file, FunctionCalls.First(arguments)));
}
