using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>What the items and properties of an evaluated project name outside its folder.</summary>
internal static class ItemReader
{
    private const string DefinedIn = "DefiningProjectFullPath", Hint = "Reference.HintPath";

    /// <summary>Lists of Visual Studio and of ours, which no image build reads.</summary>
    private static readonly string[] ForOthers =
    [
        "AvailableItemName", "CustomAdditionalCompileInputs", "DockerGuardDockerfile", "EmbedInBinlog", "FileWrites",
        "FileWritesShareable", "Folder", "PotentialEditorConfigFiles", "ProjectReference", "PropertyPageSchema",
        "SourceRoot", "UpToDateCheckBuilt", "UpToDateCheckInput", "UpToDateCheckOutput", "Watch",
    ];

    /// <summary>Metadata that name folders in which a tool looks for more files.</summary>
    private static readonly string[] FolderMetadata = ["ProtoRoot", "AdditionalImportDirs"];

    /// <summary>Items whose file a build does not do without, wherever it lies.</summary>
    private static readonly string[] Sources =
        ["AdditionalFiles", "ApplicationDefinition", "Compile", "EmbeddedResource", "Page", "Protobuf", "Resource"];

    /// <summary>Properties whose file a build does not do without.</summary>
    private static readonly string[] Keys =
    [
        "ApplicationIcon", "ApplicationManifest", "AssemblyOriginatorKeyFile", "CodeAnalysisRuleSet", "Win32Resource",
    ];

    /// <summary>Beginnings of properties that name what is an import, a configuration, or no input at all.</summary>
    private static readonly string[] OtherProperties =
        ["_", "Directory", "DockerCompose", "Dockerfile", "DockerGuard", "MSBuild", "NuGet", "Restore", "Solution"];

    public static void Read(ProjectInstance project, InputCollector inputs)
    {
        foreach (var item in ItemsOf(project)) ReadItem(item, inputs);
        foreach (var property in PropertiesOf(project))
        {
            var value = property.EvaluatedValue;
            inputs.AddFile(BuildInputKind.Property, inputs.Directory, value, property.Name);
            if (Keys.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                inputs.AddOutside(BuildInputKind.Property, inputs.Directory, value, property.Name);
            if (value.EndsWith(RuleSet.Extension, StringComparison.OrdinalIgnoreCase)) RuleSet.Read(value, inputs);
        }
    }

    /// <summary>The items that may be inputs.</summary>
    public static IEnumerable<ProjectItemInstance> ItemsOf(ProjectInstance project) =>
        project.Items.Where(static item => item.ItemType[0] != '_'
            && !ForOthers.Contains(item.ItemType, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The properties whose values may name inputs; a variable of the environment is a property too, and no input of
    /// anybody else's build.
    /// </summary>
    public static IEnumerable<ProjectPropertyInstance> PropertiesOf(ProjectInstance project) =>
        project.Properties.Where(static property =>
            !OtherProperties.Any(name => property.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                && Environment.GetEnvironmentVariable(property.Name) != property.EvaluatedValue);

    private static void ReadItem(ProjectItemInstance item, InputCollector inputs)
    {
        if (item.ItemType == "Compile") inputs.AddSource(item.EvaluatedInclude);
        // What is not copied and not compiled, nothing reads.
        if (item.ItemType is not ("None" or "Content") || IsCopied(item))
            inputs.FollowOwn(item.EvaluatedInclude, item.ItemType);
        if (inputs.Outside(inputs.Directory, item.EvaluatedInclude) is { } full && AbsolutePath.HasFile(full))
        {
            inputs.Add(KindOf(item), full, item.ItemType);
            inputs.AddNamer(full, item.GetMetadataValue(DefinedIn));
            // One names others beside it.
            if (item.ItemType.Equals("Protobuf", StringComparison.OrdinalIgnoreCase))
                inputs.AddFolder(inputs.Directory, Path.GetDirectoryName(full)!, item.ItemType);
        }

        if (inputs.Elsewhere(inputs.Directory, item.EvaluatedInclude) is { } outside && IsNeeded(item, inputs))
            inputs.AddOutside(KindOf(item), outside, item.ItemType, isNeeded: true);

        foreach (var metadata in item.Metadata)
        {
            var name = item.ItemType + "." + metadata.Name;
            if (name == Hint && inputs.IsOurs(item.GetMetadataValue(DefinedIn)))
                inputs.AddOutside(BuildInputKind.Item, inputs.Directory, metadata.EvaluatedValue, name);
            if (!FolderMetadata.Contains(metadata.Name, StringComparer.OrdinalIgnoreCase))
            {
                inputs.AddFile(BuildInputKind.Item, inputs.Directory, metadata.EvaluatedValue, name);
                continue;
            }

            foreach (var value in metadata.EvaluatedValue.Split(';'))
                inputs.AddFolder(inputs.Directory, value.Trim(), name);
        }
    }

    /// <summary>Whether the repository's own files say that the build takes an item.</summary>
    private static bool IsNeeded(ProjectItemInstance item, InputCollector inputs) =>
        (Sources.Contains(item.ItemType, StringComparer.OrdinalIgnoreCase) || KindOf(item) == BuildInputKind.CopiedItem)
            && inputs.IsOurs(item.GetMetadataValue(DefinedIn));

    private static BuildInputKind KindOf(ProjectItemInstance item) =>
        item.ItemType is "EditorConfigFiles" or "GlobalAnalyzerConfigFiles" ? BuildInputKind.AnalyzerConfig
        : item.ItemType == "None" && IsOnlyPacked(item) ? BuildInputKind.PackItem
        : item.ItemType is "None" or "Content" && IsCopied(item) ? BuildInputKind.CopiedItem
        : BuildInputKind.Item;

    private static bool IsOnlyPacked(ProjectItemInstance item) =>
        item.GetMetadataValue("Pack").Equals("true", StringComparison.OrdinalIgnoreCase)
            && !IsCopied(item);

    private static bool IsCopied(ProjectItemInstance item) =>
        !IsNotCopied(item, "CopyToOutputDirectory") || !IsNotCopied(item, "CopyToPublishDirectory");

    private static bool IsNotCopied(ProjectItemInstance item, string metadata) =>
        item.GetMetadataValue(metadata) is "" or "Never";
}
