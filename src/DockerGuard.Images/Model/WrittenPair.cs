using System;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Model;

/// <summary>
/// How an instruction states a label or a variable: for places narrower than the pair, and for fixes.
/// </summary>
/// <param name="Name">The place of the name; null when it is empty.</param>
/// <param name="Value">The place of the value, of the name when there is no value; null for an empty one.</param>
/// <param name="Plain">
/// The characters of the file that are the value and nothing else, so that others can take their place; null where
/// variables, escapes or line ends are among them.
/// </param>
/// <param name="HasUnresolvedVariable">True when the value depends on a variable nobody gave a value.</param>
public sealed record WrittenPair(FileOrigin? Name, FileOrigin? Value, TextRange? Plain, bool HasUnresolvedVariable)
{
    /// <summary>Takes over how a pair is written.</summary>
    /// <param name="file">Absolute path of the Dockerfile.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="hasUnresolvedVariable">Whether its value depends on a variable nobody gave a value.</param>
    public static WrittenPair Of(string file, KeyValue pair, bool hasUnresolvedVariable)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (pair is null) throw new ArgumentNullException(nameof(pair));
        return new WrittenPair(
            PlaceOf(
                pair.Key, file), PlaceOf(pair.Value ?? pair.Key, file), PlainPartOf(pair.Value), hasUnresolvedVariable);
    }

    private static FileOrigin? PlaceOf(Word word, string file) =>
        word.Length > 0 ? new FileOrigin(file, word.Span) : null;

    private static TextRange? PlainPartOf(Word? word)
    {
        if (word is not { Length: > 0, HasVariables: false } || word.Length != word.Text.Length) return null;
        var quotes = word.Text.Length - word.Value.Length;
        var isPlain = quotes == 0
            ? word.Text == word.Value
            : quotes == 2 && word.Text[0] is '"' or '\'' && word.Text.Substring(1, word.Value.Length) == word.Value;
        return isPlain ? new TextRange(word.Start + (quotes / 2), word.Value.Length) : null;
    }
}

/// <summary>A run of characters of a text.</summary>
/// <param name="Start">The offset of the first one.</param>
/// <param name="Length">Their number, in UTF-16 code units.</param>
public readonly record struct TextRange(int Start, int Length);
