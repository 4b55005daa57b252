using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign;

/// <summary>What a tool of others may look at.</summary>
/// <param name="Artifact">
/// Absolute path of the Dockerfile, or of the file that describes the image; the image itself when it is built.
/// </param>
/// <param name="Settings">Profile and policy.</param>
public sealed record ForeignSubject(string Artifact, RuleSettings Settings)
{
    /// <summary>The build of the Dockerfile; null when the project makes the image.</summary>
    public BuildEvaluation? Build { get; init; }

    /// <summary>The image that ships; null when the Dockerfile makes none.</summary>
    public ImageModel? Image { get; init; }
}

/// <summary>One visit to a tool of others: what it is given, and the way back from what it says.</summary>
public abstract class ForeignVisit
{
    /// <summary>The texts it is given; the most important first, for there may be a limit.</summary>
    public abstract IReadOnlyList<string> Inputs { get; }

    /// <summary>
    /// The finding of a comment; null for one that is left out. Asked once for each, in the tool's order.
    /// </summary>
    public abstract ForeignFinding? Translate(ForeignComment comment);
}

/// <summary>A comment of a tool as a finding of ours.</summary>
/// <param name="code">The part of the family, with the severities its level gives it.</param>
/// <param name="origin">The place it is reported at.</param>
/// <param name="fix">The cure, where it is safe and its places are exact.</param>
public sealed class ForeignFinding(RuleDescriptor code, Origin origin, Fix? fix = null)
{
    public RuleDescriptor Code { get; } = code;

    public Origin Origin { get; } = origin;

    public Fix? Fix { get; } = fix;
}
