using System;
using DockerGuard.Images.Project;

namespace DockerGuard.Build;

/// <summary>
/// The file that keeps build facts from one build to the next: a line that says what they were asked for, lines by
/// which they can be seen to hold, and after a line of its own the facts.
/// </summary>
/// <param name="Key">What the facts depend on besides files; one line.</param>
/// <param name="Stamps">See <see cref="InputStamps"/>.</param>
/// <param name="Facts">See <see cref="BuildFactsText"/>.</param>
internal sealed record BuildFactsState(string Key, string Stamps, string Facts)
{
    private const string Mark = "facts\n";

    public string Text => Key + "\n" + Stamps + Mark + Facts;

    /// <summary>Takes a text apart; null for what is no such file.</summary>
    public static BuildFactsState? Read(string text)
    {
        var stamps = text.IndexOf('\n') + 1;
        var mark = stamps == 0 ? -1 : text.IndexOf("\n" + Mark, stamps - 1, StringComparison.Ordinal) + 1;
        return mark <= 0
            ? null
            : new BuildFactsState(
                text.Substring(0, stamps - 1),
                text.Substring(stamps, mark - stamps),
                text.Substring(mark + Mark.Length));
    }
}
