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
/// npm, pnpm or yarn installs a package in whatever version is newest. Source: hadolint DL3016, KICS; npm's package
/// specs for the forms.
/// </summary>
public sealed class DG4020UnpinnedNpmPackage : ShellRule
{
    private static readonly string[] InstallVerbs = ["install", "i", "in", "ins", "inst", "isntall", "add"];
    private static readonly string[] Archives = [".tgz", ".tar.gz", ".tar"];
    private static readonly string[] PathStarts = ["/", "./", "../", "~/", "file:"];

    private static readonly string[] ValueFlags =
    [
        "loglevel", "registry", "prefix", "C", "dir", "cwd", "cache", "tag", "omit", "include", "workspace", "w",
        "filter", "install-strategy", "save-prefix",
        "scope", "userconfig", "globalconfig", "before", "cpu", "os", "libc", "fetch-retries", "fetch-timeout",
        "maxsockets", "network-timeout",
        "network-concurrency", "location", "script-shell", "cache-folder", "modules-folder", "global-folder", "mutex",
        "proxy", "https-proxy",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4020UnpinnedNpmPackage", "npm package without a version", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3016"), new("kics", "e36d8880-3f78-4546-b9a1-12f0745ca0d5")],
    };

    public override IReadOnlyList<string> Commands { get; } = ["npm", "pnpm", "yarn"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (!command.Is("npm", "pnpm", "yarn")) continue;
            LanguagePackages.ReportUnpinned(
                context, [.. PackagesOf(command).Where(package => package.IsStatic && Floats(package.Value))], "npm");
        }
    }

    /// <summary>What a command of npm installs by name, when it has one of these verbs.</summary>
    internal static IEnumerable<ShellWord> PackagesOf(SimpleCommand command, string[] verbs) =>
        Behind(command.Operands(ValueFlags), 0, verbs);

    private static IEnumerable<ShellWord> PackagesOf(SimpleCommand command)
    {
        if (!command.Is("yarn")) return PackagesOf(command, InstallVerbs);
        var operands = command.Operands(ValueFlags);
        return Behind(operands, operands.Count > 0 && operands[0].Value == "global" ? 1 : 0, ["add"]);
    }

    /// <summary>
    /// What stands behind a verb; npm takes a word after a flag that needs none for its value only when it is one of
    /// these.
    /// </summary>
    private static IEnumerable<ShellWord> Behind(IReadOnlyList<ShellWord> operands, int verb, string[] verbs) =>
        operands.Count > verb && verbs.Contains(operands[verb].Value)
            ? operands.Skip(verb + 1).Where(operand => operand.Value is not ("true" or "false"))
            : [];

    /// <summary>True for a version, a tag, a commit, a file or a path.</summary>
    internal static bool IsPinned(string package)
    {
        if (package.StartsWith("git+", StringComparison.Ordinal)
            || package.StartsWith("git://", StringComparison.Ordinal))
        {
            return package.IndexOf('#') >= 0;
        }

        return package is "." or ".."
            || Archives.Any(ending => package.EndsWith(ending, StringComparison.Ordinal))
            || PathStarts.Any(start => package.StartsWith(start, StringComparison.Ordinal))
            || package.LastIndexOf('@') > 0;
    }

    /// <summary>
    /// The same, but a dist-tag such as <c>@latest</c> moves, and <c>owner/repository</c> has its commit behind a
    /// number sign.
    /// </summary>
    private static bool Floats(string package)
    {
        if (package.IndexOf('#') >= 0 || package.IndexOf('\\') >= 0 || package.Length == 0) return false;
        if (!IsPinned(package)) return true;
        var at = package.IndexOf('@', 1);
        return at > 0
            && package.IndexOf(':') < 0
            && package.IndexOf('/', at) < 0
            && IsDistTag(package.Substring(at + 1));
    }

    private static bool IsDistTag(string specification) =>
        specification.Length == 0
            || (char.IsLetter(specification[0])
                && !(specification[0] is 'v' or 'x' or 'X'
                    && (specification.Length == 1 || char.IsDigit(specification[1]) || specification[1] == '.')));
}
