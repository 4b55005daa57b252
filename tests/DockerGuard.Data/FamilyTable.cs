using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerGuard.Data;

/// <summary>
/// <c>families.tsv</c>: what the operating system of an image brings. Families that are built are read from their
/// Dockerfiles; those that are not any more stay as the table of today has them.
/// </summary>
public static partial class FamilyTable
{
    /// <summary>
    /// The table of a commit of dotnet-docker, with the families of the current one that it builds no more.
    /// </summary>
    public static string Generate(Upstream dotnetDocker, string current)
    {
        var rows = Table.Read(current);
        var built = ImageManifest.Read(dotnetDocker).Images
            .Where(image => image.Repository == (image.IsWindows ? "dotnet/runtime" : "dotnet/runtime-deps"))
            .GroupBy(image => Name(image.Family));
        foreach (var family in built)
        {
            // A preview may yet change; its families count where nothing released has them.
            var newest = family
                .OrderBy(image => image.Tags.Any(tag => tag.Contains("-preview", StringComparison.Ordinal)))
                .ThenByDescending(image => System.Version.Parse(image.Version))
                .First();
            rows[family.Key] = Traits(family.Key, newest, dotnetDocker.Read(newest.Dockerfile));
        }

        return Table.Write(
            [
                "What the operating system of a .NET image brings. A release number (alpine3.24, nanoserver-ltsc2025) "
                    + "and the words",
                "composite and aot change nothing here and are left out of the name. '*' stands for a name this table "
                    + "does not know yet.",
                "'-' is none; user '-' is root.",
                $"Source: dotnet/dotnet-docker, commit {dotnetDocker.Commit} ({dotnetDocker.Date}); families that are "
                    + "no longer",
                "built: the history of the same repository.",
            ],
            ["family", "libc", "shell", "packageManager", "icu", "timeZones", "user"],
            rows.Values.OrderBy(row => row[0], StringComparer.Ordinal));
    }

    /// <summary>A family's name without its release and the words that change nothing.</summary>
    internal static string Name(string family)
    {
        var words = family.Split('-').Where(word => word is not ("composite" or "aot") && !Release().IsMatch(word));
        return string.Join('-', words.Select(word => word.TrimEnd(['.', .. "0123456789"])));
    }

    private static string[] Traits(string family, BuiltImage image, string dockerfile)
    {
        if (image.IsWindows)
            return [family, "windows", "yes", "-", "yes", "yes", User(dockerfile) ?? "ContainerAdministrator"];
        var hasShell = !family.Split('-').Any(word => word is "chiseled" or "distroless");
        return
        [
            family,
            family.StartsWith("alpine", StringComparison.Ordinal) ? "musl" : "glibc",
            YesOrNo(hasShell),
            hasShell ? PackageManager(family, dockerfile) : "-",
            YesOrNo(IcuPackage().IsMatch(dockerfile)),
            YesOrNo(TimeZonePackage().IsMatch(dockerfile)),
            User(dockerfile) ?? "-",
        ];
    }

    private static string PackageManager(string family, string dockerfile) =>
        Installation().Match(dockerfile) is { Success: true } match
            ? match.Groups["name"].Value
            : throw new UpstreamException($"the Dockerfile of {family} installs with no package manager known here");

    /// <summary>The last user of the final stage; null when it names none.</summary>
    private static string? User(string dockerfile)
    {
        var last = Stage().Matches(dockerfile)[^1].Index;
        if (UserInstruction().Matches(dockerfile[last..]) is not [.., var match]) return null;
        var user = match.Groups["user"].Value;
        if (user != "$APP_UID") return user;
        return AppUid().Match(dockerfile) is { Success: true } uid
            ? uid.Groups["uid"].Value
            : throw new UpstreamException("a Dockerfile uses APP_UID and does not set it");
    }

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    [GeneratedRegex("^(ltsc)?[0-9]+$")]
    private static partial Regex Release();

    [GeneratedRegex(@"^\s+(icu|icu-libs|libicu[0-9]+(_libs)?)\b", RegexOptions.Multiline)]
    private static partial Regex IcuPackage();

    [GeneratedRegex(@"^\s+tzdata", RegexOptions.Multiline)]
    private static partial Regex TimeZonePackage();

    [GeneratedRegex(@"\b(?<name>apk|apt|dnf|tdnf)(-get)? (add|install)\b")]
    private static partial Regex Installation();

    [GeneratedRegex("^FROM ", RegexOptions.Multiline)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^USER (?<user>\S+)", RegexOptions.Multiline)]
    private static partial Regex UserInstruction();

    [GeneratedRegex(@"\bAPP_UID=(?<uid>\d+)")]
    private static partial Regex AppUid();
}
