using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace DockerGuard.Oci.Files;

/// <summary>One thing that was seen of files.</summary>
/// <param name="what">A word that says what was asked.</param>
/// <param name="path">Absolute path.</param>
/// <param name="answer">The answer, on one line.</param>
public sealed class SeenFile(string what, string path, string answer)
{
    /// <summary>What a file holds, as a hash.</summary>
    public const string Content = "content";

    /// <summary>The names of the files in a folder, as a hash.</summary>
    public const string Names = "names";

    /// <summary>What there is at a path: a <see cref="FileKind"/>.</summary>
    public const string Kind = "kind";

    /// <summary>Whether there is anything at a path.</summary>
    public const string There = "there";

    internal const string Attributes = "attributes";

    /// <summary>More than anybody reads who is watched.</summary>
    private const int MostBytes = 256 * 1024 * 1024;

    /// <summary>A word that says what was asked.</summary>
    public string What { get; } = what;

    /// <summary>Absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>The answer, on one line.</summary>
    public string Answer { get; } = answer;

    /// <summary>Whether the answer would be the same now.</summary>
    public bool Holds()
    {
        try
        {
            return Now() == Answer;
        }
        // What cannot be asked any more has changed.
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    internal static string Word(int answer) => answer.ToString(CultureInfo.InvariantCulture);

    internal static string Word(IReadOnlyList<string> names) => Sha256.Hex(string.Join("\n", names));

    private string? Now() => What switch
    {
        Content => RegularFile.Read(Path, MostBytes, out _) is { } bytes ? Sha256.Hex(bytes) : null,
        Kind => Word((int)RegularFile.KindOf(Path)),
        There => Word(RegularFile.IsThere(Path) ? 1 : 0),
        Attributes => Word(RegularFile.AttributesOf(Path)),
        Names => Word(RegularFile.NamesIn(Path)),
        _ => null,
    };
}
