using System;
using System.Collections.Generic;
using System.Threading;

namespace DockerGuard.Oci.Files;

/// <summary>
/// All that is read, looked for and listed in files while somebody watches, on the thread that watches and in the tasks
/// it starts: what an answer hangs on besides what was asked, so that it can be seen later whether it holds.
/// </summary>
public sealed class SeenFiles : IDisposable
{
    private static readonly AsyncLocal<SeenFiles?> Watching = new();

    private readonly object _gate = new();
    private readonly SeenFiles? _before = Watching.Value;
    private readonly Dictionary<string, SeenFile> _seen = new(StringComparer.Ordinal);
    private bool _isCertain = true;

    private SeenFiles()
    {
    }

    /// <summary>Begins to watch; whoever disposes ends it. Who watched before does not see it.</summary>
    public static SeenFiles Watch() => Watching.Value = new SeenFiles();

    /// <summary>
    /// What was seen; null where that cannot be told: a file could not be read, or changed meanwhile.
    /// </summary>
    public IReadOnlyList<SeenFile>? All
    {
        get
        {
            lock (_gate) return _isCertain ? [.. _seen.Values] : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Watching.Value = _before;

    /// <summary>What is seen until this is disposed hangs on something that is known otherwise.</summary>
    public static IDisposable LookAway()
    {
        var away = new Away(Watching.Value);
        Watching.Value = null;
        return away;
    }

    /// <summary>Notes what a file holds; null for one that cannot be read.</summary>
    internal static void NoteContent(string path, byte[]? bytes)
    {
        if (Watching.Value is not { } watching) return;
        if (bytes is not null) watching.Note(SeenFile.Content, path, Sha256.Hex(bytes));
        else watching._isCertain = false;
    }

    /// <summary>
    /// Notes what else was asked of a path; <paramref name="what"/> is a word of <see cref="SeenFile"/>.
    /// </summary>
    internal static void Note(string what, string path, int answer)
    {
        if (Watching.Value is { } watching) watching.Note(what, path, SeenFile.Word(answer));
    }

    /// <summary>Notes which files a folder has; null for one that cannot be read.</summary>
    internal static void NoteNames(string folder, IReadOnlyList<string>? names)
    {
        if (Watching.Value is not { } watching) return;
        if (names is not null) watching.Note(SeenFile.Names, folder, SeenFile.Word(names));
        else watching._isCertain = false;
    }

    private void Note(string what, string path, string answer)
    {
        lock (_gate)
        {
            var key = what + "\t" + path;
            if (!_seen.TryGetValue(key, out var known)) _seen.Add(key, new SeenFile(what, path, answer));
            else _isCertain &= known.Answer == answer;
        }
    }

    private sealed class Away(SeenFiles? watching) : IDisposable
    {
        public void Dispose() => Watching.Value = watching;
    }
}
