using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>The mechanical cure of a finding. A rule attaches one only where it is safe: the file builds the same image, or the one the author meant.</summary>
/// <param name="Title">What it does, as an order: "write COPY".</param>
/// <param name="Edits">Edits of the file the finding is in; offsets count in its text as it was linted, and they do not overlap.</param>
public sealed record Fix(string Title, IReadOnlyList<TextEdit> Edits)
{
    public Fix(string title, params TextEdit[] edits)
        : this(title, (IReadOnlyList<TextEdit>)edits)
    {
    }
}
