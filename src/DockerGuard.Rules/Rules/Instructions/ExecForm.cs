using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>Writes a shell-form command as the JSON list that starts the same program without a shell.</summary>
internal static class ExecForm
{
    /// <summary>Commands that are the shell's own, or its grammar: without a shell there is nothing to start.</summary>
    private static readonly string[] ShellWords =
    [
        ".", "[", "alias", "bg", "break", "case", "cd", "command", "continue", "do", "done", "echo", "elif", "else",
        "esac", "eval", "exec", "exit",
        "export", "false", "fg", "fi", "for", "function", "getopts", "hash", "if", "jobs", "local", "printf", "pwd",
        "read", "readonly", "return",
        "select", "set", "shift", "source", "test", "then", "time", "times", "trap", "true", "type", "ulimit", "umask",
        "unalias", "unset", "until",
        "wait", "while",
    ];

    /// <summary>
    /// The fix of a plain command: words without quotes, variables or anything else the shell reads. None where
    /// ENTRYPOINT and CMD meet, here or in an image below that is not known: exec form joins them where shell form did
    /// not.
    /// </summary>
    public static Fix? FixOf(CommandInstruction instruction, StageEvaluation stage, FileContext context)
    {
        var isLast = stage == context.Build.Final && stage.Stage.Index == context.Build.Stages.Count - 1;
        var startsAlone = instruction.Kind == InstructionKind.Entrypoint
            ? stage.Cmd is null
            : stage.Entrypoint is null && stage.Base is not null;
        if (!isLast || !startsAlone || !IsPlain(instruction)) return null;
        var words = instruction.Arguments.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || ShellWords.Contains(words[0], StringComparer.Ordinal) || words[0].IndexOf('=') >= 0)
            return null;
        var list = "[" + string.Join(", ", words.Select(word => $"\"{word}\"")) + "]";
        return new Fix(
            "write the command as a JSON list",
            new TextEdit(instruction.SourceOffset(0), instruction.Arguments.Length, list));
    }

    private static bool IsPlain(CommandInstruction instruction)
    {
        // Over several lines the text has line breaks and comments that a list of one line would lose.
        var place = instruction.ArgumentsSpan;
        if (place.Line != place.EndLine || place.EndColumn - place.Column != instruction.Arguments.Length) return false;
        return instruction.Arguments.All(
            character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
                or ' ' or '_' or '.' or '/' or ':' or '=' or '@' or '%' or '+' or ',' or '-');
    }
}
