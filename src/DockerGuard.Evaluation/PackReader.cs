using System;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project puts into its package, where each of its builds makes one; the publish of an image is a build too.
/// </summary>
internal static class PackReader
{
    private const string OnBuild = "GeneratePackageOnBuild", Packable = "IsPackable", Description = "NuspecFile";

    public static void Read(ProjectInstance project, InputCollector inputs)
    {
        // Of several frameworks each is built by itself, and only the build of all of them packs.
        if (!Is(project, OnBuild) || !Is(project, Packable) || project.GetPropertyValue("TargetFrameworks").Length > 0)
            return;
        inputs.Packs = true;
        var decidedBy = string.Join(";", inputs.Conditions.Behind([OnBuild, Packable]));
        var items = ItemReader.ItemsOf(project)
            .Where(static item => item.GetMetadataValue("Pack").Equals("true", StringComparison.OrdinalIgnoreCase))
            .Select(static item => item.EvaluatedInclude);
        foreach (var path in items.Append(project.GetPropertyValue(Description)))
        {
            if (inputs.Outside(inputs.Directory, path) is { } full && AbsolutePath.HasFile(full))
                inputs.Add(new TargetFile(full, TargetFile.Pack, ProgramMoment.Build, decidedBy));
        }
    }

    private static bool Is(ProjectInstance project, string property) =>
        project.GetPropertyValue(property).Equals("true", StringComparison.OrdinalIgnoreCase);
}
