using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy;

/// <summary>A finding that somebody answers for, for a reason and until a day.</summary>
public sealed class Waiver
{
    /// <summary>How many days before its last a waiver starts to warn.</summary>
    internal const int WarningDays = 14;

    private readonly string _root;
    private readonly PathGlob? _glob;

    internal Waiver(IReadOnlyList<string> ruleIds, string? path, string root)
    {
        RuleIds = ruleIds;
        Path = path;
        _root = root.TrimEnd('/', '\\').Replace('\\', '/') + "/";
        _glob = path is null ? null : new PathGlob(path);
    }

    /// <summary>The waived rules by key, such as <c>DG2001</c> or <c>SC2086</c>; at least one.</summary>
    public IReadOnlyList<string> RuleIds { get; }

    /// <summary>
    /// A glob the finding's file must match, relative to the policy's folder, or in an image from its reference on;
    /// null: every file.
    /// </summary>
    public string? Path { get; }

    /// <summary>Why the finding is accepted; never empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it; never empty.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day on which the waiver silences.</summary>
    public required DateTime Expires { get; init; }

    /// <summary>The waiver in its policy file.</summary>
    public required FileOrigin Origin { get; init; }

    /// <summary>The date in the policy file: where an expired waiver is reported.</summary>
    public required SourceSpan ExpiresSpan { get; init; }

    /// <summary>True when the waiver is about this finding, whether or not it is still valid.</summary>
    public bool Covers(Diagnostic diagnostic)
    {
        foreach (var id in RuleIds)
        {
            if (id != diagnostic.Descriptor.Key && id != diagnostic.Descriptor.Id) continue;
            return _glob is null || CoversPlace(diagnostic.Origin, _glob);
        }

        return false;
    }

    /// <summary>
    /// The days after <paramref name="today"/> on which the waiver still silences: 0 on its last day, negative when it
    /// has expired.
    /// </summary>
    public int DaysLeft(DateTime today) => (Expires.Date - today.Date).Days;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{string.Join(", ", RuleIds)} until {Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {Owner}";

    /// <summary>
    /// A file is named from the policy's folder; a file of an image by the image's reference and its path there.
    /// </summary>
    private bool CoversPlace(Origin origin, PathGlob pattern)
    {
        if (origin is ImageOrigin image) return pattern.IsMatch(image.Name);
        var path = origin.Artifact.Replace('\\', '/');
        return path.StartsWith(_root, StringComparison.OrdinalIgnoreCase)
            && pattern.IsMatch(path.Substring(_root.Length));
    }
}
