namespace DockerGuard.Images.Builds;

/// <summary>A command that ends because the SDK of its image is none that <c>global.json</c> takes.</summary>
/// <param name="File">The <c>global.json</c>, from the root of the build context.</param>
/// <param name="Pinned">The version it names.</param>
/// <param name="RollForward">Which others it takes; null where it leaves that to the host.</param>
/// <param name="Sdk">The version of the image's SDK, or the part of it that its tag tells.</param>
/// <param name="Image">The image, as it is written.</param>
/// <param name="Command">The command: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="Origin">The place of the command.</param>
public sealed record RefusedSdk(
    string File, string Pinned, string? RollForward, string Sdk, string Image, string Command, Origin Origin);
