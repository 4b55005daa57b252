namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// How a rule set takes the comments that other tools read as well: ours by what was meant, a peer's as the peer does.
/// </summary>
public sealed class CommentLaw
{
    /// <summary>
    /// Every comment that can be understood counts, and one that its own tool would not honour is told of.
    /// </summary>
    public static CommentLaw Ours { get; } = new();

    /// <summary>True to tell of comments that their own tool does not honour, or that silence nothing.</summary>
    public bool TellsOfIdle { get; init; } = true;

    /// <summary>True where hadolint's comments count only as far as hadolint honours them.</summary>
    public bool DropsWhatHadolintDrops { get; init; }

    /// <summary>
    /// True where BuildKit's comments are read and reach as there: not indented, names in their very case, and not to
    /// the checks that are made before any comment is looked at.
    /// </summary>
    public bool ReadsChecksAsBuildKit { get; init; }
}
