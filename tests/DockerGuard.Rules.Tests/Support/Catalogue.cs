using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>What the governance tests compare the catalogue with.</summary>
internal static class Catalogue
{
    /// <summary>Rules about what a Dockerfile cannot say; they have tests of their own instead of fixtures.</summary>
    public static readonly IReadOnlyList<Type> ProjectOnly = [typeof(DG6002LatestImageTag)];

    /// <summary>Rules about texts that do not parse: their fixtures cannot either.</summary>
    public static readonly IReadOnlyList<string> Unbuildable = ["DG5026", "DG5029"];

    /// <summary>Every rule class of the assembly, found by reflection.</summary>
    public static IReadOnlyList<Type> RuleTypes { get; } =
        [
            .. typeof(Rule).Assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
                .OrderBy(type => type.Name, StringComparer.Ordinal),
        ];

    /// <summary>Every page beside a rule, as absolute paths.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [
            .. Directory.EnumerateFiles(RulePlaces.Rules, "*.md", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
}
