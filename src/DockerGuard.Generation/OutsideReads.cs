using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation;

/// <summary>
/// What a build reads outside the folder it is built in. What it cannot do without makes an image impossible, the rest
/// is worth a word.
/// </summary>
/// <param name="Refusal">The first that is needed, as a sentence; null where none is.</param>
/// <param name="Remarks">A sentence of each that the build does without.</param>
internal sealed record OutsideReads(string? Refusal, IReadOnlyList<string> Remarks)
{
    /// <summary>Properties whose file is missed.</summary>
    private static readonly string[] Keys =
    [
        "ApplicationIcon", "ApplicationManifest", "AssemblyOriginatorKeyFile", "CodeAnalysisRuleSet", "Win32Resource",
    ];

    /// <param name="build">What the build reads.</param>
    /// <param name="root">Absolute path of the folder.</param>
    /// <param name="isNamed">Whether somebody has named it.</param>
    public static OutsideReads Of(BuildFacts build, string root, bool isNamed)
    {
        var all = build.Projects.SelectMany(project => Candidates(project, build, isNamed)
                .Where(outside => outside.Flaw != LinkFlaw.None
                    || ContextPath.Relative(root, ContextPath.Normalize(outside.Input.Path)) is null)
                .Select(outside => (Project: project, Outside: outside)))
            .GroupBy(static pair => ContextPath.Normalize(pair.Outside.Input.Path), StringComparer.Ordinal)
            .Select(static group => group.OrderByDescending(static pair => pair.Outside.IsNeeded).First())
            .ToList();
        var limit = isNamed ? $"the build context {Sentence.Quote(root)}"
            : build.RepositoryRoot is { } repository
            ? $"the repository {Sentence.Quote(ContextPath.Normalize(repository))}"
            : $"the folder of the sources, {Sentence.Quote(root)}";
        var needed = all.FindAll(static pair => pair.Outside.IsNeeded);
        return new OutsideReads(
            needed.Count == 0 ? null : Refuse(needed[0].Project, needed[0].Outside, needed.Count - 1, limit),
            [
                .. all.Where(static pair => !pair.Outside.IsNeeded).Select(pair =>
                    Told(pair.Project, pair.Outside) + $", which lies outside {limit}, so the image is built "
                    + "without it; " + Advice(pair.Outside.Input)),
            ]);
    }

    private static string Refuse(ProjectInputs project, OutsideInput outside, int others, string limit)
    {
        var more = others > 0 ? $" and {others} more" : "";
        return Told(project, outside) + more + outside.Flaw switch
        {
            LinkFlaw.Absolute => ": the link is an absolute path, which leads nowhere in an image; make it a path from "
                + "the link's own folder",
            LinkFlaw.Folder => ": restore is given single files, and a link of a folder is none; name what it leads to",
            _ => $", which lies outside {limit}: no image build is given anything from there; "
                + (outside.Input.Kind == BuildInputKind.PackageFolder
                    ? "put the packages below, let restore take them from a feed with an address, "
                    : "put it below, ")
                + "or name a folder that holds both as DockerfileContext",
        };
    }

    /// <summary>
    /// Without a repository all belongs to the project, and the kind tells what is missed; with one, what is not the
    /// repository's was set apart when it was found.
    /// </summary>
    private static IEnumerable<OutsideInput> Candidates(ProjectInputs project, BuildFacts build, bool isNamed) =>
        isNamed || build.RepositoryRoot is not null
            ? project.OutsideInputs
            : project.OutsideInputs.Concat(project.Inputs.Select(Judge).OfType<OutsideInput>());

    private static OutsideInput? Judge(BuildInput input) => input.Kind switch
    {
        BuildInputKind.Import => new OutsideInput(
            input, !NameOf(input.Path).StartsWith("Directory.", StringComparison.OrdinalIgnoreCase)),
        BuildInputKind.Text or BuildInputKind.Item or BuildInputKind.CopiedItem or BuildInputKind.ItemFolder
            or BuildInputKind.Task => new OutsideInput(input, IsNeeded: true),
        BuildInputKind.Property when Keys.Contains(input.Name, StringComparer.OrdinalIgnoreCase) =>
            new OutsideInput(input, IsNeeded: true),
        BuildInputKind.NuGetConfig or BuildInputKind.ResponseFile or BuildInputKind.PackageFolder =>
            new OutsideInput(input, IsNeeded: false),
        _ => null,
    };

    private static string Told(ProjectInputs project, OutsideInput outside)
    {
        var input = outside.Input;
        var by = input.Name.Length > 0 && input.Name != NameOf(input.Path) ? $" ({input.Name})" : "";
        var link = outside.Link.Length > 0
            ? $" through the link {Sentence.Quote(ContextPath.Normalize(outside.Link))}"
            : "";
        return $"{NameOf(project.Path)} reads {Sentence.Quote(ContextPath.Normalize(input.Path))}{by}{link}";
    }

    private static string Advice(BuildInput input) => input.Kind is BuildInputKind.NuGetConfig
        ? "where restore needs its feeds, build with --secret id=nuget_config,src=" + ContextPath.Normalize(input.Path)
        : "put what the build needs of it below";

    private static string NameOf(string path) => ContextPath.FileNameOf(ContextPath.Normalize(path));
}
