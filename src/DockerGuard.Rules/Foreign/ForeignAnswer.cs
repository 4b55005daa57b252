using System.Collections.Generic;

namespace DockerGuard.Rules.Foreign;

/// <summary>How a tool of others was met.</summary>
public enum ForeignPresence
{
    /// <summary>It is not on this machine, and nobody said it would be.</summary>
    Absent,

    /// <summary>The project names it, and it is not there.</summary>
    Missing,

    /// <summary>The project wants none.</summary>
    SwitchedOff,

    /// <summary>It was stopped with the build: nobody waits for its answer.</summary>
    Stopped,

    /// <summary>It is there and did not check.</summary>
    Failed,

    /// <summary>It checked everything it was given.</summary>
    Answered,
}

/// <summary>What a tool of others answered.</summary>
/// <param name="presence">How it was met.</param>
/// <param name="comments">What it found; empty when it has not checked.</param>
/// <param name="problem">
/// Why it did not check, as a message; null when it did, and when there is nothing to say.
/// </param>
public sealed class ForeignAnswer(ForeignPresence presence, IReadOnlyList<ForeignComment> comments, string? problem)
{
    public ForeignPresence Presence { get; } = presence;

    public IReadOnlyList<ForeignComment> Comments { get; } = comments;

    public string? Problem { get; } = problem;

    /// <summary>Nobody was there to check, which is no fault of the file.</summary>
    public static ForeignAnswer Absent { get; } = new(ForeignPresence.Absent, [], null);

    /// <summary>The build was stopped before it answered.</summary>
    public static ForeignAnswer Stopped { get; } = new(ForeignPresence.Stopped, [], null);

    /// <summary>The answer of a tool that has checked.</summary>
    public static ForeignAnswer Of(IReadOnlyList<ForeignComment> comments) =>
        new(ForeignPresence.Answered, comments, null);

    /// <summary>A tool that the project names is not there.</summary>
    public static ForeignAnswer Missing(string problem) => new(ForeignPresence.Missing, [], problem);

    /// <summary>The project does without the tool.</summary>
    /// <param name="problem">Who switches it off, for those who count on it.</param>
    public static ForeignAnswer SwitchedOff(string problem) => new(ForeignPresence.SwitchedOff, [], problem);

    /// <summary>The answer of a tool that could not check.</summary>
    public static ForeignAnswer Failed(string problem) => new(ForeignPresence.Failed, [], problem);
}

/// <summary>One finding as the tool tells it.</summary>
/// <param name="input">Number of the text it was given, 0-based.</param>
/// <param name="place">The place in that text.</param>
/// <param name="code">Its code as people write it, such as <c>SC2086</c>.</param>
/// <param name="level">Its word for how severe it is.</param>
/// <param name="message">Its sentence.</param>
/// <param name="replacements">The cure it offers; empty when there is none.</param>
public sealed class ForeignComment(
    int input,
    ForeignPlace place,
    string code,
    string level,
    string message,
    IReadOnlyList<ForeignReplacement> replacements)
{
    public int Input { get; } = input;

    public ForeignPlace Place { get; } = place;

    public string Code { get; } = code;

    public string Level { get; } = level;

    public string Message { get; } = message;

    public IReadOnlyList<ForeignReplacement> Replacements { get; } = replacements;
}

/// <summary>A replacement in a text; all of a comment belong together.</summary>
public sealed record ForeignReplacement(ForeignPlace Place, string NewText);

/// <summary>
/// A place in a text: lines and columns from 1, a column a Unicode code point, a tab one column; the end after the last
/// character. All 0 for the text as a whole.
/// </summary>
public readonly record struct ForeignPlace(int Line, int Column, int EndLine, int EndColumn);
