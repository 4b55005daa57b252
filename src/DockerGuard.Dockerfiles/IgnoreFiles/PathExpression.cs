using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>
/// A regular expression made of a pattern, matched against paths. All ways to match are followed at once, so the cost
/// is the length of the pattern times the length of the path, whatever either holds.
/// </summary>
internal sealed class PathExpression
{
    private readonly List<PathStep> _steps;

    private PathExpression(List<PathStep> steps) => _steps = steps;

    /// <summary>
    /// Reads an expression of <see cref="GlobSyntax.Translate"/>; null, and why, when RE2 would refuse it.
    /// </summary>
    public static PathExpression? Parse(string expression, out string? problem)
    {
        var parser = new PathExpressionParser(expression);
        problem = parser.Parse();
        return problem is null ? new PathExpression(parser.Steps) : null;
    }

    /// <summary>Whether the expression matches a path or, when asked for, one of its parents.</summary>
    public bool Matches(string path, bool orParent)
    {
        var current = new bool[_steps.Count + 1];
        var next = new bool[_steps.Count + 1];
        current[0] = true;
        var before = -1;
        for (var at = 0; ;)
        {
            var length = at < path.Length && char.IsSurrogatePair(path, at) ? 2 : 1;
            var code = at == path.Length ? -1
                : length == 2 ? char.ConvertToUtf32(path, at)
                : char.IsSurrogate(path[at]) ? 0xFFFD
                : path[at];
            if (orParent && code == '/' && IsAccepted(current, at, before)) return true;
            FollowFree(current, at, before, code);
            if (current[_steps.Count]) return true;
            if (code < 0 || !Consume(current, next, code)) return false;
            (current, next) = (next, current);
            before = code;
            at += length;
        }
    }

    /// <summary>Whether a path that ended here would match.</summary>
    private bool IsAccepted(bool[] current, int at, int before)
    {
        var ended = (bool[])current.Clone();
        FollowFree(ended, at, before, -1);
        return ended[_steps.Count];
    }

    /// <summary>Takes every step that needs no character; such steps only lead forward.</summary>
    private void FollowFree(bool[] current, int at, int before, int after)
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            if (!current[i]) continue;
            switch (_steps[i].Kind)
            {
                case PathStepKind.Any:
                    current[i + 1] = true;
                    break;
                case PathStepKind.OptionalFolders:
                    current[i + 1] = true;
                    current[i + 2] = true;
                    break;
                case PathStepKind.Start:
                    current[i + 1] |= at == 0;
                    break;
                case PathStepKind.End:
                    current[i + 1] |= after < 0;
                    break;
                case PathStepKind.WordBoundary:
                    current[i + 1] |= IsWord(before) != IsWord(after);
                    break;
                case PathStepKind.NoWordBoundary:
                    current[i + 1] |= IsWord(before) == IsWord(after);
                    break;
            }
        }
    }

    /// <summary>Takes one character; the result is whether any way is left.</summary>
    private bool Consume(bool[] current, bool[] next, int code)
    {
        var alive = false;
        for (var i = 0; i <= _steps.Count; i++) next[i] = false;
        for (var i = 0; i < _steps.Count; i++)
        {
            if (!current[i]) continue;
            var step = _steps[i];
            var isTaken = step.Kind switch
            {
                PathStepKind.One or PathStepKind.Any => step.Set!.Contains(code),
                PathStepKind.Folders => code != '\n',
                _ => false,
            };
            if (!isTaken) continue;
            alive = true;
            if (step.Kind == PathStepKind.One) next[i + 1] = true;
            else next[i] = true;
            if (step.Kind == PathStepKind.Folders && code == '/') next[i + 1] = true;
        }

        return alive;
    }

    private static bool IsWord(int code) =>
        code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}

/// <summary>What a step of an expression does.</summary>
internal enum PathStepKind
{
    /// <summary>Takes one character of the set.</summary>
    One,

    /// <summary>Takes any number of characters of the set.</summary>
    Any,

    /// <summary>Leads into the next step, <see cref="Folders"/>, or past it: <c>(.*/)?</c>.</summary>
    OptionalFolders,

    /// <summary>Takes characters up to any slash.</summary>
    Folders,

    /// <summary>Holds at the start of the path.</summary>
    Start,

    /// <summary>Holds at the end of the path.</summary>
    End,

    WordBoundary,

    NoWordBoundary,
}

/// <summary>One step of an expression.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Set">The characters it takes; null when it takes none.</param>
internal readonly record struct PathStep(PathStepKind Kind, CharacterSet? Set = null);
