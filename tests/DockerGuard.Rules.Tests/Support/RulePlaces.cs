using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>Where rules, pages and fixtures lie; they are read in place.</summary>
internal static class RulePlaces
{
    /// <summary>The folder of rules and their pages.</summary>
    public static string Rules { get; } = RepositoryRoot.File("src", "DockerGuard.Rules", "Rules");

    public static string Fixtures { get; } = RepositoryRoot.File("tests", "DockerGuard.Rules.Tests", "Fixtures");

    /// <summary>The path below the root with forward slashes on every system.</summary>
    public static string Relative(string file) =>
        System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');
}
