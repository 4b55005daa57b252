namespace DockerGuard.Images.Model;

/// <summary>A value that is known about an image, with the place that caused it.</summary>
/// <param name="Value">The value after expansion.</param>
/// <param name="Origin">
/// Where the value was written. For a value inherited from the base image: where the base was chosen.
/// </param>
/// <param name="IsInherited">True when the base image set the value and nothing in the project did.</param>
public sealed record Known<T>(T Value, Origin Origin, bool IsInherited = false)
{
    /// <summary>
    /// The words of the instruction that states a label or a variable; null where no instruction does.
    /// </summary>
    public WrittenPair? Written { get; init; }

    /// <summary>The place of the name of a label or variable, as narrow as can be.</summary>
    public Origin NameOrigin => Written?.Name ?? Origin;

    /// <summary>The place of the value of a label or variable, as narrow as can be.</summary>
    public Origin ValueOrigin => Written?.Value ?? Origin;

    /// <summary>True when the value comes to be while the image is made.</summary>
    public bool IsComing { get; init; }

    /// <summary>
    /// True when the value depends on a variable nobody gave a value, or comes later, so that it may be another one.
    /// </summary>
    public bool IsIncomplete => IsComing || Written is { HasUnresolvedVariable: true };
}
