using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules;

/// <summary>
/// Tells whether a part of a file is written the way the parser understood it, so that it can be edited by offset.
/// </summary>
internal static class SourceEdits
{
    /// <summary>True when exactly this text stands there, with no continuation, quote or escape inside.</summary>
    public static bool IsWritten(Dockerfile file, int start, string text) =>
        start + text.Length <= file.Text.Length && string.CompareOrdinal(file.Text, start, text, 0, text.Length) == 0;

    /// <summary>True when the word is written as its text says.</summary>
    public static bool IsPlain(Dockerfile file, Word word) =>
        word.Length == word.Text.Length && IsWritten(file, word.Start, word.Text);

    /// <summary>True when the flag is written as its text says.</summary>
    public static bool IsPlain(Dockerfile file, Flag flag) =>
        flag.Length == flag.Text.Length && IsWritten(file, flag.Start, flag.Text);

    /// <summary>True when an instruction stands on one line.</summary>
    public static bool IsOneLine(Dockerfile file, Instruction instruction) =>
        file.Text.IndexOf('\n', instruction.ContentStart, instruction.ContentLength) < 0;

    /// <summary>The edit that replaces one text by another.</summary>
    public static TextEdit Replace(int start, string written, string text) => new(start, written.Length, text);
}
