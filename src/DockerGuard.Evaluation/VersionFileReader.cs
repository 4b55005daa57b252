using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// The files in which packages look for a version, from the project's folder upwards. GitVersion has one too, and does
/// nothing without git; MinVer has none.
/// </summary>
/// <param name="package">The package.</param>
/// <param name="folder">The property that names another folder to begin in.</param>
/// <param name="file">The property that names another file; null where none does.</param>
/// <param name="names">The names of the files.</param>
internal sealed class VersionFileReader(string package, string folder, string? file, params string[] names)
{
    private const string Inherit = "\"inherit\"";

    private static readonly VersionFileReader[] All =
    [
        new("Nerdbank.GitVersioning", "GitVersionBaseDirectory", null, "version.json", "version.txt"),
        new("GitInfo", "GitInfoBaseDir", "GitVersionFile", "GitInfo.txt"),
    ];

    /// <summary>Reads them for a project.</summary>
    /// <param name="project">The evaluated project.</param>
    /// <param name="configuration">Knows how far up is looked.</param>
    /// <param name="inputs">Takes what is found.</param>
    /// <param name="stamps">Remembers where was looked.</param>
    public static void Read(
        ProjectInstance project, ConfigurationFiles configuration, InputCollector inputs, InputStamps stamps)
    {
        var packages = project.GetItems("PackageReference").Select(static item => item.EvaluatedInclude).ToList();
        foreach (var reader in All.Where(reader => packages.Contains(reader.Package, StringComparer.OrdinalIgnoreCase)))
            reader.Find(project, configuration, inputs, stamps);
    }

    private string Package { get; } = package;

    private void Find(
        ProjectInstance project, ConfigurationFiles configuration, InputCollector inputs, InputStamps stamps)
    {
        var start = AbsolutePath.TryOf(project.Directory, project.GetPropertyValue(folder)) ?? project.Directory;
        // The package has made a path of it where it is restored.
        var named = file is null ? "" : project.GetPropertyValue(file).Replace('\\', '/');
        var wanted = named.Length > 0 ? new[] { named.Substring(named.LastIndexOf('/') + 1) } : names;
        foreach (var at in configuration.FoldersFrom(start))
        {
            foreach (var path in wanted.Select(name => Path.Combine(at, name)))
            {
                stamps.AddFile(path);
                if (!AbsolutePath.HasFile(path)) continue;
                inputs.AddFile(BuildInputKind.VersionFile, at, path, Package);
                if (inputs.Read(path) is not { } text || !Inherits(text)) return;
            }
        }
    }

    /// <summary>Whether a file says that one further above counts as well.</summary>
    private static bool Inherits(byte[] content) =>
        Encoding.UTF8.GetString(content).IndexOf(Inherit, StringComparison.OrdinalIgnoreCase) >= 0;
}
