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

    private readonly bool _hasExceptions;
    private readonly bool _exceptionsArePlain = true;

    private IgnoreFile(string text)
    {
        Text = text;
        var source = new SourceText(text);
        var patterns = new List<IgnorePattern>();
        var errors = new List<IgnoreFileError>();
        for (var line = 0; line < source.LineCount; line++) ReadLine(source, line, patterns, errors);
        Patterns = patterns;
        Errors = errors;
        foreach (var pattern in patterns)
        {
            if (!pattern.IsException || pattern.Error is not null) continue;
            _hasExceptions = true;
            _exceptionsArePlain &= pattern.HasPlainFolder;
        }
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
        var ignored = false;
        foreach (var pattern in Patterns)
            if (pattern.IsException == ignored && pattern.MatchesPathOrParent(clean)) ignored = !pattern.IsException;
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
        var parentMatched = new bool[Patterns.Count];
        for (var end = path.IndexOf('/', 1); ; end = path.IndexOf('/', end + 1))
        {
            var isLast = end < 0;
            var current = isLast ? path : path.Substring(0, end);
            var ignored = MatchBelow(current, parentMatched);
            if (isLast && !isFolder) return ignored;
            if (ignored && _exceptionsArePlain && !CanReachInto(current)) return true;
            if (isLast) return false;
        }
    }

    /// <summary>Matches one step of the walk; a pattern that matched the parent matches all below it.</summary>
    private bool MatchBelow(string path, bool[] matched)
    {
        var ignored = false;
        for (var i = 0; i < matched.Length; i++)
        {
            var pattern = Patterns[i];
            if (!matched[i] && (pattern.IsException != ignored || !pattern.MatchesPath(path))) continue;
            matched[i] = true;
            ignored = !pattern.IsException;
        }

        return ignored;
    }

    private bool CanReachInto(string folder)
    {
        if (!_hasExceptions) return false;
        foreach (var pattern in Patterns)
            if (pattern.IsException && pattern.Error is null && pattern.LiesBelow(folder)) return true;
        return false;
    }
}

/// <summary>Why a build would refuse an ignore file.</summary>
/// <param name="Message">A plain sentence, lower-case start, no full stop.</param>
/// <param name="Span">The pattern or line.</param>
public sealed record IgnoreFileError(string Message, SourceSpan Span);
