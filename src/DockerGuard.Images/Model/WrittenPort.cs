namespace DockerGuard.Images.Model;

/// <summary>A <c>ContainerPort</c> as the project writes it, which need not be one.</summary>
/// <param name="Number">The item: <c>8080</c>.</param>
/// <param name="Type">Its metadata <c>Type</c>: <c>tcp</c>.</param>
public sealed record WrittenPort(string Number, string Type);
