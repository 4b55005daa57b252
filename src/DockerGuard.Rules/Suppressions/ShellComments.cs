using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// The shells that <c># hadolint shell=…</c> names. Before the first <c>FROM</c> it is the default of every stage, else
/// it holds from its line on to the end of the stage or to the next <c>SHELL</c>. Source: hadolint 2.15.1.
/// </summary>
internal static class ShellComments
{
    /// <summary>
    /// Tells the shell of an instruction that a comment decides; null in a file without such comments.
    /// </summary>
    public static Func<Instruction, IReadOnlyList<string>?>? Resolver(Dockerfile file)
    {
        var comments = ShellsByLine(file);
        if (comments.Count == 0) return null;
        var shells = Read(file, comments);
        return instruction => shells.TryGetValue(instruction, out var shell) ? shell : null;
    }

    private static Dictionary<Instruction, IReadOnlyList<string>> Read(
        Dockerfile file, List<(int Line, IReadOnlyList<string> Shell)> comments)
    {
        var shells = new Dictionary<Instruction, IReadOnlyList<string>>();
        IReadOnlyList<string>? byDefault = null, current = null;
        var next = 0;
        var isInStage = false;
        foreach (var instruction in file.Instructions)
        {
            while (next < comments.Count && comments[next].Line < instruction.StartLine)
            {
                current = comments[next++].Shell;
                if (!isInStage) byDefault = current;
            }

            if (instruction.Kind == InstructionKind.From) (current, isInStage) = (byDefault, true);
            else if (instruction.Kind == InstructionKind.Shell) current = null;
            if (current is null) continue;
            shells[instruction] = current;
            if (instruction is OnBuildInstruction { Inner: { } inner }) shells[inner] = current;
        }

        return shells;
    }

    private static List<(int Line, IReadOnlyList<string> Shell)> ShellsByLine(Dockerfile file)
    {
        var shells = new List<(int, IReadOnlyList<string>)>();
        foreach (var comment in file.Comments)
        {
            if (HadolintComment.Parse(comment.Text) is { Order: HadolintOrder.Shell, Shell: { Length: > 0 } shell })
                shells.Add((comment.StartLine, shell.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        }

        return shells;
    }
}
