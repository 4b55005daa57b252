namespace DockerGuard.Images.Project;

/// <summary>A value that a project has in the configuration that is built, and another one in another.</summary>
/// <param name="Name">The name of a property, or the type of the items of a list.</param>
/// <param name="Here">The value in the configuration that is built; may be empty.</param>
/// <param name="There">The value in the other one; may be empty.</param>
public sealed record ConfigurationValue(string Name, string Here, string There);
