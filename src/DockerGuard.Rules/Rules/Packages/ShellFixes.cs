using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// Edits of the script of a <c>RUN</c>, made only where each character of it is known to mean itself.
/// </summary>
internal static class ShellFixes
{
    /// <summary>Adds arguments behind a word of a command.</summary>
    public static Fix? InsertAfter(ShellWord word, SimpleCommand command, string arguments, FileContext context) =>
        IsPlain(word, command, context)
            ? new Fix($"add {arguments}", new TextEdit(word.SourceStart + word.SourceLength, 0, " " + arguments))
            : null;

    /// <summary>Writes another word in the place of one.</summary>
    public static Fix? Replace(ShellWord word, SimpleCommand command, string text, FileContext context) =>
        IsPlain(word, command, context)
            ? new Fix($"write {text}", new TextEdit(word.SourceStart, word.SourceLength, text))
            : null;

    /// <summary>Takes away a word that another follows on its line.</summary>
    public static Fix? Remove(ShellWord word, ShellWord next, SimpleCommand command, FileContext context)
    {
        var end = word.SourceStart + word.SourceLength;
        if (!IsPlain(word, command, context) || next.SourceStart <= end) return null;
        var between = context.Build.File.Text.Substring(end, next.SourceStart - end);
        return between.Trim(' ', '\t').Length == 0
            ? new Fix(
                $"take {word.Value} away", new TextEdit(word.SourceStart, next.SourceStart - word.SourceStart, ""))
            : null;
    }

    /// <summary>
    /// Runs a further command after all others. Only for a script that is one chain of <c>&amp;&amp;</c> in which the
    /// command that needs it is itself a link: elsewhere the last line need not be reached, or is reached without it.
    /// </summary>
    public static Fix? AppendToChain(RunInstruction run, ShellScript script, SimpleCommand after, string command)
    {
        if (run.IsJson
            || run.Heredocs.Count > 0
            || script.Dialect is not (ShellDialect.Sh or ShellDialect.Bash)
            || script.Errors.Count > 0)
        {
            return null;
        }

        if (script.Body.Items.Count != 1) return null;
        var chain = script.Body.Items[0];
        var isPlain = !chain.IsBackground
            && after.Parent is ShellPipeline { Commands.Count: 1 } link
            && link.Parent == chain
            && chain.Pipelines.All(pipeline => !pipeline.FollowsOr && !pipeline.IsNegated);
        return isPlain
            ? new Fix($"add {command}", new TextEdit(chain.SourceStart + chain.SourceLength, 0, " && " + command))
            : null;
    }

    /// <summary>
    /// A word of a shell's script that is written as it is read: without quotes, escapes and line breaks in it.
    /// </summary>
    private static bool IsPlain(ShellWord word, SimpleCommand command, FileContext context) =>
        command.Dialect is ShellDialect.Sh or ShellDialect.Bash
        && word.IsStatic
        && word.SourceLength == word.Value.Length
        && SourceEdits.IsWritten(context.Build.File, word.SourceStart, word.Value);
}
