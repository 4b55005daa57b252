using System;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>Edits of shell text, given only where the words stand in the file just as the shell reads them.</summary>
internal static class PlainWords
{
    /// <summary>An argument put behind a word; null in exec form, and when quotes, escapes or a line break hide the word's end.</summary>
    public static TextEdit? AddAfter(RunInstruction run, ShellWord word, string argument, RuleContext context) =>
        run.IsJson || !IsPlain(word, context) ? null : new TextEdit(word.SourceStart + word.SourceLength, 0, " " + argument);

    /// <summary>Takes away a word that is followed by another on its line; null where <see cref="AddAfter"/> is.</summary>
    public static TextEdit? RemoveBefore(RunInstruction run, ShellWord word, ShellWord next, RuleContext context)
    {
        var end = word.SourceStart + word.SourceLength;
        if (run.IsJson || !IsPlain(word, context) || next.SourceStart <= end) return null;
        var between = context.Build.File.Text.Substring(end, next.SourceStart - end);
        return between.Trim(' ', '\t').Length == 0 ? new TextEdit(word.SourceStart, next.SourceStart - word.SourceStart, "") : null;
    }

    private static bool IsPlain(ShellWord word, RuleContext context) =>
        word.SourceLength == word.Value.Length
        && string.CompareOrdinal(context.Build.File.Text, word.SourceStart, word.Value, 0, word.Value.Length) == 0;
}
