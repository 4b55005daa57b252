namespace DockerGuard.Images;

/// <summary>A value that is known about an image, with the place that caused it.</summary>
/// <param name="Value">The value after expansion.</param>
/// <param name="Origin">
/// Where the value was written. For a value inherited from the base image: where the base was chosen.
/// </param>
/// <param name="IsInherited">True when the base image set the value and nothing in the project did.</param>
public sealed record Known<T>(T Value, Origin Origin, bool IsInherited = false);
