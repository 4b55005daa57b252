using System;

namespace DockerGuard.Images.Labels;

/// <summary>When the value of a label is known.</summary>
public enum LabelMoment
{
    /// <summary>From the project alone: a Dockerfile can hold it.</summary>
    Project,

    /// <summary>When the image is built; a Dockerfile takes it as a build argument.</summary>
    BuildArgument,

    /// <summary>When the SDK publishes the image, which is no Dockerfile's matter.</summary>
    Publish,
}

/// <summary>One label of the images of .NET projects.</summary>
/// <param name="Name">The whole name.</param>
/// <param name="KnownAt">When its value is known.</param>
/// <param name="Value">The value; null where nothing is known.</param>
public sealed record OciLabel(string Name, LabelMoment KnownAt, Func<LabelFacts, string?> Value)
{
    /// <summary>True when the SDK's container publish writes it itself as soon as there is a value.</summary>
    public bool IsSdks { get; init; }

    /// <summary>True when the SDK writes it as late as it builds the image, so that no item tells of it.</summary>
    public bool IsWrittenLast { get; init; }

    /// <summary>
    /// What the project's property that switches it off has after <c>ContainerGenerateLabels</c>; null where none does.
    /// </summary>
    public string? Switch { get; init; }

    /// <summary>
    /// The build argument that holds it in a Dockerfile, for <see cref="LabelMoment.BuildArgument"/>.
    /// </summary>
    public string? Argument { get; init; }
}
