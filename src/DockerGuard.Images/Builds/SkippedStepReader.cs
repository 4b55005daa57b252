using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds commands with <c>--no-restore</c> or <c>--no-build</c> in whose stage nothing has restored or built before, or
/// only something else. Whatever may have done it, a script, another stage, <c>obj</c> of the context, is let be.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="project">The project the file belongs to; null where there is none.</param>
/// <param name="ignoreFile">What keeps files out of the build; null where nothing does.</param>
/// <param name="builds">The commands of the stages.</param>
/// <param name="images">What the stages are made of.</param>
internal sealed class SkippedStepReader(
    string path,
    BuildEvaluation evaluation,
    ProjectFacts? project,
    IgnoreFile? ignoreFile,
    ShippedBuilds builds,
    StageImages images)
{
    private const string NoRestore = "--no-restore", NoBuild = "--no-build", Host = "dotnet", Debug = "Debug";

    private static readonly string[] Verbs = ["build", "pack", "publish", "run", "test"];

    /// <summary>Verbs that neither restore nor build.</summary>
    private static readonly string[] Idle =
    [
        "--info", "--list-runtimes", "--list-sdks", "--version", "clean", "dev-certs", "help", "nuget", "sln", "tool",
        "user-secrets", "vstest",
    ];

    private static readonly string[] Aims =
    [
        KnownProperties.RuntimeIdentifier, KnownProperties.SelfContained, KnownProperties.UseCurrentRuntimeIdentifier,
    ];

    /// <summary>What gives a command an identifier otherwise than by its own option.</summary>
    private static readonly string[] Given =
        [KnownProperties.RuntimeIdentifier, "RuntimeIdentifiers", KnownProperties.UseCurrentRuntimeIdentifier];

    /// <summary>What makes a restore take the identifier of its own system.</summary>
    private static readonly string[] Aiming =
    [
        KnownProperties.PublishAot, KnownProperties.PublishSelfContained, KnownProperties.PublishSingleFile,
        KnownProperties.PublishTrimmed, KnownProperties.SelfContained, KnownProperties.UseCurrentRuntimeIdentifier,
    ];

    /// <summary>The first such command of each stage.</summary>
    public IReadOnlyList<SkippedStep> Read()
    {
        var found = new List<SkippedStep>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.IsReplaced || !Mentions(stage) || !evaluation.IsReachable(stage.Stage)) continue;
            var skipped = builds.In(stage).Select(Look).FirstOrDefault(static step => step is not null);
            if (skipped is not null) found.Add(skipped);
        }

        return found;
    }

    /// <summary>False for nearly all stages, which then cost nothing.</summary>
    private static bool Mentions(StageEvaluation stage)
    {
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is RunInstruction run
                && run.ToString() is var text
                && (text.IndexOf(NoRestore, StringComparison.Ordinal) >= 0
                    || text.IndexOf(NoBuild, StringComparison.Ordinal) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private SkippedStep? Look(StageBuild build)
    {
        var command = build.Command;
        var isSkipping = command is { Restores: false, IsSure: true, HasUnknownOptions: false }
            && Array.IndexOf(Verbs, command.Verb) >= 0;
        if (!isSkipping || !images.AreKnown(build.Stage)) return null;
        var isBuild = !command.Builds;
        var before = Before(build);
        var done = before.FindAll(other => isBuild ? MayBuild(other.Command) : MayRestore(other.Command));
        if (done.Count == 0) return MayComeOtherwise(build, isBuild) ? null : Skipped(build, isBuild);
        var difference = isBuild
            ? Differs(build, done, KnownProperties.Configuration, ConfigurationOf) ? KnownProperties.Configuration
                : Differs(build, done, KnownProperties.TargetFramework, FrameworkOf) ? KnownProperties.TargetFramework
                : Differs(build, done, KnownProperties.RuntimeIdentifier, IdentifierOf)
                    ? KnownProperties.RuntimeIdentifier
                : null
            : IdentifierOf(build) is { Length: > 0 }
                && Differs(build, done, KnownProperties.RuntimeIdentifier, IdentifierOf)
                ? KnownProperties.RuntimeIdentifier
                : null;
        return difference is null || MayComeOtherwise(build, isBuild)
            ? null
            : Skipped(build, isBuild, done[done.Count - 1], difference);
    }

    private SkippedStep Skipped(StageBuild build, bool isBuild, StageBuild? other = null, string difference = "")
    {
        string[] said = difference.Length > 0 ? [difference] : [];
        return new SkippedStep(build.Say(said), isBuild, new FileOrigin(path, build.Command.Span))
        {
            Other = other?.Say(said),
            Difference = difference switch
            {
                KnownProperties.Configuration => "configuration",
                KnownProperties.TargetFramework => "framework",
                _ => "runtime identifier",
            },
        };
    }

    /// <summary>The commands that have run before one, in its stage and those below.</summary>
    private List<StageBuild> Before(StageBuild build)
    {
        var before = new List<StageBuild>();
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
            before.InsertRange(0, builds.In(stage).TakeWhile(other => other.Command.Span != build.Command.Span));
        return before;
    }

    private static bool MayRestore(DotNetCommand command) => command.Restores && Array.IndexOf(Idle, command.Verb) < 0;

    private static bool MayBuild(DotNetCommand command) =>
        command.Builds && command.Verb != "restore" && Array.IndexOf(Idle, command.Verb) < 0;

    /// <summary>True when all that has been done is known to be for another value than the command's.</summary>
    private static bool Differs(
        StageBuild build, List<StageBuild> done, string property, Func<StageBuild, string?> valueOf)
    {
        if (valueOf(build) is not { } own) return false;
        var isSaid = build.Command.Properties.ContainsKey(property);
        foreach (var other in done)
        {
            isSaid |= other.Command.Properties.ContainsKey(property);
            if (other.Command.HasUnknownOptions || !other.Command.IsBuild) return false;
            var theirs = valueOf(other);
            if (theirs is null || theirs.Equals(own, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return isSaid || property == KnownProperties.Configuration;
    }

    private bool IsOurs(StageBuild build) =>
        project is not null && ProjectMatch.Of(build, project) == ProjectRelation.Ours;

    private string? ConfigurationOf(StageBuild build)
    {
        if (build.Command.Properties.TryGetValue(KnownProperties.Configuration, out var given)) return given.Value;
        // What is taken when nobody names one, a project may say itself.
        if (!IsOurs(build) || project!.TargetFrameworkVersion is null) return null;
        if (ProjectConfigurations.NameFor(build.Command, project) is not { } name) return null;
        return name.Length > 0 ? name
            : Debug.Equals(project.Get(KnownProperties.Configuration), StringComparison.OrdinalIgnoreCase) ? Debug
            : null;
    }

    private string? FrameworkOf(StageBuild build) =>
        build.Command.Properties.TryGetValue(KnownProperties.TargetFramework, out var given) ? given.Value : null;

    /// <summary>Empty where nobody names one, and the project has none; null where that is not known.</summary>
    private string? IdentifierOf(StageBuild build)
    {
        var command = build.Command;
        if (project is null || project.RuntimeIdentifiers.Count > 0 || Array.Exists(Aiming, project.IsTrue))
            return null;
        // A list is restored for each of its identifiers, and a variable of the environment is a property.
        if (command.Properties.ContainsKey(Given[1])
            || command.Environment.Keys.Any(name => Given.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (command.Architecture is not null || command.OperatingSystem is not null) return null;
        if (command.Properties.TryGetValue(KnownProperties.RuntimeIdentifier, out var given)) return given.Value;
        return IsOurs(build) && !Array.Exists(Aims, command.Properties.ContainsKey) ? "" : null;
    }

    /// <summary>Whether anything else may bring what the step makes.</summary>
    private bool MayComeOtherwise(StageBuild build, bool isBuild)
    {
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
        {
            if (stage.IsReplaced || stage.UnresolvedVariable is not null) return true;
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction is RunInstruction run && MayBring(run, stage)) return true;
                if (instruction == build.Instruction) break;
                if (instruction is OnBuildInstruction) return true;
                if (instruction is TransferInstruction transfer && MayBring(transfer, stage, isBuild)) return true;
            }
        }

        return false;
    }

    private bool MayBring(RunInstruction run, StageEvaluation stage) =>
        !ScriptEffects.RunsOnlyKnown(run, stage)
            || run.Mounts.Any(static mount => mount.Type is not ("secret" or "ssh")
                && (mount.From is { Length: > 0 } || mount.Target is not { } at || !ScriptEffects.IsOfSystem(at)))
            || stage.ScriptOf(run)!.Find(Host).Count() != builds.In(stage).Count(build => build.Instruction == run);

    private bool MayBring(TransferInstruction transfer, StageEvaluation stage, bool isBuild)
    {
        if (transfer is AddInstruction || transfer.FindFlag("from") is not null) return true;
        if (CopiedPath.MayGoAnywhere(transfer, stage)) return true;
        return CopiedPath.Of(transfer, stage).Any(copied => copied.File is null && !IsFilePattern(copied.Source)
            && !(IsHidden(copied.Source, "obj") && (!isBuild || IsHidden(copied.Source, "bin"))));
    }

    private static bool IsFilePattern(string source) =>
        source.IndexOfAny(ContainerPath.Globs) >= 0 && ContextSearch.IsProject(source);

    /// <summary>True when the ignore file hides a folder of a name wherever a project may have one.</summary>
    private bool IsHidden(string source, string name)
    {
        if (ignoreFile is null || source.IndexOfAny(ContainerPath.Globs) >= 0) return false;
        var root = PathNames.Clean(source.TrimStart('/'));
        var start = root == "." ? "" : root + "/";
        return IsOut(start + name) && IsOut($"{start}a/{name}") && IsOut($"{start}a/b/{name}");

        bool IsOut(string folder) => ignoreFile.IsIgnored(folder + "/x.json") && ignoreFile.SkipsFolder(folder);
    }
}
