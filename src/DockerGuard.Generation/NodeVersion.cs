using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerGuard.Generation;

/// <summary>
/// Which Node.js a build gets. What projects say is a version, a name that nvm knows, or a range of npm's (node-semver,
/// "Ranges"); of the releases with long-term support that it takes, the image of one is named.
/// </summary>
internal static class NodeVersion
{
    /// <summary>The release that is taken where a project says nothing, or takes it.</summary>
    public const string Default = "24";

    /// <summary>
    /// The releases with long-term support, the preferred one first. Source: nodejs/Release, schedule.json.
    /// </summary>
    private static readonly (int Major, string Name)[] Releases =
    [
        (24, "krypton"), (22, "jod"), (20, "iron"), (18, "hydrogen"), (16, "gallium"), (14, "fermium"), (12, "erbium"),
    ];

    private static readonly Regex Exact = new(@"^[v=]*(\d+\.\d+\.\d+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Comparator =
        new(@"^(\^|~>?|>=|<=|>|<|=)?v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?", RegexOptions.CultureInvariant);

    /// <summary>The version as tags of the official image name it: <c>22</c>, <c>20.11.1</c>.</summary>
    /// <param name="written">What a project says; null for nothing.</param>
    public static string TagOf(string? written)
    {
        var text = (written ?? "").Trim();
        if (Exact.Match(text) is { Success: true } exact) return exact.Groups[1].Value;
        if (text.StartsWith("lts/", StringComparison.OrdinalIgnoreCase))
        {
            var named = Releases.FirstOrDefault(
                release => release.Name.Equals(text.Substring("lts/".Length), StringComparison.OrdinalIgnoreCase));
            return named.Name is null ? Default : Text(named.Major);
        }

        var taken = Releases.FirstOrDefault(release => Takes(text, release.Major));
        if (taken.Major > 0) return Text(taken.Major);
        // A release without long-term support, or one that is newer than this table: the only one it names.
        return Comparator.Match(text) is { Success: true } match && int.TryParse(match.Groups[2].Value, out var major)
            ? Text(major)
            : Default;
    }

    private static bool Takes(string range, int major) =>
        range.Split(["||"], StringSplitOptions.None).Any(part => TakesAll(part, major));

    private static bool TakesAll(string comparators, int major)
    {
        // "14 - 20" is a range, and an operator may stand apart from its version.
        var text = Regex.Replace(comparators.Trim(), @"^(\S+)\s+-\s+(\S+)$", ">=$1 <=$2");
        text = Regex.Replace(text, @"([<>=~^])\s+", "$1");
        return text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(one => TakesOne(one, major));
    }

    /// <summary>Whether the newest version of a release is taken.</summary>
    private static bool TakesOne(string comparator, int major)
    {
        var match = Comparator.Match(comparator);
        // Words such as node and latest name no release.
        if (!match.Success || !int.TryParse(match.Groups[2].Value, out var named)) return true;
        var isWhole = match.Groups[3].Value is "" or "x" or "X" or "*";
        return match.Groups[1].Value switch
        {
            ">=" => major >= named,
            ">" => isWhole ? major > named : major >= named,
            "<" => major < named,
            "<=" => isWhole ? major <= named : major < named,
            _ => major == named,
        };
    }

    private static string Text(int major) => major.ToString(CultureInfo.InvariantCulture);
}
