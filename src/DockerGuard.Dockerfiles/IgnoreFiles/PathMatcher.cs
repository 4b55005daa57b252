using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>
/// Matches a path and all of its parents against many patterns in one pass over the path. All ways to match are
/// followed at once, and a set of ways once met is kept with what each character makes of it, so that the next path
/// costs a look-up a character, however many patterns there are. Not safe to share between threads.
/// </summary>
internal sealed class PathMatcher
{
    /// <summary>How many numbers the kept sets hold together; beyond it they are forgotten and begun anew.</summary>
    private const int MostKept = 1 << 18;

    private const int NoCode = -1;
    private const int Ascii = 128;

    private readonly List<PathStep> _steps = [];
    private readonly List<int> _patterns = [];
    private readonly Dictionary<State, State> _states = new(new SameWays());
    private readonly bool[] _isIn;
    private readonly List<int> _closed = [];
    private readonly int[] _start;
    private readonly bool _knowsWords;
    private State _first;
    private int _kept;

    /// <param name="patterns">The steps of each pattern; null for one that matches nothing.</param>
    public PathMatcher(IReadOnlyList<IReadOnlyList<PathStep>?> patterns)
    {
        var start = new List<int>();
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i] is not { } steps) continue;
            start.Add(_steps.Count);
            foreach (var step in steps) Add(step, i);
            Add(new PathStep(PathStepKind.Matched), i);
        }

        _knowsWords =
            _steps.Exists(static step => step.Kind is PathStepKind.WordBoundary or PathStepKind.NoWordBoundary);
        _start = start.ToArray();
        _isIn = new bool[_steps.Count];
        _first = new State(_start, isStart: true, isAfterWord: false);
    }

    /// <summary>
    /// For each parent of a path, from the root on, and last for the path itself: the numbers of the patterns that
    /// match it, in order. A path that begins with a slash has an empty parent.
    /// </summary>
    public List<int[]> Match(string path)
    {
        var matches = new List<int[]>();
        var state = _first;
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '/') matches.Add(Accepted(state));
            var isPair = char.IsSurrogatePair(path, at);
            state = Next(state, isPair ? char.ConvertToUtf32(path, at) : path[at]);
            at += isPair ? 2 : 1;
        }

        matches.Add(Accepted(state));
        return matches;
    }

    private void Add(PathStep step, int pattern)
    {
        _steps.Add(step);
        _patterns.Add(pattern);
    }

    private State Next(State state, int code)
    {
        State? known = null;
        if (code < Ascii) known = state.Next[code];
        else state.Others?.TryGetValue(code, out known);
        if (known is not null) return known;
        var next = Find(Follow(state, code), isAfterWord: _knowsWords && IsWord(code));
        if (code < Ascii) state.Next[code] = next;
        else (state.Others ??= [])[code] = next;
        return next;
    }

    private State Find(int[] ways, bool isAfterWord)
    {
        var state = new State(ways, isStart: false, isAfterWord);
        if (_states.TryGetValue(state, out var known)) return known;
        _kept += ways.Length + Ascii;
        if (_kept > MostKept)
        {
            _states.Clear();
            _first = new State(_start, isStart: true, isAfterWord: false);
            _kept = 0;
        }

        _states.Add(state, state);
        return state;
    }

    private int[] Accepted(State state)
    {
        if (state.Accepted is { } known) return known;
        Close(state, NoCode);
        var accepted = new List<int>();
        foreach (var way in _closed)
            if (_steps[way].Kind == PathStepKind.Matched) accepted.Add(_patterns[way]);
        accepted.Sort();
        return state.Accepted = accepted.ToArray();
    }

    /// <summary>Takes one character; the result is where each way is then, in order.</summary>
    private int[] Follow(State state, int code)
    {
        Close(state, code);
        // RE2 reads a byte that was not UTF-8 as any decoder does.
        var decoded = code is >= 0xD800 and <= 0xDFFF ? 0xFFFD : code;
        var next = new List<int>(_closed.Count);
        foreach (var way in _closed)
        {
            var step = _steps[way];
            var isTaken = step.Kind switch
            {
                PathStepKind.One or PathStepKind.Any or PathStepKind.Folders => step.Set!.Contains(decoded),
                PathStepKind.Same => step.Code == code,
                PathStepKind.Matched => true,
                _ => false,
            };
            if (!isTaken) continue;
            var stays = step.Kind is PathStepKind.Any or PathStepKind.Folders or PathStepKind.Matched;
            if (stays) Add(way, next);
            if (!stays || (step.Kind == PathStepKind.Folders && code == '/')) Add(way + 1, next);
        }

        foreach (var way in next) _isIn[way] = false;
        next.Sort();
        return next.ToArray();
    }

    /// <summary>Gathers where the ways of a state lead without a character, before one that follows.</summary>
    private void Close(State state, int after)
    {
        _closed.Clear();
        foreach (var way in state.Ways) Add(way, _closed);
        // What is added here is looked at in its turn.
        for (var i = 0; i < _closed.Count; i++)
        {
            var way = _closed[i];
            var isFree = _steps[way].Kind switch
            {
                PathStepKind.Any or PathStepKind.OptionalFolders => true,
                PathStepKind.Start => state.IsStart,
                PathStepKind.End => after == NoCode,
                PathStepKind.WordBoundary => state.IsAfterWord != IsWord(after),
                PathStepKind.NoWordBoundary => state.IsAfterWord == IsWord(after),
                _ => false,
            };
            if (isFree) Add(way + 1, _closed);
            if (_steps[way].Kind == PathStepKind.OptionalFolders) Add(way + 2, _closed);
        }

        foreach (var way in _closed) _isIn[way] = false;
    }

    private void Add(int way, List<int> ways)
    {
        if (_isIn[way]) return;
        _isIn[way] = true;
        ways.Add(way);
    }

    private static bool IsWord(int code) =>
        code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    /// <summary>A set of ways to match, each the number of the step it stands before.</summary>
    private sealed class State
    {
        public State(int[] ways, bool isStart, bool isAfterWord)
        {
            Ways = ways;
            IsStart = isStart;
            IsAfterWord = isAfterWord;
            var hash = isAfterWord ? 1 : 0;
            foreach (var way in ways) hash = unchecked((hash * 31) + way);
            Hash = hash;
        }

        public int[] Ways { get; }

        public bool IsStart { get; }

        public bool IsAfterWord { get; }

        public int Hash { get; }

        public State?[] Next { get; } = new State?[Ascii];

        public Dictionary<int, State>? Others { get; set; }

        public int[]? Accepted { get; set; }
    }

    private sealed class SameWays : IEqualityComparer<State>
    {
        public bool Equals(State? x, State? y)
        {
            if (x!.Hash != y!.Hash || x.IsAfterWord != y.IsAfterWord || x.Ways.Length != y.Ways.Length) return false;
            for (var i = 0; i < x.Ways.Length; i++)
                if (x.Ways[i] != y.Ways[i]) return false;
            return true;
        }

        public int GetHashCode(State obj) => obj.Hash;
    }
}
