using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;

namespace DockerGuard.Checks.Fixes;

/// <summary>What <see cref="DockerfileFixer"/> made of a Dockerfile.</summary>
/// <param name="Dockerfile">The mended file; the file itself when nothing was mended.</param>
/// <param name="Applied">The findings that were mended, in the order of the rounds.</param>
/// <param name="Refused">Findings whose fix would have made the file worse; it was not applied.</param>
public sealed record FixResult(
    Dockerfile Dockerfile, IReadOnlyList<Diagnostic> Applied, IReadOnlyList<Diagnostic> Refused);
