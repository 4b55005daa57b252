using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// The files in which Nerdbank.GitVersioning looks for a version, from the project's folder upwards. GitVersion has one
/// too, and does nothing without git; MinVer has none.
/// </summary>
internal static class VersionFileReader
{
    public const string Package = "Nerdbank.GitVersioning";

    private const string Folder = "GitVersionBaseDirectory", Inherit = "\"inherit\"";

    private static readonly string[] Names = ["version.json", "version.txt"];

    /// <summary>Reads them for a project.</summary>
    /// <param name="project">The evaluated project.</param>
    /// <param name="configuration">Knows how far up is looked.</param>
    /// <param name="inputs">Takes what is found.</param>
    /// <param name="stamps">Remembers where was looked.</param>
    public static void Read(
        ProjectInstance project, ConfigurationFiles configuration, InputCollector inputs, InputStamps stamps)
    {
        if (!project.GetItems("PackageReference").Any(
            static item => item.EvaluatedInclude.Equals(Package, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var start = AbsolutePath.TryOf(project.Directory, project.GetPropertyValue(Folder)) ?? project.Directory;
        foreach (var folder in configuration.FoldersFrom(start))
        {
            foreach (var file in Names.Select(name => Path.Combine(folder, name)))
            {
                stamps.AddFile(file);
                if (!AbsolutePath.HasFile(file)) continue;
                inputs.AddFile(BuildInputKind.VersionFile, folder, file, Package);
                if (inputs.Read(file) is not { } text || !Inherits(text)) return;
            }
        }
    }

    /// <summary>Whether a file says that one further above counts as well.</summary>
    private static bool Inherits(byte[] content) =>
        Encoding.UTF8.GetString(content).IndexOf(Inherit, StringComparison.OrdinalIgnoreCase) >= 0;
}
