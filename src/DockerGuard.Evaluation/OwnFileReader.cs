using System;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project compiles or ships of its own folder although an ignore file hides such names by habit.
/// </summary>
internal static class OwnFileReader
{
    /// <summary>The folder a web SDK ships whole.</summary>
    public const string WebRoot = "wwwroot";

    private const string Content = "Content", None = "None", DefaultContent = "_ContentIncludedByDefault",
        ToOutput = "CopyToOutputDirectory", ToPublish = "CopyToPublishDirectory";

    private static readonly string[] OutputFolders = ["bin", "obj"];

    public static void Read(ProjectInstance project, InputCollector inputs)
    {
        foreach (var item in ItemReader.ItemsOf(project))
        {
            var path = item.EvaluatedInclude.Replace('\\', '/');
            var isPublic = IsPublic(path);
            if (isPublic && item.ItemType == Content)
            {
                var root = Path.Combine(inputs.Directory, WebRoot);
                if (AbsolutePath.HasFolder(root)) inputs.Add(BuildInputKind.WebRoot, root, Content);
            }

            if (!isPublic && IsTaken(item)) Add(path, item.ItemType, inputs);
        }

        foreach (var property in ItemReader.PropertiesOf(project)) Add(property.EvaluatedValue, property.Name, inputs);
    }

    /// <summary>Adds a file that a project names in its own folder, where such names are hidden.</summary>
    public static void Add(string path, string name, InputCollector inputs)
    {
        if (path.Length is 0 or > 260 || path.IndexOfAny(['\n', ';', '<']) >= 0) return;
        if (inputs.Own(path) is not { } full) return;
        inputs.Follow(BuildInputKind.Item, full, name);
        var relative = full.Substring(inputs.Directory.Length + 1).Replace('\\', '/');
        if (IgnoredByHabit.Hides(relative) && AbsolutePath.HasFile(full) && !IsOutput(relative, inputs))
            inputs.Add(BuildInputKind.OwnFile, full, name);
    }

    // What a web SDK takes by default is every file of some extensions, meant or not: a secret among them stays out.
    private static bool IsTaken(ProjectItemInstance item) => item.ItemType switch
    {
        None => IsCopied(item, ToOutput) || IsCopied(item, ToPublish),
        Content => item.GetMetadataValue(ToPublish) != "Never"
            && !item.Project.GetItems(DefaultContent).Any(other => other.EvaluatedInclude == item.EvaluatedInclude),
        _ => true,
    };

    // Of a project that lies in the folder of another one.
    private static bool IsOutput(string path, InputCollector inputs) =>
        IgnoredByHabit.FolderOf(path) is { } folder
            && OutputFolders.Contains(Path.GetFileName(folder))
            && Path.Combine(inputs.Directory, Path.GetDirectoryName(folder)!) is var parent
            && RegularFile.NamesIn(parent).Any(
                static name => Path.GetExtension(name).EndsWith("proj", StringComparison.OrdinalIgnoreCase));

    private static bool IsPublic(string path) => path.StartsWith(WebRoot + "/", StringComparison.OrdinalIgnoreCase);

    private static bool IsCopied(ProjectItemInstance item, string metadata) =>
        item.GetMetadataValue(metadata) is not ("" or "Never");
}
