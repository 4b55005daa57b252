using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Holds what commands build, a project, a solution or a folder with one, against the files of their stage. Only what
/// is sure is told: the stage is made of an image of .NET, and nothing that cannot be followed may have brought it.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="context">The build context.</param>
/// <param name="search">Looks for files in it.</param>
/// <param name="isContext">Whether it is known to be that folder, for something else that is copied is there.</param>
/// <param name="builds">The commands of the stages.</param>
/// <param name="images">What the stages are made of.</param>
internal sealed class BuiltTargetReader(
    string path,
    BuildEvaluation evaluation,
    ContextFolder context,
    ContextSearch search,
    Func<bool> isContext,
    ShippedBuilds builds,
    StageImages images)
{
    private const string Host = "dotnet";

    /// <summary>Names that no context has: what would bring them may bring any project.</summary>
    private static readonly string[] AnyProject =
    [
        "\uFFFF.csproj", "\uFFFF.fsproj", "\uFFFF.vbproj", "\uFFFF.proj", "\uFFFF.esproj", "\uFFFF.sln", "\uFFFF.slnx",
        "\uFFFF.slnf",
    ];

    /// <summary>Commands that need a project or a solution.</summary>
    private static readonly string[] Verbs = ["build", "msbuild", "pack", "publish", "restore", "run", "test"];

    /// <summary>What an operand that is no folder ends with.</summary>
    private static readonly string[] FileEnds = [".cs", ".dll", ".exe", ".proj", ".rsp"];

    /// <summary>Commands that take files away.</summary>
    private static readonly string[] Removing = ["find", "mv", "rm", "unlink"];

    /// <summary>What a stage may have, whatever the context has.</summary>
    private readonly StagePaths _anything = new(builds, null, images.AreKnown, static _ => true);

    private readonly HashSet<string> _told = [];

    /// <summary>What commands of a stage miss; each project once, for who mends it mends all.</summary>
    public IEnumerable<MissingProject> Read(StageEvaluation stage)
    {
        if (!MentionsDotNet(stage)) yield break;
        foreach (var build in builds.In(stage))
        {
            if (!build.Command.IsSure || Array.IndexOf(Verbs, build.Command.Verb) < 0) continue;
            if (build.Target is not { } target || !CommandWord.IsKnown(target)) continue;
            var missing = ContextSearch.IsProject(target) ? LookForFile(target, build)
                : IsFolder(build) ? LookInFolder(target, build)
                : null;
            if (missing is not null && _told.Add(missing.Path)) yield return missing;
        }
    }

    private static bool MentionsDotNet(StageEvaluation stage)
    {
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is RunInstruction run && run.ToString().IndexOf(Host, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsFolder(StageBuild build) =>
        build.Command.Project is not { } named
            ? build.Command is { Verb: not "run", HasUnknownOptions: false }
            : !build.Command.HasDoubtfulProject
                && !Array.Exists(FileEnds, end => named.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private MissingProject? LookForFile(string target, StageBuild build)
    {
        // Nearly always it is where its name leads to, and nothing else is asked.
        var plain = ContextPaths.Of(target, build.Stage, build.Instruction).ToList();
        if (plain.Count == 1 && search.Has(plain[0]) && !search.IsIgnored(plain[0])) return null;
        if (!IsLeftAlone(new PathQuery(target, false), build)) return null;
        if (_anything.Find(target, build.Stage, build.Instruction, isFolder: false) is not { } sources) return null;
        if (sources.Count == 0)
            return Missing(target, ProjectProblem.NotInStage, build, OthersOf(ContainerPath.Name(target), build));
        var origin = sources[0].Path;
        if (sources.Count > 1 || origin.IndexOfAny(ContainerPath.Globs) >= 0) return null;
        if (search.IsIgnored(origin))
        {
            // One that is copied by its name is told of there.
            return IsNamed(origin, build) ? null : Missing(origin, ProjectProblem.Ignored, build);
        }

        return search.IsMissing(origin) && (isContext() || search.HasNeighbour(origin))
            ? Missing(origin, ProjectProblem.NotInContext, build)
            : null;
    }

    private MissingProject? LookInFolder(string folder, StageBuild build)
    {
        var paths = new StagePaths(builds, null, images.AreKnown, source =>
            source.IndexOfAny(ContainerPath.Globs) >= 0 || (search.Has(source) && !search.IsIgnored(source)));
        if (new FolderTarget(context, paths).NamesIn(folder, build) is not { } names) return null;
        if (names.Count > 1)
        {
            return FolderTarget.Choose(names) is null
                && build.Command.Verb is not ("run" or "test")
                && !IsAnyRemoved(build)
                && IsLeftAlone(new PathQuery(folder, true), build)
                && (isContext() || names.Any(IsStarted))
                ? Missing(folder, ProjectProblem.SeveralInFolder, build, names)
                : null;
        }

        if (names.Count > 0 || AnyProject.Any(name => !IsNever(folder + "/" + name))) return null;
        var origins = ContextPaths.FoldersOf(folder, build.Stage, build.Instruction).ToList();
        var isSure = origins.Count == 0
            || isContext()
            || origins.TrueForAll(search.HasNoProject);
        return isSure && IsLeftAlone(new PathQuery(folder, true), build)
            ? Missing(folder, ProjectProblem.NoneInFolder, build, ProjectsOf(build))
            : null;

        bool IsNever(string file) =>
            paths.Find(file, build.Stage, build.Instruction, isFolder: false) is { Count: 0 };
    }

    private MissingProject Missing(
        string what, ProjectProblem problem, StageBuild build, IReadOnlyList<string>? others = null) =>
        new(what, problem, build.Say(), new FileOrigin(path, build.Command.Span)) { Others = others ?? [] };

    /// <summary>True when nothing in the same <c>RUN</c> may have put anything there.</summary>
    private bool IsLeftAlone(PathQuery query, StageBuild build) =>
        ScriptEffects.LeavesAlone(query, build.Instruction, build.Stage)
            && builds.In(build.Stage).All(other =>
                other.Instruction != build.Instruction || other.Command.Span == build.Command.Span
                    || other.Command.MakesNoProject);

    private bool IsStarted(string name) => BuiltProjects.StartedIn(evaluation)
        .Contains(System.IO.Path.GetFileNameWithoutExtension(name) + ".dll", StringComparer.OrdinalIgnoreCase);

    private static bool IsAnyRemoved(StageBuild build)
    {
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
        {
            foreach (var run in stage.Stage.Instructions.OfType<RunInstruction>())
                if (stage.ScriptOf(run)?.Find(Removing).Any() != false) return true;
        }

        return false;
    }

    private static bool IsNamed(string origin, StageBuild build) =>
        FilesOf(build).Any(copied => PathNames.Clean(copied.Source.TrimStart('/')) == origin);

    /// <summary>Where the stage has files of a name.</summary>
    private static List<string> OthersOf(string name, StageBuild build) =>
        [.. FilesOf(build).Select(static copied => copied.File!).Where(file => ContainerPath.Name(file) == name)];

    /// <summary>Where the stage has projects or solutions.</summary>
    private static List<string> ProjectsOf(StageBuild build) =>
        [.. FilesOf(build).Select(static copied => copied.File!).Where(ContextSearch.IsProject)];

    /// <summary>What is copied by its name until a command runs.</summary>
    private static IEnumerable<CopiedPath> FilesOf(StageBuild build)
    {
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
        {
            foreach (var transfer in stage.Stage.Instructions.TakeWhile(other => other != build.Instruction)
                .OfType<TransferInstruction>())
            {
                foreach (var copied in CopiedPath.Of(transfer, stage))
                    if (copied.File is not null) yield return copied;
            }
        }
    }
}
