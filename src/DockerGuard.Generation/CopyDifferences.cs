using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation;

/// <summary>What one Dockerfile copies of the build context and another does not, and who reads it.</summary>
internal sealed class CopyDifferences
{
    private readonly string _context;
    private readonly string _foundContext;
    private readonly BuildFacts _build;
    private readonly bool _isGenerated;
    private readonly List<string> _found;
    private readonly List<string> _wanted;

    private CopyDifferences(BuildEvaluation found, BuildEvaluation wanted, string context, BuildFacts build)
    {
        _context = context;
        _build = build;
        _isGenerated = GeneratedMark.IsIn(found.File.Text);
        var there = Sources(found);
        _foundContext = ContextOf(there, ContextPath.Normalize(build.Project.Path)) ?? context;
        _found = there.ConvertAll(source => Absolute(_foundContext, source));
        _wanted = Sources(wanted).ConvertAll(source => Absolute(context, source));
    }

    /// <param name="found">The file there is.</param>
    /// <param name="wanted">The file that would be generated.</param>
    /// <param name="context">Absolute path of the folder that one is built in.</param>
    /// <param name="build">What the build reads.</param>
    public static IEnumerable<DockerfileDifference> Between(
        BuildEvaluation found, BuildEvaluation wanted, string context, BuildFacts build) =>
        new CopyDifferences(found, wanted, context, build).All();

    private IEnumerable<DockerfileDifference> All()
    {
        foreach (var path in _wanted.Where(path => !IsThere(path)))
        {
            var shown = Shown(path);
            var why = Why(path);
            // A pattern for files that may come one day, nobody misses in a file of their own.
            if (why is null && !_isGenerated && IsPattern(path)) continue;
            var weight = IsPattern(path) ? DifferenceWeight.Detail
                : IsReferenced(path) ? DifferenceWeight.App
                : DifferenceWeight.Build;
            yield return new DockerfileDifference(
                weight,
                why is null ? $"{shown} is read since" : why + " since",
                $"{shown} is not copied" + (why is null ? "" : $", and {why}"));
        }

        foreach (var path in _found.Where(path =>
            !IsPattern(path) && !IsCovered(path, _wanted, _context) && !IsAbove(path)))
        {
            yield return new DockerfileDifference(
                DifferenceWeight.Build,
                $"nothing reads {Shown(path)} any more", $"{Shown(path)} is copied, and the build does not read it");
        }
    }

    /// <summary>A generated file names what restore reads, whatever folders it copies after.</summary>
    private bool IsThere(string path) =>
        _isGenerated && IsOfRestore(path) ? _found.Contains(path) : IsCovered(path, _found, _foundContext);

    private bool IsOfRestore(string path) =>
        _build.Projects.Any(project => ContextPath.Normalize(project.Path) == path)
            || _build.InputsOf(BuildInputKind.Import, BuildInputKind.OptionalImport)
                .Any(input => ContextPath.Normalize(input.Path) == path);

    /// <summary>What comes from the context, as it is written, in its order.</summary>
    private static List<string> Sources(BuildEvaluation file) =>
    [
        .. file.Stages.SelectMany(stage => stage.Stage.Instructions.OfType<TransferInstruction>()
                .Where(static transfer => transfer.FindFlag("from") is null)
                .SelectMany(transfer => transfer.Sources.Select(source =>
                    stage.Expand(transfer.IsJson ? source.Value : source.Text, transfer))))
            .Where(static source => source.IndexOf("://", StringComparison.Ordinal) < 0
                && !source.StartsWith("<<", StringComparison.Ordinal))
            .Select(static source => ContextPath.Normalize("/" + source).Trim('/'))
            .Distinct(),
    ];

    /// <summary>The folder from which the project file is copied by this name; null where it is not.</summary>
    private static string? ContextOf(List<string> sources, string project) =>
        sources.Where(source => source.Length > 0 && project.EndsWith("/" + source, StringComparison.Ordinal))
            .Where(source => ContextPath.FileNameOf(source) == ContextPath.FileNameOf(project))
            .Select(source => project.Substring(0, project.Length - source.Length - 1))
            .FirstOrDefault();

    private static string Absolute(string context, string source) =>
        source.Length == 0 ? context : context + "/" + source;

    /// <summary>Whether one of the sources brings it: itself, a folder above it, or a pattern.</summary>
    private static bool IsCovered(string path, List<string> sources, string context) =>
        sources.Exists(source => ContextPath.Relative(source, path) is not null || IsMatch(source, path, context));

    private static bool IsMatch(string source, string path, string context) =>
        IsPattern(source)
            && ContextPath.Relative(context, source) is { } pattern
            && ContextPath.Relative(context, path) is { } name
            && IgnoreFile.Parse("/" + pattern).Matches(name);

    private static bool IsPattern(string source) => source.IndexOfAny(['*', '?', '[']) >= 0;

    /// <summary>Whether a folder holds something that is read: it is more than is needed, not useless.</summary>
    private bool IsAbove(string folder) => _wanted.Exists(path => ContextPath.Relative(folder, path) is not null);

    private bool IsReferenced(string path) => _build.Projects.Any(project => project.References.Any(
        link => ContextPath.Relative(path, ContextPath.Normalize(link.Path)) is not null));

    /// <summary>Who reads a path, as a sentence; null for what every build copies.</summary>
    private string? Why(string path)
    {
        bool IsIt(string full) => ContextPath.Normalize(full) is var other
            && (ContextPath.Relative(path, other) is not null || IsMatch(path, other, _context));
        foreach (var project in _build.Projects)
        {
            if (project.References.FirstOrDefault(link => IsIt(link.Path)) is { } link)
                return $"{NameOf(project.Path)} references {NameOf(link.Path)}";
        }

        foreach (var project in _build.Projects)
        {
            if (project.Inputs.FirstOrDefault(input => IsIt(input.Path)) is not { } input) continue;
            var verb = input.Kind is BuildInputKind.Import or BuildInputKind.OptionalImport ? "imports" : "reads";
            return $"{NameOf(project.Path)} {verb} {Shown(path)}";
        }

        return null;
    }

    private string Shown(string path) => Sentence.Show(ContextPath.Between(_context, path) is { Length: > 0 } name
        ? name
        : ".");

    private static string NameOf(string path) => Sentence.Show(ContextPath.FileNameOf(ContextPath.Normalize(path)));
}
