using System;
using System.Globalization;

namespace DockerGuard.Rules;

/// <summary>The codes of ShellCheck: each is a part of <see cref="DG5032ShellCheckFinding"/> that policies, waivers and comments can name.</summary>
internal static class ShellCheckCodes
{
    /// <summary>A portability finding: the script uses what the shell its <c>#!</c> names does not promise.</summary>
    private const int FirstPortability = 3000;

    /// <summary>
    /// Warnings and errors that are a matter of care, not of harm, in a script that runs once and whose failure fails the build: a <c>cd</c>
    /// that may fail (2164), the exit status that an assignment hides (2155), a variable that nobody reads (2034).
    /// </summary>
    private static readonly int[] Careful = [2034, 2155, 2164];

    /// <summary>The part a code names; null for what is no code.</summary>
    public static RuleDescriptor? Find(string id)
    {
        if (id is not { Length: 6 } || !id.StartsWith("SC", StringComparison.OrdinalIgnoreCase) || id[2] is < '1' or > '3') return null;
        for (var i = 3; i < id.Length; i++)
            if (id[i] is < '0' or > '9') return null;
        return Describe(int.Parse(id.Substring(2), CultureInfo.InvariantCulture), Severity.Warning);
    }

    /// <summary>The part of a finding.</summary>
    /// <param name="code">ShellCheck's number.</param>
    /// <param name="level">ShellCheck's level.</param>
    /// <param name="isPortable">True when the shell of the image is known to do more than ShellCheck believes.</param>
    public static RuleDescriptor Describe(int code, Severity level, bool isPortable = false)
    {
        var id = "SC" + code.ToString(CultureInfo.InvariantCulture);
        // A script that ShellCheck takes for broken may have built many images: none of its errors fails a build by default.
        var recommended = level == Severity.Info || Array.IndexOf(Careful, code) >= 0 || (isPortable && code >= FirstPortability) ? Severity.Info : Severity.Warning;
        return new RuleDescriptor(DG5032ShellCheckFinding.All.Name, DG5032ShellCheckFinding.All.Title, recommended, strict: Stricter(level))
        {
            Family = DG5032ShellCheckFinding.All,
            Aliases = [new RuleAlias("hadolint", id, level)],
            HelpLink = "https://www.shellcheck.net/wiki/" + id,
        };
    }

    /// <summary>True for a code of ShellCheck and for all of them together.</summary>
    public static bool IsCodeOrAll(RuleDescriptor rule) => (rule.Family ?? rule).Equals(DG5032ShellCheckFinding.All);

    /// <summary>Ours for ShellCheck's word; hadolint's <c>style</c> is our information too.</summary>
    public static Severity SeverityOf(string level) => level switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Info,
    };

    /// <summary>What the cure of a code does, where the script does the same afterwards; null for others: quotes, for one, change what is given to a command.</summary>
    public static string? SafeFix(int code) => code switch
    {
        2006 => "write $(...) for the backticks",
        2164 => "stop when cd fails",
        _ => null,
    };

    private static Severity Stricter(Severity level) => level == Severity.Error ? Severity.Error : Severity.Warning;
}
