using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>
/// Files whose being there decides something while a project is evaluated, whatever they hold: those that are looked
/// for in all folders above, such as <c>.gitignore</c>, and those that a condition asks for.
/// </summary>
internal sealed class Markers
{
    /// <summary>How a file is read that a build has from the first.</summary>
    private static readonly BuildInputKind[] OfEvaluation =
    [
        BuildInputKind.Import, BuildInputKind.OptionalImport, BuildInputKind.Text, BuildInputKind.NuGetConfig,
        BuildInputKind.DefaultNuGetConfig, BuildInputKind.ResponseFile,
    ];

    /// <summary>How a file is read that no image build is given for it.</summary>
    private static readonly BuildInputKind[] OfOthers =
    [
        BuildInputKind.GlobalJson, BuildInputKind.PackItem, BuildInputKind.SolutionImport, BuildInputKind.ToolManifest,
    ];

    private readonly HashSet<string> _names = new(AbsolutePath.Comparer);

    /// <summary>Notes what is looked for, as it is written: a name, or a path below each folder.</summary>
    public void LookFor(string name)
    {
        if (name.Length > 0) _names.Add("/" + Slashed(name));
    }

    /// <summary>Takes of what an evaluation asked for and found what nothing else brings.</summary>
    /// <param name="found">Absolute paths.</param>
    /// <param name="inputs">Takes it, and knows the rest.</param>
    /// <param name="repositoryRoot">The folder of the repository; null for none.</param>
    public void Read(IEnumerable<string> found, InputCollector inputs, string? repositoryRoot)
    {
        foreach (var full in found.Where(inputs.IsOurs))
        {
            var isLookedFor = _names.Any(name => Slashed(full).EndsWith(name, StringComparison.Ordinal));
            var isNew = isLookedFor
                ? !inputs.Knows(full, OfEvaluation.Contains)
                : !AbsolutePath.IsWithin(inputs.Directory, full)
                    && !WatchedFileSystem.IsOurs(full)
                    && IsPlain(full, repositoryRoot)
                    && !inputs.Knows(full, static kind => !OfOthers.Contains(kind));
            if (isNew) inputs.Add(BuildInputKind.Marker, full, Path.GetFileName(full));
        }
    }

    /// <summary>Whether image builds have such files: no output, no secret, nothing of one machine.</summary>
    private static bool IsPlain(string full, string? repositoryRoot) =>
        repositoryRoot is not null
            && !IgnoredByHabit.Hides(Slashed(full.Substring(AbsolutePath.Trim(repositoryRoot).Length + 1)));

    private static string Slashed(string path) => path.Replace('\\', '/');
}
