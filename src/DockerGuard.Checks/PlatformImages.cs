using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Checks;

/// <summary>
/// The image of a project on each of its platforms. What holds on all of them is told once, all else with the platforms
/// it holds on.
/// </summary>
/// <param name="images">The platforms in the order they are told; null where one stands for all.</param>
internal sealed class PlatformImages(IReadOnlyList<PlatformImage> images)
{
    /// <summary>What the rules find on any of the platforms.</summary>
    public LintResult Check(RuleSettings settings, IReadOnlyList<Rule>? rules = null)
    {
        var results = images.Select(one => Linter.CheckImage(one.Image, settings, rules: rules)).ToList();
        if (results.Count == 1) return results[0];
        var findings = new List<Diagnostic>();
        foreach (var found in Grouped(results.Select(result => result.Findings)))
        {
            findings.Add(found.Places.Count == images.Count
                ? found.Value
                : found.Value with { Message = $"{found.Value.Message} ({Names(found.Places)})" });
        }

        return new LintResult(findings.InOrder(), [])
        {
            Absent = [.. results.SelectMany(result => result.Absent).Distinct()],
        };
    }

    /// <summary>One word for all, or each with its platforms: <c>1654 (linux/amd64), root (linux/arm64)</c>.</summary>
    public string Tell(Func<ImageModel, string> tell)
    {
        if (images.Count == 1) return tell(images[0].Image);
        var told = Grouped(images.Select(one => new[] { tell(one.Image) }));
        return told.Count == 1
            ? told[0].Value
            : string.Join(", ", told.Select(one => $"{one.Value} ({Names(one.Places)})"));
    }

    private string Names(IEnumerable<int> places) => string.Join(", ", places.Select(place => images[place].Platform));

    /// <summary>The different values in the order they first come, each with the platforms that have it.</summary>
    private static List<(T Value, List<int> Places)> Grouped<T>(IEnumerable<IReadOnlyList<T>> values)
        where T : notnull => [.. values.SelectMany((list, place) => list.Distinct().Select(value => (value, place)))
            .GroupBy(pair => pair.value, pair => pair.place)
            .Select(group => (group.Key, group.ToList()))];
}

/// <summary>The image of a project on one platform.</summary>
/// <param name="platform">Null where it stands for all.</param>
/// <param name="image">The image.</param>
internal sealed class PlatformImage(Platform? platform, ImageModel image)
{
    public Platform? Platform { get; } = platform;

    public ImageModel Image { get; } = image;
}
