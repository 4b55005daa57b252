using System;
using System.IO;
using System.Linq;

namespace DockerGuard.Testing;

/// <summary>
/// A program of the machine that a test cannot do without. On a developer's machine a missing tool makes the test
/// inconclusive; where the environment variable CI is "true" it makes the test fail, so that a check never disappears
/// unseen.
/// </summary>
/// <param name="Name">The program's file name.</param>
/// <param name="DebianPackage">What holds it: a Debian package, or another one in words.</param>
public sealed record Tool(string Name, string DebianPackage)
{
    public static readonly Tool DockerRegistry = new("docker-registry", "docker-registry");
    public static readonly Tool DockerDaemon = new("dockerd", "docker.io");
    public static readonly Tool Docker = new("docker", "docker.io");
    public static readonly Tool SarifMultitool = new(
        "Sarif.Multitool", "none; npm package @microsoft/sarif-multitool-linux");
    public static readonly Tool ShellCheck = new("shellcheck", "shellcheck");
    public static readonly Tool DpkgQuery = new("dpkg-query", "dpkg");

    // The distribution's own programs come first: the client in /usr/bin is the one that matches the daemon.
    private static readonly string[] DistributionFolders = ["/usr/bin", "/usr/sbin"];

    /// <summary>The absolute path of the program; without it the running test ends, inconclusive or failed.</summary>
    public string Require()
    {
        var path = Find(Environment.GetEnvironmentVariable("PATH"));
        if (path is null)
        {
            ReportMissing(
                $"{Name} is not installed (Debian package {DebianPackage}; .ci/install-tools installs it)", IsCI());
        }

        return path!;
    }

    /// <summary>Looks in the distribution's folders, then in those of <paramref name="searchPath"/>.</summary>
    public string? Find(string? searchPath)
    {
        var folders = DistributionFolders.Concat(
            (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        return folders.Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The same two endings for what is missing but is no program, such as root's rights.</summary>
    public static void ReportMissing(string reason, bool isCI)
    {
        if (isCI) Assert.Fail(reason);

        Assert.Inconclusive(reason);
    }

    public static bool IsCI() => IsCI(Environment.GetEnvironmentVariable("CI"));

    public static bool IsCI(string? value) =>
        string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) || value == "1";
}
