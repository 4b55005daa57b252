namespace DockerGuard.Images.Builds;

/// <summary>A command of the SDK that runs where none is, for sure.</summary>
/// <param name="command">The command: <c>'dotnet restore' at line 3</c>.</param>
/// <param name="image">The image of its stage, as it is written.</param>
/// <param name="sdk">The image of the same version that has the SDK: <c>dotnet/sdk:10.0</c>.</param>
/// <param name="origin">The place of the command.</param>
public sealed class MissingSdk(string command, string image, string sdk, Origin origin)
{
    public string Command { get; } = command;

    public string Image { get; } = image;

    public string Sdk { get; } = sdk;

    public Origin Origin { get; } = origin;
}
