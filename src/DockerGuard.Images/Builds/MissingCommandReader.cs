using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds programs that instructions start in images which do not have them: any shell in a chiseled image or in none at
/// all, the package manager of another system, <c>curl</c> for a health check. Whatever may bring one is let be.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="images">What the stages are made of.</param>
internal sealed class MissingCommandReader(string path, BuildEvaluation evaluation, StageImages images)
{
    private const string Host = "dotnet", Apt = "apt", Apk = "apk", Interpreter = "#!";

    /// <summary>The managers of each system; those of one are no news on another that may link them.</summary>
    private static readonly string[][] Managers =
        [[Apt, "apt-get", "aptitude"], [Apk], ["dnf", "microdnf", "tdnf", "yum"], ["zypper"]];

    /// <summary>What no image without a shell has, whatever else its libraries bring.</summary>
    private static readonly string[] Plain =
    [
        Apk, Apt, "apt-get", "ash", "bash", "chmod", "chown", "cp", "curl", "dash", "dnf", "groupadd", "microdnf",
        "mkdir", "mv", "rm", "sh", "tdnf", "useradd", "wget", "yum",
    ];

    /// <summary>What a health check asks with, and runtime images are made without.</summary>
    private static readonly string[] Askers = ["curl", "wget"];

    /// <summary>Runtimes were installed by <c>curl</c>, which stayed, before this version.</summary>
    private static readonly Version Five = new(5, 0);

    /// <summary>The first <c>RUN</c> of an image, and what the image that ships starts.</summary>
    public IReadOnlyList<MissingCommand> Read()
    {
        var found = new List<MissingCommand>();
        var known = new HashSet<FromInstruction>();
        foreach (var stage in evaluation.Stages)
        {
            // Who mends the image mends the others that are made of it.
            if (stage.IsReplaced || known.Contains(stage.ExternalFrom)) continue;
            if (!evaluation.IsReachable(stage.Stage) || FindRun(stage) is not { } missing) continue;
            known.Add(stage.ExternalFrom);
            found.Add(missing);
        }

        if (evaluation.Final is not { IsReplaced: false } final) return found;
        if (Started(final) is { } start && IsBare(final) && Look(start, final) is { } unstarted) found.Add(unstarted);
        if (final.Healthcheck?.Instruction is HealthcheckInstruction { IsNone: false } check
            && (IsBare(final) ? Look(check, final) : LookForAsker(check, final)) is { } unasked)
        {
            found.Add(unasked);
        }

        return found;
    }

    /// <summary>True for an image of which all programs are known: none but .NET's own.</summary>
    private bool IsBare(StageEvaluation stage) =>
        RootOf(stage).IsScratch || images.Of(stage) is { Family.IsDistroless: true };

    private MissingCommand? FindRun(StageEvaluation stage)
    {
        var isBare = IsBare(stage);
        var manager = isBare ? null : ManagerOf(stage);
        if (!isBare && manager is null) return null;
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is not RunInstruction run) continue;
            var missing = isBare ? Look(run, stage) : LookForManager(run, stage, manager!);
            if (missing is not null) return missing;
            // What comes after a program that nobody knows may live of it.
            if (isBare) return null;
        }

        return null;
    }

    /// <summary>What the image starts, where its own words say so.</summary>
    private static CommandInstruction? Started(StageEvaluation final) =>
        final.Entrypoint is { Value.Count: > 0, Instruction: CommandInstruction entrypoint } ? entrypoint
        : final.Cmd is not { Value.Count: > 0, Instruction: CommandInstruction cmd } ? null
        // What another image starts takes the words of CMD; text is given to a shell all the same.
        : final.Entrypoint is { Value.Count: > 0 } && cmd.IsJson ? null
        : cmd;

    private MissingCommand? Look(CommandInstruction instruction, StageEvaluation stage)
    {
        if (ProgramOf(instruction, stage) is not { } program || !IsAbsent(program, stage)) return null;
        var before = instruction is RunInstruction ? instruction : null;
        if (instruction is RunInstruction run && ProgramFolders.MayMount(run, stage)) return null;
        if (MayHavePrograms(before, stage)) return null;
        return instruction.IsJson
            ? Missing(instruction, program, stage, WordOf(instruction)!.Span)
            : Missing(instruction, null, stage, instruction.KeywordSpan);
    }

    private MissingCommand Missing(
        Instruction instruction, string? program, StageEvaluation stage, SourceSpan span, string? manager = null) =>
        new(
            instruction.Keyword,
            program,
            RootOf(stage).ImageName,
            instruction is HealthcheckInstruction,
            new FileOrigin(path, span))
        {
            Manager = manager,
        };

    /// <summary>The program that an instruction starts: its own, or the shell that is given its text.</summary>
    private static string? ProgramOf(CommandInstruction instruction, StageEvaluation stage)
    {
        if (instruction.IsJson) return WordOf(instruction)?.Value;
        // A script with an interpreter of its own is given to that one.
        if (instruction.Heredocs.Any(static text => text.Content.StartsWith(Interpreter, StringComparison.Ordinal)))
            return null;
        var at = stage;
        while (at is not null && at.Stage != instruction.Stage) at = at.BaseStage;
        return at?.StateBefore(instruction).Shell is { Count: > 0 } shell ? shell[0] : null;
    }

    private static Word? WordOf(CommandInstruction instruction)
    {
        var first = instruction is HealthcheckInstruction ? 1 : 0;
        return instruction.Words.Count > first ? instruction.Words[first] : null;
    }

    private bool IsAbsent(string program, StageEvaluation stage)
    {
        if (!ProgramFolders.Has(program)) return false;
        var name = ContainerPath.Name(program);
        // What has no .NET at all, another rule tells.
        if (name.Length == 0 || name == Host) return false;
        var isPlain = Array.IndexOf(Plain, name) >= 0;
        if (program.IndexOf('/') < 0 && !isPlain && HasOwnPath(stage)) return false;
        return isPlain
            || RootOf(stage).IsScratch
            || images.Of(stage) is
            {
                Family.IsChiseled: true,
                Kind: DotNetImageKind.AspNet or DotNetImageKind.Runtime or DotNetImageKind.RuntimeDeps,
            };
    }

    private static bool HasOwnPath(StageEvaluation stage)
    {
        for (var at = stage; at is not null; at = at.BaseStage)
            if (at.OwnEnvironment.Any(static setting => setting.Value.Key == "PATH")) return true;
        return false;
    }

    /// <summary>Whether a stage without any may have been given programs until an instruction comes.</summary>
    private bool MayHavePrograms(Instruction? before, StageEvaluation stage)
    {
        for (var at = stage; at is not null; at = at.BaseStage)
        {
            if (at.IsReplaced || at.UnresolvedVariable is not null || HasOwnPath(at)) return true;
            foreach (var instruction in at.Stage.Instructions)
            {
                if (instruction == before) break;
                if (instruction is TransferInstruction copy && ProgramFolders.MayBring(copy, at)) return true;
                if (instruction is not RunInstruction run) continue;
                // One that fails brings nothing.
                if (ProgramOf(run, at) is not { } program) return true;
                if (program != Host && (!IsAbsent(program, at) || ProgramFolders.MayMount(run, at))) return true;
            }
        }

        return false;
    }

    private MissingCommand? LookForManager(RunInstruction run, StageEvaluation stage, string manager)
    {
        if (stage.ScriptOf(run) is not { } script) return null;
        foreach (var command in script.Commands)
        {
            if (command.Name is not { } name || !IsOfOther(name, manager) || !command.IsSure()) continue;
            var isBrought = !ScriptEffects.RunsOnlyKnownBefore(command, script)
                || ProgramFolders.MayMount(run, stage)
                || MayBringBefore(name, run, stage)
                || MayBringItself(name, command, script, run);
            return isBrought ? null : Missing(run, name, stage, command.NameWord!.Span, manager);
        }

        return null;
    }

    /// <summary>
    /// Whether the script names the program before, to install or to link it, or looks for it elsewhere.
    /// </summary>
    private static bool MayBringItself(
        string name, SimpleCommand command, ShellScript script, RunInstruction run) =>
        run.ToString() is var text
            && (text.IndexOf("PATH=", StringComparison.Ordinal) >= 0
                || text.IndexOf(name + "()", StringComparison.Ordinal) >= 0
                || script.Commands.TakeWhile(other => other != command).Any(other => other.Arguments.Any(
                    word => word.Value.Split('=')[0] is var value
                        && (value == name || value.EndsWith("/" + name, StringComparison.Ordinal)))));

    private static bool IsOfOther(string name, string manager) =>
        Array.Exists(Managers, group => Array.IndexOf(group, name) >= 0 && Array.IndexOf(group, manager) < 0);

    private string? ManagerOf(StageEvaluation stage)
    {
        if (images.Of(stage) is { } image) return image.Family.IsKnown ? image.Family.PackageManager : null;
        return stage.ExternalFrom is { Image: not null }
            && ImageReference.TryParse(RootOf(stage).ImageName, out var reference)
            ? PackageManagerTable.Find(reference)
            : null;
    }

    /// <summary>A health check that asks with a program which no runtime image of .NET has.</summary>
    private MissingCommand? LookForAsker(HealthcheckInstruction check, StageEvaluation final)
    {
        var at = final;
        while (at is not null && at.Stage != check.Stage) at = at.BaseStage;
        if (at?.ScriptOf(check) is not { UnreadFrom: null, Errors.Count: 0 } script) return null;
        foreach (var command in script.Find(Askers))
        {
            if (!ProgramFolders.Has(command.Name!) || !command.FailsScript()) continue;
            var name = command.BaseName!;
            return Lacks(name, final) && !MayBringBefore(name, null, final)
                ? Missing(check, command.Name, final, command.NameWord!.Span)
                : null;
        }

        return null;
    }

    private bool Lacks(string asker, StageEvaluation final) =>
        images.Of(final) is
        {
            Kind: DotNetImageKind.AspNet or DotNetImageKind.Runtime or DotNetImageKind.RuntimeDeps,
            Family: { IsKnown: true, PackageManager: Apt or Apk } family,
        } image
            && image.DotNetVersion >= Five
            // Alpine's busybox has a wget.
            && (family.PackageManager == Apt || asker == Askers[0]);

    private static bool MayBringBefore(string program, Instruction? before, StageEvaluation stage)
    {
        for (var at = stage; at is not null; at = at.BaseStage)
        {
            if (at.IsReplaced || at.UnresolvedVariable is not null || HasOwnPath(at)) return true;
            foreach (var instruction in at.Stage.Instructions)
            {
                if (instruction == before) break;
                if (instruction is TransferInstruction copy && ProgramFolders.MayBring(copy, at)) return true;
                if (instruction is RunInstruction run && ProgramFolders.MayBring(program, run, at)) return true;
            }
        }

        return false;
    }

    private StageEvaluation RootOf(StageEvaluation stage) => evaluation[stage.ExternalFrom.Stage!];
}
