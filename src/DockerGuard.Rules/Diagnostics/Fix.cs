using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>
/// The mechanical cure of a finding. A rule attaches one only where it is safe: the file builds the same image, or the
/// one the author meant.
/// </summary>
/// <param name="Title">What it does, as an order: "write COPY".</param>
/// <param name="Edits">
/// Edits of the file the finding is in; offsets count in its text as it was linted, and they do not overlap.
/// </param>
public sealed record Fix(string Title, IReadOnlyList<TextEdit> Edits)
{
    public Fix(string title, params TextEdit[] edits)
        : this(title, (IReadOnlyList<TextEdit>)edits)
    {
    }

    /// <summary>
    /// By the edits, not by the list that holds them: two findings that say and mend the same are one.
    /// </summary>
    public bool Equals(Fix? other) => other is not null && Title == other.Title && Edits.SequenceEqual(other.Edits);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Edits.Aggregate(Title.GetHashCode(), (hash, edit) => (hash * 31) + edit.GetHashCode());
}
