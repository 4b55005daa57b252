using System;
using System.Collections.Generic;
using System.IO;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>
/// A <c>.dockerignore</c> or <c>&lt;Dockerfile&gt;.dockerignore</c> file: which files of the build context a build
/// never sees. Read and matched as BuildKit does (moby/patternmatcher, tonistiigi/fsutil) on Linux, where a backslash
/// escapes. Reading never throws on what the text holds: what a build would refuse is in <see cref="Errors"/>.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class IgnoreFile
{
    /// <summary>The file in the context's root.</summary>
    public const string FileName = ".dockerignore";

    /// <summary>Bytes of one line without its newline; BuildKit reads no longer one.</summary>
    private const int MaximumLineBytes = 65535;

    private readonly bool _exceptionsArePlain = true;
    private readonly string[] _exceptionFolders;
    private readonly PathMatcher _matcher;

    private IgnoreFile(string text)
    {
        Text = text;
        var source = new SourceText(text);
        var patterns = new List<IgnorePattern>();
        var errors = new List<IgnoreFileError>();
        for (var line = 0; line < source.LineCount; line++) ReadLine(source, line, patterns, errors);
        Patterns = patterns;
        Errors = errors;
        _matcher = new PathMatcher(patterns.ConvertAll(static pattern => pattern.Steps));
        var folders = new List<string>();
        foreach (var pattern in patterns)
        {
            if (!pattern.IsException || pattern.Error is not null) continue;
            _exceptionsArePlain &= pattern.HasPlainFolder;
            folders.Add(pattern.Folder());
        }

        folders.Sort(StringComparer.Ordinal);
        _exceptionFolders = folders.ToArray();
    }

    /// <summary>A file without patterns: nothing is ignored.</summary>
    public static IgnoreFile Empty { get; } = new("");

    public string Text { get; }

    /// <summary>
    /// The patterns in the order of the file, those a build would refuse included; they match nothing.
    /// </summary>
    public IReadOnlyList<IgnorePattern> Patterns { get; }

    /// <summary>What a build would refuse, in the order of the text.</summary>
    public IReadOnlyList<IgnoreFileError> Errors { get; }

    /// <summary>Reads a text; a byte order mark at its start means nothing.</summary>
    public static IgnoreFile Parse(string text) => new(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Reads UTF-8.</summary>
    public static IgnoreFile Parse(byte[] bytes) =>
        new(Utf8Text.Decode(bytes ?? throw new ArgumentNullException(nameof(bytes))));

    /// <summary>
    /// The ignore file of a build: the one named after the Dockerfile and beside it, even when it is empty, else the
    /// one in the context's root; null when there is neither.
    /// </summary>
    /// <param name="dockerfile">Path of the Dockerfile.</param>
    /// <param name="contextDirectory">The build context's root.</param>
    /// <param name="exists">Whether a file exists.</param>
    public static string? FindPath(string dockerfile, string contextDirectory, Func<string, bool> exists)
    {
        if (dockerfile is null) throw new ArgumentNullException(nameof(dockerfile));
        if (contextDirectory is null) throw new ArgumentNullException(nameof(contextDirectory));
        if (exists is null) throw new ArgumentNullException(nameof(exists));
        var own = dockerfile + FileName;
        if (exists(own)) return own;
        var shared = Path.Combine(contextDirectory, FileName);
        return exists(shared) ? shared : null;
    }

    /// <summary>
    /// Whether a build never sees a file: BuildKit goes down the folders one by one, and one that is ignored and
    /// that no exception can reach into is not looked into at all.
    /// </summary>
    /// <param name="path">Path of the file relative to the context's root, with slashes.</param>
    public bool IsIgnored(string path) =>
        Walk(PathNames.Clean(path ?? throw new ArgumentNullException(nameof(path))), isFolder: false);

    /// <summary>
    /// Whether nothing inside a folder can be seen by a build, so that there is no need to look into it.
    /// </summary>
    /// <param name="path">Path of the folder relative to the context's root, with slashes.</param>
    public bool SkipsFolder(string path) =>
        Walk(PathNames.Clean(path ?? throw new ArgumentNullException(nameof(path))), isFolder: true);

    /// <summary>
    /// Whether the patterns match a path or one of its parents, the last one that does deciding; the question BuildKit
    /// asks of one path alone, such as the source of a <c>COPY</c>. The root itself is never matched.
    /// </summary>
    /// <param name="path">Path relative to the context's root, with slashes.</param>
    public bool Matches(string path)
    {
        var clean = PathNames.Clean(path ?? throw new ArgumentNullException(nameof(path)));
        if (clean == ".") return false;
        var matched = new SortedSet<int>();
        foreach (var numbers in Match(clean)) matched.UnionWith(numbers);
        var ignored = false;
        foreach (var number in matched)
            if (Patterns[number].IsException == ignored) ignored = !Patterns[number].IsException;
        return ignored;
    }

    private static void ReadLine(
        SourceText source, int line, List<IgnorePattern> patterns, List<IgnoreFileError> errors)
    {
        var text = source.Text;
        int start = source.LineStart(line), end = source.LineContentEnd(line);
        if (line == 0 && source.HasByteOrderMark) start++;
        if (start < end
            && end - start > MaximumLineBytes / 3
            && Utf8Text.ByteCount(text, start, end) > MaximumLineBytes)
        {
            errors.Add(new IgnoreFileError(
                $"the line is longer than {MaximumLineBytes} bytes", source.GetSpan(start, end - start)));
            return;
        }

        // A comment starts in the first column: white space before the number sign makes it a pattern.
        if (start < end && text[start] == '#') return;
        start = Characters.SkipSpace(text, start, end);
        end = Characters.TrimEnd(text, start, end);
        if (start == end) return;
        var pattern = new IgnorePattern(source, start, end);
        patterns.Add(pattern);
        if (pattern.Error is { } error) errors.Add(new IgnoreFileError(error, pattern.Span));
    }

    /// <summary>Whether the walk from the root leaves the path out; for a folder, whether it is not entered.</summary>
    private bool Walk(string path, bool isFolder)
    {
        if (path == "." || Patterns.Count == 0) return false;
        var matches = Match(path);
        var matched = new List<int>();
        int[]? above = null;
        var ignored = false;
        var end = 0;
        for (var i = path[0] == '/' ? 1 : 0; i < matches.Count; i++)
        {
            var isLast = i == matches.Count - 1;
            end = isLast ? path.Length : path.IndexOf('/', end + 1);
            // What has matched the folder above decides alike here.
            if (!ReferenceEquals(matches[i], above)) ignored = MatchBelow(matches[i], ref matched);
            above = matches[i];
            if (isLast && !isFolder) return ignored;
            if (ignored && _exceptionsArePlain && !CanReachInto(path, end)) return true;
        }

        return false;
    }

    /// <summary>Matches one step of the walk; a pattern that matched the parent matches all below it.</summary>
    /// <param name="numbers">The patterns that match the step itself, in order.</param>
    /// <param name="matched">Those that matched so far, in order.</param>
    private bool MatchBelow(int[] numbers, ref List<int> matched)
    {
        var all = new List<int>(matched.Count + numbers.Length);
        var ignored = false;
        for (int i = 0, j = 0; i < matched.Count || j < numbers.Length;)
        {
            var isMatched = j == numbers.Length || (i < matched.Count && matched[i] <= numbers[j]);
            var number = isMatched ? matched[i] : numbers[j];
            if (j < numbers.Length && numbers[j] == number) j++;
            if (isMatched) i++;
            if (!isMatched && Patterns[number].IsException != ignored) continue;
            all.Add(number);
            ignored = !Patterns[number].IsException;
        }

        matched = all;
        return ignored;
    }

    /// <summary>
    /// Whether what an exception names may lie inside the folder a path begins with, or is the folder itself.
    /// </summary>
    private bool CanReachInto(string path, int end)
    {
        var first = FirstFrom(path, end, below: false);
        if (first < _exceptionFolders.Length
            && _exceptionFolders[first].Length == end
            && string.CompareOrdinal(_exceptionFolders[first], 0, path, 0, end) == 0)
        {
            return true;
        }

        first = FirstFrom(path, end, below: true);
        return first < _exceptionFolders.Length && Compare(_exceptionFolders[first], path, end, below: true) == 0;
    }

    private int FirstFrom(string path, int end, bool below)
    {
        int low = 0, high = _exceptionFolders.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Compare(_exceptionFolders[middle], path, end, below) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Compares the beginning of a name with a folder's, and when asked for with the slash after it.</summary>
    private static int Compare(string name, string path, int end, bool below)
    {
        var order = string.CompareOrdinal(name, 0, path, 0, end);
        if (order != 0 || !below) return order;
        return name.Length == end ? -1 : name[end].CompareTo('/');
    }

    private List<int[]> Match(string path)
    {
        lock (_matcher) return _matcher.Match(path);
    }
}

/// <summary>Why a build would refuse an ignore file.</summary>
/// <param name="Message">A plain sentence, lower-case start, no full stop.</param>
/// <param name="Span">The pattern or line.</param>
public sealed record IgnoreFileError(string Message, SourceSpan Span);
