using System.Collections.Generic;
using System.Threading.Tasks;

namespace DockerGuard.Rules;

/// <summary>Runs ShellCheck. The rules know no processes: whoever lints may bring one along.</summary>
public interface IShellChecker
{
    /// <summary>Starts to check scripts, each a whole file with its <c>#!</c> line, and does not wait. The task never fails: what went wrong is in the answer.</summary>
    Task<ShellCheckAnswer> CheckAsync(IReadOnlyList<string> scripts);
}

/// <summary>What ShellCheck answered.</summary>
/// <param name="HasRun">True when every script was checked.</param>
/// <param name="Comments">What it found; empty when it has not run.</param>
/// <param name="Problem">Why it could not check, as a message; null when it did, and when it was not there to be asked.</param>
public sealed record ShellCheckAnswer(bool HasRun, IReadOnlyList<ShellCheckComment> Comments, string? Problem)
{
    /// <summary>Nobody was there to check, which is no fault of this file.</summary>
    public static ShellCheckAnswer None { get; } = new(false, [], null);

    /// <summary>The answer of a ShellCheck that has run.</summary>
    public static ShellCheckAnswer Of(IReadOnlyList<ShellCheckComment> comments) => new(true, comments, null);

    /// <summary>The answer of a ShellCheck that could not check.</summary>
    public static ShellCheckAnswer Failed(string problem) => new(false, [], problem);
}

/// <summary>One finding of ShellCheck.</summary>
/// <param name="Script">Number of the script, 0-based.</param>
/// <param name="Place">The place in the script.</param>
/// <param name="Code">Its number: 2086 of <c>SC2086</c>.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>info</c> or <c>style</c>.</param>
/// <param name="Message">ShellCheck's sentence.</param>
/// <param name="Replacements">The cure it offers; empty when there is none.</param>
public sealed record ShellCheckComment(
    int Script, ShellCheckPlace Place, int Code, string Level, string Message, IReadOnlyList<ShellCheckReplacement> Replacements);

/// <summary>A replacement in a script; all of a comment belong together.</summary>
public sealed record ShellCheckReplacement(ShellCheckPlace Place, string NewText);

/// <summary>A place as ShellCheck's <c>json1</c> format counts: lines and columns from 1, a column a Unicode code point, a tab one column; the end after the last character.</summary>
public readonly record struct ShellCheckPlace(int Line, int Column, int EndLine, int EndColumn);
