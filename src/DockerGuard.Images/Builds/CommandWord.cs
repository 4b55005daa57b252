namespace DockerGuard.Images.Builds;

/// <summary>A word that a command is given once the shell has made it.</summary>
/// <param name="Text">
/// The word; <see cref="Unknown"/> stands in it for what nobody knows before the build.
/// </param>
/// <param name="Written">The word of the script, quotes and variables kept.</param>
/// <param name="IsOpen">True when it may be any number of words: <c>$OPTIONS</c> without quotes and without a value.
/// </param>
internal sealed record CommandWord(string Text, string Written, bool IsOpen = false)
{
    /// <summary>Stands for a part that is not known: Unicode has no such character.</summary>
    public const char Unknown = '\uFFFF';

    /// <summary>True when every character of a text is known.</summary>
    public static bool IsKnown(string text) => text.IndexOf(Unknown) < 0;
}
