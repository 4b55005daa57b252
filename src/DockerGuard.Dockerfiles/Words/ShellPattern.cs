using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>
/// A pattern of <c>*</c> and <c>?</c> as in <c>${name#pattern}</c>; brackets mean themselves, and neither wildcard
/// matches a newline.
/// </summary>
internal sealed class ShellPattern
{
    public const string TooExpensive = "the pattern takes too many steps to match";

    /// <summary>Steps one substitution may take; a real one takes hundreds.</summary>
    private const int MaximumSteps = 1_000_000;

    private const int AnyCharacter = -1;
    private const int AnyText = -2;

    private readonly List<int> _tokens = [];
    private int _steps;

    private ShellPattern()
    {
    }

    public string? Error { get; private set; }

    public static ShellPattern Parse(string pattern)
    {
        var result = new ShellPattern();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '*':
                    // Two stars match what one does.
                    if (result._tokens.Count == 0 || result._tokens[result._tokens.Count - 1] != AnyText)
                        result._tokens.Add(AnyText);
                    continue;
                case '?':
                    result._tokens.Add(AnyCharacter);
                    continue;
                case '\\':
                    var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
                    if (next is not ('}' or '/' or '*' or '?' or '\\'))
                    {
                        result.Error = next == '\0'
                            ? "the pattern ends in an escape"
                            : $"the pattern escapes '{next}', which needs no escape";
                        return result;
                    }

                    result._tokens.Add(next);
                    i++;
                    continue;
                default:
                    result._tokens.Add(c);
                    continue;
            }
        }

        return result;
    }

    /// <summary>
    /// The value without the part at its start that matches; null when the limit of steps is reached.
    /// </summary>
    public string? TrimStart(string value, bool longest)
    {
        var end = Match(value, 0, 1, longest);
        return _steps > MaximumSteps ? null : end < 0 ? value : value.Substring(end);
    }

    /// <summary>The value without the part at its end that matches; null when the limit of steps is reached.</summary>
    public string? TrimEnd(string value, bool longest)
    {
        _tokens.Reverse();
        var start = Match(value, value.Length - 1, -1, longest);
        _tokens.Reverse();
        return _steps > MaximumSteps ? null : start == int.MinValue ? value : value.Substring(0, start + 1);
    }

    /// <summary>
    /// The value with the first or all longest matches replaced; null when the limit of steps is reached.
    /// A result longer than any value may be is not finished.
    /// </summary>
    public string? Replace(string value, string replacement, bool all)
    {
        var template = all ? ReplacementTemplate.Parse(replacement) : ReplacementTemplate.Literal(replacement);
        var result = new StringBuilder();
        var at = 0;
        var lastMatchEnd = -1;
        while (at <= value.Length && result.Length <= ShellLexer.MaximumExpansion)
        {
            var end = Match(value, at, 1, longest: true);
            if (_steps > MaximumSteps) return null;
            // An empty match right after a match would replace the same place twice.
            if (end >= 0 && (end > at || at != lastMatchEnd))
            {
                template.AppendTo(result, value, at, end);
                lastMatchEnd = end;
                if (!all) return result.Append(value, end, value.Length - end).ToString();
                if (end > at)
                {
                    at = end;
                    continue;
                }
            }

            if (at < value.Length) result.Append(value[at]);
            at++;
        }

        return result.ToString();
    }

    /// <summary>
    /// Follows all ways to match at once, so the cost is characters times tokens whatever the pattern.
    /// Returns the offset after the match in the direction of <paramref name="step"/>, <see cref="int.MinValue"/> for
    /// none.
    /// </summary>
    private int Match(string value, int from, int step, bool longest)
    {
        var current = new bool[_tokens.Count + 1];
        var next = new bool[_tokens.Count + 1];
        var best = int.MinValue;
        current[0] = true;
        for (var at = from; ; at += step)
        {
            var alive = false;
            for (var i = 0; i < _tokens.Count; i++)
            {
                if (!current[i]) continue;
                alive = true;
                if (_tokens[i] == AnyText) current[i + 1] = true;
            }

            if (current[_tokens.Count])
            {
                best = at;
                if (!longest) return best;
            }

            _steps += _tokens.Count + 1;
            if (!alive || at < 0 || at >= value.Length || _steps > MaximumSteps) return best;
            var c = value[at];
            for (var i = 0; i <= _tokens.Count; i++) next[i] = false;
            for (var i = 0; i < _tokens.Count; i++)
            {
                if (!current[i]) continue;
                if (_tokens[i] == AnyText) next[i] |= c != '\n';
                else if (_tokens[i] == c || (_tokens[i] == AnyCharacter && c != '\n')) next[i + 1] = true;
            }

            (current, next) = (next, current);
        }
    }
}
