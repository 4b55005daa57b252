using System;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>
/// The codes of ShellCheck: each is a part of <see cref="DG5032ShellCheckFinding"/> that policies, waivers and comments
/// can name.
/// </summary>
internal static class ShellCheckCodes
{
    /// <summary>A portability finding: the script uses what the shell its <c>#!</c> names does not promise.</summary>
    private const string FirstPortability = "SC3000";

    /// <summary>
    /// Warnings and errors that are a matter of care, not of harm, in a script that runs once and whose failure fails
    /// the build: a <c>cd</c> that may fail (2164), the exit status that an assignment hides (2155), a variable that
    /// nobody reads (2034).
    /// </summary>
    private static readonly string[] Careful = ["SC2034", "SC2155", "SC2164"];

    /// <summary>The part a code names; null for what is no code.</summary>
    public static RuleDescriptor? Find(string id)
    {
        if (id is not { Length: 6 }
            || !id.StartsWith("SC", StringComparison.OrdinalIgnoreCase)
            || id[2] is < '1' or > '3')
        {
            return null;
        }

        for (var i = 3; i < id.Length; i++)
            if (id[i] is < '0' or > '9') return null;
        return Describe(id.ToUpperInvariant(), Severity.Warning);
    }

    /// <summary>The part of a finding.</summary>
    /// <param name="id">The code, such as <c>SC2086</c>.</param>
    /// <param name="level">ShellCheck's level.</param>
    /// <param name="isPortable">True when the shell of the image is known to do more than ShellCheck believes.</param>
    public static RuleDescriptor Describe(string id, Severity level, bool isPortable = false)
    {
        // A script that ShellCheck takes for broken may have built many images: none of its errors fails a build by
        // default.
        var isCareful = level == Severity.Info
            || Array.IndexOf(Careful, id) >= 0
            || (isPortable && string.CompareOrdinal(id, FirstPortability) >= 0);
        var recommended = isCareful ? Severity.Info : Severity.Warning;
        return new RuleDescriptor(
            DG5032ShellCheckFinding.All.Name, DG5032ShellCheckFinding.All.Title, recommended, strict: Stricter(level))
        {
            Family = DG5032ShellCheckFinding.All,
            Aliases = [new RuleAlias("hadolint", id, level)],
            HelpLink = "https://www.shellcheck.net/wiki/" + id,
        };
    }

    /// <summary>Ours for ShellCheck's word; hadolint's <c>style</c> is our information too.</summary>
    public static Severity SeverityOf(string level) => level switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Info,
    };

    /// <summary>
    /// What the cure of a code does, where the script does the same afterwards; null for others: quotes, for one,
    /// change what is given to a command.
    /// </summary>
    public static string? SafeFix(string code) => code switch
    {
        "SC2006" => "write $(...) for the backticks",
        "SC2164" => "stop when cd fails",
        _ => null,
    };

    private static Severity Stricter(Severity level) => level == Severity.Error ? Severity.Error : Severity.Warning;
}
