using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>The repository's own C# files.</summary>
internal static class Sources
{
    /// <summary>Their paths from the repository's root, with slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { "src", "tests" }
            .SelectMany(
                folder => Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
