using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds projects and solutions that a Dockerfile copies or builds and its context does not have. Nothing makes such
/// files but people, so whoever has the rest of the context has them too.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="context">The build context.</param>
internal sealed class MissingProjectReader(string path, BuildEvaluation evaluation, ContextFolder context)
{
    /// <summary>Folders above the context that may be the repository's.</summary>
    private const int MostFolders = 8;

    private static readonly char[] Ends = [' ', '\t', '\n', '\r', '"', '\'', ';', '&', '=', ','];

    private readonly string _root = context.Path.Replace('\\', '/').TrimEnd('/');

    /// <summary>What is missing, in the order of the stages; nothing where the context may be another folder.</summary>
    public IReadOnlyList<MissingProject> Read()
    {
        var found = new List<MissingProject>();
        var others = new List<string>();
        foreach (var stage in Reached())
        {
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction is not TransferInstruction { IsOnBuild: false } transfer) continue;
                foreach (var word in SourcesOf(transfer, stage))
                {
                    var source = PathNames.Clean(Expand(word, transfer, stage).TrimStart('/'));
                    if (IsProject(source) && IsMissing(source))
                        found.Add(new MissingProject(source, null, new FileOrigin(path, word.Span)));
                    else if (source != ".") others.Add(source);
                }
            }

            found.AddRange(BuiltIn(stage));
        }

        return found.Count > 0 && others.Exists(source => context.Exists(_root + "/" + source)) ? found : [];
    }

    private bool IsMissing(string source) =>
        !context.Exists(_root + "/" + source) && !IsInOtherFolder(source) && !IsOfSubmodule(source);

    /// <summary>True for what is there from a folder that the image may be built in as well.</summary>
    private bool IsInOtherFolder(string source)
    {
        var folder = _root;
        for (var i = 0; i < MostFolders && folder.Length > 0; i++)
        {
            folder = folder.Substring(0, folder.LastIndexOf('/'));
            if (context.Exists(folder + "/" + source)) return true;
        }

        var own = path.Replace('\\', '/');
        return context.Exists(own.Substring(0, own.LastIndexOf('/') + 1) + source);
    }

    /// <summary>The stages that the image is made of: no others are built.</summary>
    private List<StageEvaluation> Reached()
    {
        var reached = new List<StageEvaluation>();
        if (evaluation.Final is not { } final) return reached;
        var seen = new HashSet<StageEvaluation> { final };
        var waiting = new Queue<StageEvaluation>(seen);
        while (waiting.Count > 0)
        {
            var stage = waiting.Dequeue();
            if (stage.IsReplaced) continue;
            reached.Add(stage);
            foreach (var next in stage.Sources.Select(static source => source.Stage).Append(stage.BaseStage))
                if (next is not null && seen.Add(next)) waiting.Enqueue(next);
        }

        return reached;
    }

    private static IEnumerable<Word> SourcesOf(TransferInstruction transfer, StageEvaluation stage)
    {
        if (transfer.FindFlag("from") is not null || CopiedPath.MayGoAnywhere(transfer, stage)) return [];
        return transfer.Sources.Where(word =>
            Expand(word, transfer, stage) is { Length: > 0 } source
                && source.IndexOfAny(ContainerPath.Globs) < 0
                && source.IndexOf(':') < 0
                && source.IndexOf('\\') < 0
                && !source.StartsWith("<<", StringComparison.Ordinal));
    }

    private static string Expand(Word word, TransferInstruction transfer, StageEvaluation stage) =>
        stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);

    /// <summary>What commands name that would come with a folder of the context, were it there.</summary>
    private IEnumerable<MissingProject> BuiltIn(StageEvaluation stage)
    {
        if (!stage.Stage.Instructions.Any(MayMiss) || stage.BaseStage is not null) yield break;
        // What another stage or a template makes is not of the context.
        var isMixed = stage.Stage.Instructions.OfType<TransferInstruction>()
            .Any(static transfer => transfer.FindFlag("from") is not null);
        var commands = StageBuild.In(stage);
        if (isMixed || commands.Exists(static build => build.Command.Verb == "new")) yield break;
        foreach (var build in commands)
        {
            var target = build.Command is { IsBuild: true, Project: not null } ? build.Target : null;
            if (target is null || !CommandWord.IsKnown(target) || !IsProject(target)) continue;
            var origins = ContextPaths.Of(target, stage, build.Instruction).ToList();
            var isMade = stage.Stage.Instructions.TakeWhile(other => other != build.Instruction)
                .Append(build.Instruction)
                .OfType<RunInstruction>()
                .Any(run => !ScriptEffects.LeavesAlone(new PathQuery(target, false), run, stage));
            if (origins.Count != 1 || isMade) continue;
            if (IsMissing(origins[0]))
                yield return new MissingProject(origins[0], build.Say(), new FileOrigin(path, build.Command.Span));
        }
    }

    /// <summary>False for nearly all, which then cost no more: the file is where its name leads to.</summary>
    private bool MayMiss(Instruction instruction) =>
        instruction is RunInstruction run
            && run.ToString() is var text
            && text.IndexOf("dotnet", StringComparison.Ordinal) >= 0
            && text.Split(Ends).Any(word => IsProject(word) && !context.Exists(_root + "/" + word));

    private static bool IsProject(string name) => ProjectName.IsOne(name) || SolutionFile.IsOne(name);

    /// <summary>True for what another repository brings, which need not be checked out here.</summary>
    private bool IsOfSubmodule(string source)
    {
        var file = _root + "/" + source;
        var folder = _root;
        for (var i = 0; i < MostFolders && folder.Length > 0; i++)
        {
            if (context.Exists(folder + "/.gitmodules"))
            {
                return context.Read(folder + "/.gitmodules") is not { } text
                    || text.Split('\n').Any(line => IsIn(folder, line));
            }

            folder = folder.Substring(0, folder.LastIndexOf('/'));
        }

        return false;

        bool IsIn(string root, string line)
        {
            var equals = line.IndexOf('=');
            return equals > 0
                && line.Substring(0, equals).Trim() == "path"
                && ContainerPath.Below(root + "/" + line.Substring(equals + 1).Trim(), file) is not null;
        }
    }
}
