namespace DockerGuard.Images.Builds;

/// <summary>A command that ends because the SDK of its image is none that <c>global.json</c> takes.</summary>
/// <param name="file">The <c>global.json</c>, from the root of the build context.</param>
/// <param name="pinned">The version it names.</param>
/// <param name="rollForward">Which others it takes; null where it leaves that to the host.</param>
/// <param name="sdk">The version of the image's SDK, or the part of it that its tag tells.</param>
/// <param name="image">The image, as it is written.</param>
/// <param name="command">The command: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="origin">The place of the command.</param>
public sealed class RefusedSdk(
    string file, string pinned, string? rollForward, string sdk, string image, string command, Origin origin)
{
    public string File { get; } = file;

    public string Pinned { get; } = pinned;

    public string? RollForward { get; } = rollForward;

    public string Sdk { get; } = sdk;

    public string Image { get; } = image;

    public string Command { get; } = command;

    public Origin Origin { get; } = origin;
}
