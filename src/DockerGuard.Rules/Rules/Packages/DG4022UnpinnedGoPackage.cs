using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// go fetches a package in whatever version is newest. Source: hadolint DL3062; the Go modules reference for version
/// queries.
/// </summary>
public sealed class DG4022UnpinnedGoPackage : ShellRule
{
    private static readonly string[] MovingVersions = ["latest", "upgrade", "main", "master"];

    private static readonly string[] ValueFlags =
    [
        "C", "p", "asmflags", "buildmode", "compiler", "covermode", "coverpkg", "gccgoflags", "gcflags",
        "installsuffix", "ldflags", "mod", "modfile",
        "overlay", "pgo", "pkgdir", "tags", "toolexec", "exec", "o",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4022UnpinnedGoPackage", "Go package without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3062")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["go"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            LanguagePackages.ReportUnpinned(
                context, [.. PackagesOf(command, out var verb)
                    .Where(package => package.IsStatic && Floats(package.Value, verb))], "go");
        }
    }

    /// <summary>What a command fetches; what follows the package of <c>go run</c> is for the program.</summary>
    internal static IEnumerable<ShellWord> PackagesOf(SimpleCommand command, out string verb)
    {
        var operands = command.Is("go") ? command.Operands(ValueFlags) : [];
        verb = operands.Count == 0 ? "" : operands[0].Value;
        return verb is "install" or "get" or "run" ? operands.Skip(1).Take(verb == "run" ? 1 : int.MaxValue) : [];
    }

    /// <summary>
    /// Without a version, <c>go.mod</c> has it, or install and run fail; only get goes for the newest.
    /// </summary>
    private static bool Floats(string package, string verb)
    {
        if (IsLocal(package)) return false;
        var at = package.IndexOf('@');
        if (at >= 0) return MovingVersions.Contains(package.Substring(at + 1), StringComparer.Ordinal);
        // A module's path begins with a host, which has a point; the others are of the standard library.
        var slash = package.IndexOf('/');
        return verb == "get" && package.Substring(0, slash < 0 ? package.Length : slash).IndexOf('.') > 0;
    }

    /// <summary>True for a path.</summary>
    internal static bool IsLocal(string package) =>
        package.StartsWith(".", StringComparison.Ordinal) || package.StartsWith("/", StringComparison.Ordinal);
}
