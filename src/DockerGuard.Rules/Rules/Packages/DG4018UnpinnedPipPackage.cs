using System;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// pip installs a package in whatever version is newest. Source: hadolint DL3013, KICS; PEP 440 for the forms of a
/// version.
/// </summary>
public sealed class DG4018UnpinnedPipPackage : ShellRule
{
    private static readonly string[] Comparisons = ["==", ">=", "<=", ">", "<", "!=", "~="];
    private static readonly string[] FileEndings = [".whl", ".tar.gz", ".tar.bz2", ".tgz", ".zip"];
    private static readonly string[] VersionControl = ["git+", "hg+", "svn+", "bzr+"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4018UnpinnedPipPackage", "pip package without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3013"), new("kics", "02d9c71f-3ee8-4986-9c27-1a20d0d19bfc")],
    };

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (PipInstall.Read(command) is not { } install || ReadsVersions(command) || command.HasFlag("no-index"))
                continue;
            LanguagePackages.ReportUnpinned(context, [.. install.Packages.Where(package => !IsPinned(package))], "pip");
        }
    }

    /// <summary>
    /// Files of requirements and constraints hold the versions; without an index there is but the one beside the
    /// Dockerfile.
    /// </summary>
    internal static bool ReadsVersions(SimpleCommand command) => command.HasFlag("r", "requirement", "c", "constraint");

    /// <summary>
    /// True for a version, a file, a path or an address; of a repository <paramref name="namesRevision"/> decides.
    /// </summary>
    internal static bool IsPinned(string package, Func<string, bool> namesRevision)
    {
        if (Comparisons.Any(comparison => package.IndexOf(comparison, StringComparison.Ordinal) >= 0)) return true;
        if (FileEndings.Any(ending => package.EndsWith(ending, StringComparison.Ordinal))) return true;
        if (IsRepository(package)) return namesRevision(package);
        // A slash makes it a path or an address, and so does a leading point.
        return package.IndexOf('/') >= 0 || package.StartsWith(".", StringComparison.Ordinal);
    }

    /// <summary>What a variable holds is not known.</summary>
    private static bool IsPinned(ShellWord package) =>
        IsPinned(package.Value, NamesRevision)
            || (!IsRepository(package.Value) && (!package.IsStatic || package.Value.Length == 0));

    private static bool IsRepository(string package) =>
        VersionControl.Any(start => package.StartsWith(start, StringComparison.Ordinal));

    /// <summary>True for <c>git+https://host/path@revision</c>.</summary>
    private static bool NamesRevision(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? 0 : address.IndexOf('/', host + 3);
        return path >= 0 && address.IndexOf('@', path) >= 0;
    }
}
