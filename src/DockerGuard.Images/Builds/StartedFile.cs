using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>The file that ENTRYPOINT and CMD start, as far as they say so plainly.</summary>
/// <param name="Word">The word that names it.</param>
/// <param name="Span">The place of the word.</param>
/// <param name="IsAssembly">True when <c>dotnet</c> runs it, false for a program of its own.</param>
internal sealed record StartedFile(string Word, SourceSpan Span, bool IsAssembly)
{
    private const string Host = "dotnet", Extension = ".dll";

    /// <summary>Options of the host that name a version, and nothing about files.</summary>
    private static readonly string[] VersionOptions =
        ["--fx-version", "--roll-forward", "--roll-forward-on-no-candidate-fx"];

    /// <summary>Reads it; null when it is the base image's or cannot be followed.</summary>
    public static StartedFile? Of(StageEvaluation final)
    {
        var words = new List<ShellWord>();
        var entrypoint = final.Entrypoint;
        if (entrypoint is { Value.Count: > 0 })
        {
            if (!TryRead(final, entrypoint.Instruction, words, out var takesArguments)) return null;
            var arguments = takesArguments && final.Cmd is { Value.Count: > 0 } set ? set.Instruction : null;
            var isPlain = arguments is null || (arguments.IsJson && TryRead(final, arguments, words, out _));
            if (!isPlain) return null;
        }
        else if (final.Cmd is not { Value.Count: > 0 } cmd || !TryRead(final, cmd.Instruction, words, out _))
        {
            return null;
        }

        return Of(words);
    }

    private static StartedFile? Of(List<ShellWord> words)
    {
        if (words.Count == 0 || !words[0].IsStatic) return null;
        if (FileName(words[0].Value) != Host) return new StartedFile(words[0].Value, words[0].Span, false);
        var at = 1;
        if (at < words.Count && words[at].Value == "exec") at++;
        while (at < words.Count && words[at].Value.StartsWith("-", StringComparison.Ordinal))
        {
            if (!VersionOptions.Contains(words[at].Value)) return null;
            at += 2;
        }

        return at < words.Count && words[at] is { IsStatic: true, HasGlob: false } word
            ? new StartedFile(word.Value, word.Span, true)
            : null;
    }

    /// <summary>True for an assembly; else dotnet takes the word for a command of its own.</summary>
    public bool HasAssemblyName => Word.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of the one command an instruction starts.</summary>
    private static bool TryRead(
        StageEvaluation final, Instruction? instruction, List<ShellWord> words, out bool takesArguments)
    {
        takesArguments = false;
        if (instruction?.Stage is not { } stage) return false;
        var at = final;
        while (at is not null && at.Stage != stage) at = at.BaseStage;
        if (at?.ScriptOf(instruction) is not { } script) return false;
        var commands =
            script.Commands.Where(static command => command.Wrapped is null && command.Script is null).ToList();
        if (commands.Count != 1 || commands[0].NameWord is null || commands[0].Assignments.Count > 0) return false;
        takesArguments = instruction.IsJson && script.Dialect == ShellDialect.None
            && script.Commands.All(static command => command.Script is null);
        words.AddRange(commands[0].Words);
        return true;
    }

    private static string FileName(string path) => ContainerPath.Name(path.Replace('\\', '/'));
}
