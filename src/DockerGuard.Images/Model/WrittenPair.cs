using System;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Model;

/// <summary>
/// How an instruction states a label or a variable: for places narrower than the pair, and for fixes. What it says is
/// worked out when it is asked for; a file may state thousands.
/// </summary>
public sealed class WrittenPair
{
    private readonly string _file;
    private readonly KeyValue _pair;
    private readonly Func<bool>? _isIncomplete;

    /// <summary>Takes over how a pair is written.</summary>
    /// <param name="file">Absolute path of the Dockerfile.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="isIncomplete">
    /// Tells whether its value depends on a variable nobody gave a value; null when it has no variables.
    /// </param>
    public WrittenPair(string file, KeyValue pair, Func<bool>? isIncomplete = null)
    {
        _file = file ?? throw new ArgumentNullException(nameof(file));
        _pair = pair ?? throw new ArgumentNullException(nameof(pair));
        _isIncomplete = isIncomplete;
    }

    /// <summary>The place of the name; null when it is empty.</summary>
    public FileOrigin? Name => PlaceOf(_pair.Key, _file);

    /// <summary>The place of the value, of the name when there is no value; null for an empty one.</summary>
    public FileOrigin? Value => PlaceOf(_pair.Value ?? _pair.Key, _file);

    /// <summary>
    /// The characters of the file that are the value and nothing else, so that others can take their place; null where
    /// variables, escapes or line ends are among them.
    /// </summary>
    public TextRange? Plain => PlainPartOf(_pair.Value);

    /// <summary>True when the value depends on a variable nobody gave a value.</summary>
    public bool HasUnresolvedVariable => _isIncomplete?.Invoke() == true;

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
