using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Reports.Sarif;

/// <summary>
/// One log for all that writes to it, a run each: every project of a solution that names the same file, and each of
/// their checks.
/// </summary>
public static class SarifRuns
{
    private const string Version = "2.1.0";

    /// <summary>The byte order mark of UTF-8.</summary>
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>A log, with the runs that an earlier one has of other checks, projects and tools.</summary>
    /// <param name="log">The log of one run, as <see cref="SarifFormat"/> writes it.</param>
    /// <param name="earlier">What the file holds, UTF-8; null for nothing.</param>
    /// <param name="stays">Whether a run of another category is still of something, by that category.</param>
    /// <returns>The runs in the order of their categories, so that it is the same whoever comes last.</returns>
    public static string Join(string log, byte[]? earlier, Func<string, bool> stays)
    {
        if (earlier is null || JsonText.Parse(WithoutMark(earlier)) is not { } before) return log;
        if (before.Element("version")?.Value != Version) return log;
        var root = JsonText.Parse(System.Text.Encoding.UTF8.GetBytes(log))!;
        var runs = root.Element("runs")!;
        var own = CategoryOf(runs.Elements().Single());
        // What another tool has found is not ours to drop.
        var others = RunsOf(before).Where(run => CategoryOf(run) is not { } other || (other != own && stays(other)))
            .ToList();
        if (others.Count == 0) return log;
        runs.ReplaceNodes(runs.Elements().Concat(others).OrderBy(CategoryOf, StringComparer.Ordinal).ToList());
        return Json.Write(root);
    }

    private static byte[] WithoutMark(byte[] text) =>
        text.Take(Mark.Length).SequenceEqual(Mark) ? [.. text.Skip(Mark.Length)] : text;

    private static IEnumerable<XElement> RunsOf(XElement log) => log.Element("runs")?.Elements() ?? [];

    /// <summary>The category of a run that this product has written; null for anybody else's.</summary>
    private static string? CategoryOf(XElement run) =>
        run.Element("tool")?.Element("driver")?.Element("name")?.Value == SarifFormat.Tool
            ? run.Element("automationDetails")?.Element("id")?.Value.TrimEnd('/')
            : null;
}
