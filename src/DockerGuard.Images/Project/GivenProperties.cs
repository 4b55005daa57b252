using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>
/// Properties that a command line gives to a build and that its image build may need as well: neither those which that
/// one has of its own, nor what is ours.
/// </summary>
/// <param name="Kept">Those that can be written into a Dockerfile.</param>
/// <param name="Withheld">The names of those that cannot: their values are secret, or no word of a command.</param>
public sealed record GivenProperties(IReadOnlyList<KeyValuePair<string, string>> Kept, IReadOnlyList<string> Withheld)
{
    /// <summary>What the line that tells of them in a generated file begins with.</summary>
    public const string Line = "# Made by: dotnet build -t:DockerGuardGenerate";

    private const string Option = "-p:";

    private const StringComparison NoCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>What the commands of a generated file set by themselves, or what is of one machine.</summary>
    private static readonly string[] Others =
    [
        "BuildProjectReferences", "Configuration", "CurrentSolutionConfigurationContents", "DesignTimeBuild",
        "NoBuild", "OutDir", "OutputPath", "PackageVersion", "Platform", "PublishDir", "PublishProfile", "Rule",
        "RuntimeIdentifier", "RuntimeIdentifiers", "SelfContained", "TargetFramework", "TargetFrameworks", "UseAppHost",
        "Version", "VersionPrefix", "VersionSuffix",
    ];

    private static readonly string[] OtherBeginnings =
        ["_", "Building", "Container", "Docker", "MSBuild", "NuGet", "Restore", "Solution"];

    /// <summary>Nothing is given.</summary>
    public static GivenProperties None { get; } = new([], []);

    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => Kept.Count + Withheld.Count == 0;

    /// <summary>Those among the global properties of a build.</summary>
    public static GivenProperties Of(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var given = properties.Where(static pair => !Others.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)
                && !OtherBeginnings.Any(start => pair.Key.StartsWith(start, NoCase)))
            .OrderBy(static pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new GivenProperties(
            given.FindAll(CanBeKept),
            [.. given.Where(static pair => !CanBeKept(pair)).Select(static pair => pair.Key)]);
    }

    /// <summary>Those that a generated file was made with.</summary>
    public static GivenProperties In(string dockerfile)
    {
        if (dockerfile is null) throw new ArgumentNullException(nameof(dockerfile));
        var line = Array.Find(dockerfile.Split('\n'), static line => line.StartsWith(Line, StringComparison.Ordinal));
        return line is null
            ? None
            : Of(line.Substring(Line.Length).Split(' ').Select(static word => word.Trim())
                .Where(static word => word.StartsWith(Option, StringComparison.Ordinal) && word.IndexOf('=') > 0)
                .Select(static word => new KeyValuePair<string, string>(
                    word.Substring(Option.Length, word.IndexOf('=') - Option.Length),
                    word.Substring(word.IndexOf('=') + 1))));
    }

    /// <summary>The options of a command that give them, each with a blank before.</summary>
    public static string Options(IEnumerable<KeyValuePair<string, string>> properties) =>
        string.Concat(properties.Select(static pair => $" {Option}{pair.Key}={pair.Value}"));

    /// <summary>Whether it is a word to each shell and to MSBuild, and no secret.</summary>
    private static bool CanBeKept(KeyValuePair<string, string> pair)
    {
        var text = pair.Key + "=" + pair.Value;
        return pair.Value.Length > 0
            && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
                or '.' or '_' or '-' or '+' or '=' or ':' or '/')
            && SecretText.Hide(text) == text;
    }
}
