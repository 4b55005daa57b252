using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// The shells that <c># hadolint shell=…</c> names. Before the first <c>FROM</c> it is the default of every stage, else
/// it holds from its line on to the end of the stage or to the next <c>SHELL</c>. Source: hadolint 2.15.1.
/// </summary>
internal static class ShellComments
{
    /// <summary>
    /// Tells the shell of an instruction that a comment decides; null in a file without such comments, and where a
    /// policy enforces rules: what they read is not for a comment to choose.
    /// </summary>
    public static Func<Instruction, IReadOnlyList<string>?>? Resolver(Dockerfile file, RuleSettings settings)
    {
        if (settings.Enforcing.Count > 0) return null;
        var comments = ShellsOf(file);
        if (comments.Count == 0) return null;
        var shells = Read(file, comments);
        return instruction => shells.TryGetValue(instruction, out var shell) ? shell : null;
    }

    /// <summary>Tells of the comments that do nothing because a policy enforces rules.</summary>
    public static IEnumerable<Diagnostic> Refused(Dockerfile file, string path, RuleSettings settings)
    {
        if (settings.Enforcing.Count == 0) return [];
        var policy = settings.Enforcing[0].Name;
        var condition = ToolDiagnostics.InvalidSuppression;
        return ShellsOf(file).Select(written => new Diagnostic(
            condition,
            condition.Recommended,
            $"the policy {Sentence.Quote(policy)} enforces rules; a comment does not change the shell they read, "
                + "so write a SHELL instruction",
            path,
            written.Comment.Span)
        { EnforcedBy = policy });
    }

    private static Dictionary<Instruction, IReadOnlyList<string>> Read(
        Dockerfile file, List<(Comment Comment, IReadOnlyList<string> Shell)> comments)
    {
        var shells = new Dictionary<Instruction, IReadOnlyList<string>>();
        IReadOnlyList<string>? byDefault = null, current = null;
        var next = 0;
        var isInStage = false;
        foreach (var instruction in file.Instructions)
        {
            while (next < comments.Count && comments[next].Comment.StartLine < instruction.StartLine)
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

    private static List<(Comment Comment, IReadOnlyList<string> Shell)> ShellsOf(Dockerfile file)
    {
        var shells = new List<(Comment, IReadOnlyList<string>)>();
        foreach (var comment in file.Comments)
        {
            if (HadolintComment.Parse(comment.Text) is { Order: HadolintOrder.Shell, Shell: { Length: > 0 } shell })
                shells.Add((comment, shell.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        }

        return shells;
    }
}
