namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>What a step of a pattern does.</summary>
internal enum PathStepKind
{
    /// <summary>Takes one character of the set.</summary>
    One,

    /// <summary>Takes any number of characters of the set.</summary>
    Any,

    /// <summary>Takes one character as it is written, half a surrogate pair too.</summary>
    Same,

    /// <summary>Leads into the next step, <see cref="Folders"/>, or past it: <c>(.*/)?</c>.</summary>
    OptionalFolders,

    /// <summary>Takes characters of the set up to any slash.</summary>
    Folders,

    /// <summary>Holds at the start of the path.</summary>
    Start,

    /// <summary>Holds at the end of the path.</summary>
    End,

    WordBoundary,

    NoWordBoundary,

    /// <summary>The pattern matches, whatever follows.</summary>
    Matched,
}

/// <summary>One step of a pattern.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Set">The characters it takes; null when it takes none of a set.</param>
/// <param name="Code">The character of <see cref="PathStepKind.Same"/>.</param>
internal readonly record struct PathStep(PathStepKind Kind, CharacterSet? Set = null, int Code = 0);
