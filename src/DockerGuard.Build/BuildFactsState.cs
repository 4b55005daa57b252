using System;
using DockerGuard.Images.Project;

namespace DockerGuard.Build;

/// <summary>
/// The file that keeps build facts from one build to the next: what they were asked for, by what they can be seen to
/// hold, and the facts, with an empty line between.
/// </summary>
/// <param name="Key">What the facts depend on besides files.</param>
/// <param name="Stamps">See <see cref="Evaluation.InputStamps"/>.</param>
/// <param name="Facts">See <see cref="BuildFactsText"/>.</param>
internal sealed record BuildFactsState(string Key, string Stamps, string Facts)
{
    private const string Between = "\n\n";

    public string Text => Key + Between + Stamps + "\n" + Facts;

    /// <summary>Takes a text apart; null for what is no such file.</summary>
    public static BuildFactsState? Read(string text)
    {
        var key = text.IndexOf(Between, StringComparison.Ordinal);
        var stamps = key < 0 ? -1 : text.IndexOf(Between, key + Between.Length, StringComparison.Ordinal);
        return stamps < 0
            ? null
            : new BuildFactsState(
                text.Substring(0, key),
                text.Substring(key + Between.Length, stamps + 1 - key - Between.Length),
                text.Substring(stamps + Between.Length));
    }
}
