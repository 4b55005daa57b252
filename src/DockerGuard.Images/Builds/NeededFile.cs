using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Builds;

/// <summary>How a build takes it when a file is not there.</summary>
public enum NeedKind
{
    /// <summary>It fails, or makes something else: a project, an import, a source.</summary>
    Build,

    /// <summary>It goes on by other rules: <c>Directory.Build.props</c>, <c>nuget.config</c>, an analyzer.</summary>
    Setting,

    /// <summary>It says less, or more: <c>.editorconfig</c>, a ruleset.</summary>
    Advice,
}

/// <summary>A file or folder outside a project's folder that its build reads.</summary>
/// <param name="Path">Absolute path, with slashes.</param>
/// <param name="Kind">How much depends on it.</param>
/// <param name="Reader">The project that reads it, absolute, with slashes.</param>
/// <param name="Why">How it is read, to follow the file's name: <c>Web.csproj references it</c>.</param>
internal sealed record NeededFile(string Path, NeedKind Kind, string Reader, string Why)
{
    /// <summary>Items without which nothing is compiled; a Content that is only listed is missed by nobody.</summary>
    private static readonly string[] Sources =
        ["Compile", "EmbeddedResource", "Protobuf", "Reference", "Reference.HintPath"];

    private static readonly string[] Keys = ["ApplicationIcon", "AssemblyOriginatorKeyFile", "Win32Manifest"];

    private static readonly string[] Settings = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>Files that tools look for in every folder above a project.</summary>
    private static readonly string[] FoundByName =
    [
        .. Settings, "Directory.Packages.props", "Directory.Build.rsp", ".editorconfig", ".globalconfig",
        "nuget.config", "version.json", "version.txt", ToolManifest,
    ];

    private const string ToolManifest = "dotnet-tools.json", ToolFolder = ".config/";

    private static readonly string[] Advice = ["AdditionalFiles", "CodeAnalysisRuleSet"];

    /// <summary>True for what restore reads too.</summary>
    public bool IsForRestore { get; private init; }

    /// <summary>True for a file that does as well in any other folder above its reader.</summary>
    public bool IsFoundByName => FoundByName.Contains(ContainerPath.Name(Path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Its name from the folder it is found in.</summary>
    public string NameInFolder => Path.EndsWith("/" + ToolFolder + ToolManifest, StringComparison.Ordinal)
        ? ToolFolder + ToolManifest
        : ContainerPath.Name(Path);

    /// <summary>True for a project.</summary>
    public bool IsProject { get; private init; }

    /// <summary>True for what only a publish of its reader takes.</summary>
    public bool IsForPublish { get; private init; }

    /// <summary>See <see cref="BuildInput.NamedBy"/>; with slashes.</summary>
    public string NamedBy { get; private init; } = "";

    /// <summary>The properties that decide whether it is read, besides those of its reader.</summary>
    public string DecidedBy { get; private init; } = "";

    /// <summary>What one project reads for sure; files whose absence nobody minds are left out.</summary>
    /// <param name="project">The project.</param>
    /// <param name="known">The projects that are there, with slashes.</param>
    public static IEnumerable<NeededFile> Of(ProjectInputs project, ISet<string> known)
    {
        var path = Slashed(project.Path);
        var name = ContainerPath.Name(path);
        foreach (var link in project.References)
        {
            var other = Slashed(link.Path);
            if (!known.Contains(other) || project.AsksForFiles || link.IsOptional) continue;
            var kind = link is { IsAssembly: true, IsAnalyzer: false } ? NeedKind.Build : NeedKind.Setting;
            yield return new NeededFile(other, kind, path, name + " references it")
            {
                IsForRestore = true,
                IsProject = true,
            };
        }

        foreach (var input in project.Inputs)
        {
            if (input.IsOptional || KindOf(input) is not { } kind) continue;
            if (input.Kind == BuildInputKind.ToolManifest && !RunsTools(project)) continue;
            if (project.AsksForFiles && input.Kind == BuildInputKind.Item) continue;
            yield return new NeededFile(Slashed(input.Path), kind, path, $"{name} {Reads(input)}")
            {
                IsForRestore = input.Kind is BuildInputKind.Import
                    or BuildInputKind.OptionalImport
                    or BuildInputKind.NuGetConfig,
                NamedBy = Slashed(input.NamedBy),
            };
        }

        foreach (var file in OfTargets(project, path)) yield return file;
    }

    /// <summary>One of the sources that lie beside a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="source">Absolute path, with slashes.</param>
    public static NeededFile OfSources(ProjectInputs project, string source) =>
        new(source, NeedKind.Build, Slashed(project.Path), ContainerPath.Name(Slashed(project.Path)) + " compiles it");

    private static IEnumerable<NeededFile> OfTargets(ProjectInputs project, string path)
    {
        foreach (var file in project.TargetFiles)
        {
            var name = ContainerPath.Name(path);
            var why = file.Target == TargetFile.Pack
                ? $"{name} packs it in every build"
                : $"target {Sentence.Show(file.Target)} of {name} {(file.IsScript ? "runs" : "copies")} it";
            yield return new NeededFile(Slashed(file.Path), NeedKind.Build, path, why)
            {
                IsForPublish = file.Moment == ProgramMoment.Publish,
                DecidedBy = file.DecidedBy,
            };
        }
    }

    /// <summary>Whether its build runs tools of a manifest for sure.</summary>
    private static bool RunsTools(ProjectInputs project) => project.Programs.Any(static call =>
        call is { Program: "dotnet", Moment: ProgramMoment.Build, DecidedBy: "" }
            && (call.Command.Contains("dotnet tool run ") || call.Command.Contains("dotnet tool restore")));

    private static NeedKind? KindOf(BuildInput input) => input.Kind switch
    {
        BuildInputKind.OptionalImport => NeedKind.Setting,
        BuildInputKind.Import => Settings.Contains(ContainerPath.Name(Slashed(input.Path)))
            ? NeedKind.Setting
            : NeedKind.Build,
        BuildInputKind.CopiedItem => NeedKind.Build,
        BuildInputKind.Item when Sources.Contains(input.Name) => NeedKind.Build,
        BuildInputKind.Property when Keys.Contains(input.Name) => NeedKind.Build,
        BuildInputKind.Item or BuildInputKind.Property when Advice.Contains(input.Name) => NeedKind.Advice,
        BuildInputKind.NuGetConfig or BuildInputKind.VersionFile => NeedKind.Setting,
        BuildInputKind.ToolManifest => NeedKind.Build,
        BuildInputKind.AnalyzerConfig or BuildInputKind.ResponseFile => NeedKind.Advice,
        _ => null,
    };

    private static string Reads(BuildInput input) => input.Kind switch
    {
        BuildInputKind.Import or BuildInputKind.OptionalImport => "imports it",
        BuildInputKind.CopiedItem => "copies it to its output",
        BuildInputKind.Item => $"has it as {input.Name.Split('.')[0]}",
        BuildInputKind.Property => $"names it as {input.Name}",
        BuildInputKind.NuGetConfig => "is restored by it",
        BuildInputKind.VersionFile => "has its version from it",
        BuildInputKind.ResponseFile => "is built by it",
        BuildInputKind.ToolManifest => "runs tools of it",
        _ => "is analyzed by it",
    };

    private static string Slashed(string path) => path.Replace('\\', '/');
}
