using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// Solutions in miniature that an engine builds: those of the package's tests, and one for each feature. A third of
/// them is taken in each week, so that three weeks see all; DOCKERGUARD_SHAPES=all takes all, or the names it lists.
/// </summary>
internal static class Shapes
{
    public const int Weeks = 3;

    private static readonly string[] Folders =
    [
        RepositoryRoot.File("tests", "DockerGuard.EndToEnd.Tests", "Shapes"),
        RepositoryRoot.File("tests", "DockerGuard.Package.Tests", "Layouts"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Folders.SelectMany(SolutionLayout.NamesIn)];

    public static IReadOnlyList<string> Chosen => Choose(
        Environment.GetEnvironmentVariable("DOCKERGUARD_SHAPES"), ISOWeek.GetWeekOfYear(DateTime.UtcNow));

    public static IReadOnlyList<string> Choose(string? wish, int week) =>
        wish is null or "" ? [.. All.Where((_, index) => index % Weeks == week % Weeks)]
        : wish == "all" ? All
        : [.. All.Intersect(wish.Split(','))];

    public static SolutionLayout Read(string name) => SolutionLayout.Read(
        Folders.Select(folder => Path.Combine(folder, name + ".txt")).First(File.Exists));
}
