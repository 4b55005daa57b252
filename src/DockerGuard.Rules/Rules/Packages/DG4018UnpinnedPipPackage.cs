using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>pip installs a package in whatever version is newest. Source: hadolint DL3013, KICS; PEP 440 for the forms of a version.</summary>
public sealed class DG4018UnpinnedPipPackage : ShellRule
{
    private static readonly string[] Comparisons = ["==", ">=", "<=", ">", "<", "!=", "~="];
    private static readonly string[] FileEndings = [".whl", ".tar.gz", ".tar.bz2", ".tgz", ".zip"];
    private static readonly string[] VersionControl = ["git+", "hg+", "svn+", "bzr+"];

    public override RuleDescriptor Descriptor { get; } = new("DG4018UnpinnedPipPackage", "pip package without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3013"), new("kics", "02d9c71f-3ee8-4986-9c27-1a20d0d19bfc")],
    };

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var isHadolint = context.Follows(Profiles.Hadolint);
        foreach (var command in context.CommandsOf(script))
        {
            // Files of requirements and constraints hold the versions; without an index there is but the one beside the Dockerfile.
            if (PipInstall.Read(command) is not { } install || command.HasFlag("r", "requirement", "c", "constraint")) continue;
            if (!isHadolint && command.HasFlag("no-index")) continue;
            LanguagePackages.ReportUnpinned(context, [.. install.Packages.Where(package => !IsPinned(package, isHadolint))], "pip");
        }
    }

    private static bool IsPinned(ShellWord package, bool isHadolint)
    {
        var text = package.Value;
        if (Comparisons.Any(comparison => text.IndexOf(comparison, StringComparison.Ordinal) >= 0)) return true;
        if (FileEndings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal))) return true;
        if (VersionControl.Any(start => text.StartsWith(start, StringComparison.Ordinal))) return NamesRevision(text, isHadolint);
        // A slash makes it a path or an address, and so does a leading point. What a variable holds is not known.
        return text.IndexOf('/') >= 0 || text.StartsWith(".", StringComparison.Ordinal) || (!isHadolint && (!package.IsStatic || text.Length == 0));
    }

    /// <summary>True for <c>git+https://host/path@revision</c>; hadolint takes the at sign of a user for one, too.</summary>
    private static bool NamesRevision(string address, bool isHadolint)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal);
        var path = isHadolint || host < 0 ? 0 : address.IndexOf('/', host + 3);
        return path >= 0 && address.IndexOf('@', path) >= 0;
    }
}
