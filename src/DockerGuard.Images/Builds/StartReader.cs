using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Images.Builds;

/// <summary>Holds the file that an image starts against what the command makes of the project.</summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="final">The stage that ships.</param>
/// <param name="paths">What lies where.</param>
/// <param name="appOf">What a command makes; null for one that is not known to build the project.</param>
/// <param name="references">Names of projects whose output may lie beside the app's.</param>
internal sealed class StartReader(
    string file,
    StageEvaluation final,
    StagePaths paths,
    Func<StageBuild, AppBuild?> appOf,
    IReadOnlyCollection<string> references)
{
    private const string Extension = ".dll";

    /// <summary>What is wrong with the start; null when nothing is, or nobody can tell.</summary>
    /// <param name="builds">The commands that make the app.</param>
    /// <param name="outputs">Where they write to.</param>
    public AppStart? Read(IReadOnlyList<StageBuild> builds, BuildOutputs outputs)
    {
        if (builds.Count == 0 || StartedFile.Of(final) is not { } started) return null;
        if (started.Word.IndexOf('\\') >= 0 || started.Word.IndexOf('$') >= 0) return null;
        if (builds.Any(build => appOf(build) is null)) return null;
        var app = appOf(builds[0])!;
        if (app.AssemblyName is not { } name || builds.Any(build => appOf(build)!.AssemblyName != name)) return null;
        var isName = started.Word.IndexOf('/') < 0;
        if (started.IsAssembly && !started.HasAssemblyName)
        {
            return isName && started.Word.Equals(name, StringComparison.OrdinalIgnoreCase)
                ? Fault(StartFault.NoExtension, started, started.Word, name + Extension, builds[0])
                : null;
        }

        // A name alone is looked for in PATH.
        if (!started.IsAssembly && isName) return null;
        var folder = StageFolder.Of(final.WorkingDirectory?.Value, final);
        if (ContainerPath.Join(folder, started.Word) is not { } path || !path.StartsWith("/", StringComparison.Ordinal))
            return null;
        if (paths.Find(path, final, null, isFolder: false) is not { } sources) return null;
        if (sources.Count > 0) return OfSources(started, path, name, sources);
        if (!IsOurs(ContainerPath.Name(path), name)) return null;
        return PlaceOf(name, started, builds, outputs) is { } place && place != path
            ? Fault(StartFault.OtherPlace, started, path, place, builds[0])
            : null;
    }

    private AppStart? OfSources(StartedFile started, string path, string name, IReadOnlyList<PathSource> sources)
    {
        AppStart? found = null;
        foreach (var source in sources)
        {
            // The folder of the output, not a file of its name: what is in it is copied.
            if (source is { Path.Length: 0, Build: not null } && sources.Count > 1) continue;
            // What comes from the context, or of another project, may be anything.
            if (source.Build is not { } build || appOf(build) is not { } app) return null;
            if (OfSource(started, path, name, source.Path, build, app) is not { } fault) return null;
            found ??= fault;
        }

        return found;
    }

    /// <summary>Null when the file is made, or may be.</summary>
    private AppStart? OfSource(
        StartedFile started, string path, string name, string output, StageBuild build, AppBuild app)
    {
        var made = ContainerPath.Name(output);
        if (made != output)
        {
            if (!IsOurs(made, name)) return null;
            var above = path.Substring(0, path.Length - output.Length) + made;
            return Fault(StartFault.OtherPlace, started, path, above, build);
        }

        return started.IsAssembly
            ? OfAssembly(started, path, name, made, build, app)
            : OfProgram(started, path, name, made, build, app);
    }

    private AppStart? OfAssembly(
        StartedFile started, string path, string name, string made, StageBuild build, AppBuild app)
    {
        if (app.IsAot is not { } isAot || app.IsSingleFile is not { } isSingle) return null;
        var assembly = name + Extension;
        if (made == assembly)
            return isAot || isSingle ? Fault(StartFault.NoAssembly, started, path, name, build) : null;
        return made.Equals(assembly, StringComparison.OrdinalIgnoreCase) || !IsReferenced(made)
            ? Fault(StartFault.OtherName, started, path, isAot || isSingle ? name : assembly, build)
            : null;
    }

    private static bool IsOurs(string made, string name) =>
        made.Equals(name, StringComparison.OrdinalIgnoreCase)
            || made.Equals(name + Extension, StringComparison.OrdinalIgnoreCase);

    private bool IsReferenced(string assembly) =>
        references.Contains(
            assembly.Substring(0, assembly.Length - Extension.Length), StringComparer.OrdinalIgnoreCase);

    private AppStart? OfProgram(
        StartedFile started, string path, string name, string made, StageBuild build, AppBuild app)
    {
        if (made == name + Extension) return Fault(StartFault.AssemblyAsProgram, started, path, made, build);
        if (!made.Equals(name, StringComparison.OrdinalIgnoreCase) && !IsMisspelt(made, name)) return null;
        if (app.RuntimeIdentifier?.StartsWith("win", StringComparison.OrdinalIgnoreCase) != false) return null;
        if (app.HasExecutable == false) return Fault(StartFault.NoExecutable, started, path, name + Extension, build);
        return made == name || app.HasExecutable is null
            ? null
            : Fault(StartFault.OtherName, started, path, name, build);
    }

    /// <summary>True for a name so near to the app's that nothing else beside it is called so.</summary>
    private bool IsMisspelt(string made, string name) =>
        made.IndexOf('.') < 0 == name.IndexOf('.') < 0
            && Suggestion.NearestKnown(made, [name]) is not null
            && !references.Contains(made, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the image has the app's file; null when that cannot be followed.</summary>
    private string? PlaceOf(string name, StartedFile started, IReadOnlyList<StageBuild> builds, BuildOutputs outputs)
    {
        var file = started.IsAssembly ? name + Extension : name;
        foreach (var build in builds)
        {
            if (outputs.FolderOf(build) is not { } folder) continue;
            if (build.Stage == final) return ContainerPath.Join(folder, file);
            foreach (var source in final.Sources)
            {
                if (source.Instruction is not Dockerfiles.Syntax.TransferInstruction transfer) continue;
                foreach (var copied in CopiedPath.Of(transfer, final))
                {
                    var from = PathNames.Clean("/" + copied.Source);
                    if (ContainerPath.Below(from, folder + "/" + file) is not { Length: > 0 } rest) continue;
                    if (source.Stage != build.Stage && source.Stage?.BaseStage != build.Stage) continue;
                    return ContainerPath.Join(copied.Destination, rest);
                }
            }
        }

        return null;
    }

    private AppStart Fault(StartFault fault, StartedFile started, string path, string? expected, StageBuild build) =>
        new(fault, started.Word, path, expected, build.Say(), new FileOrigin(file, started.Span));
}
