using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Build.ShellCheck;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci;
using DockerGuard.Peers;
using DockerGuard.Peers.BuildKit;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Conformance;

/// <summary>
/// Runs the rules over a Dockerfile and tells the findings as a peer would: by its names and its lines.
/// </summary>
internal static class Lint
{
    private const string DockerfilePath = "/repository/Dockerfile";

    /// <summary>A finding in a peer's words.</summary>
    internal sealed record PeerFinding(string Code, int Line, string? Message = null);

    /// <summary>
    /// The machine's ShellCheck; null when it has none. Asking costs more than all rules together, so only who compares
    /// its findings does.
    /// </summary>
    private static readonly ShellCheckProgram? ShellCheck =
        ShellCheckProgram.Find(Environment.GetEnvironmentVariable("PATH")) is { } program
            ? new ShellCheckProgram(program, [Path.GetTempPath()], CancellationToken.None)
            : null;

    public static bool HasShellCheck => ShellCheck is not null;

    /// <summary>The findings of a profile, in file order.</summary>
    public static IReadOnlyList<Diagnostic> Run(
        Dockerfile file,
        LintConfig config,
        string profile,
        bool onlyReachableStages = false,
        bool withShellCheck = false) =>
        FileCheck.Run(new LintRequest(file, DockerfilePath, config.Settings(profile), RuleSets.Of(profile))
        {
            BuildArguments = config.BuildArguments,
            IgnoreFile = config.IgnoreFile,
            OnlyReachableStages = onlyReachableStages,
            ResolveBase = name => config.ImagePlatforms.TryGetValue(name, out var platform)
                ? new ImageConfig { Platform = platform }
                : null,
            ForeignCheckers = withShellCheck && ShellCheck is not null ? [ShellCheck] : [],
        }).Findings;

    /// <summary>
    /// The findings as hadolint tells them: one of a code on a line, and the line is the instruction's first.
    /// </summary>
    public static IReadOnlyList<PeerFinding> Hadolint(
        Dockerfile file, LintConfig config, bool withShellCheck = false) =>
        [
            .. InNamesOf(Profiles.Hadolint, file, Run(file, config, Profiles.Hadolint, withShellCheck: withShellCheck))
                .Distinct(),
        ];

    /// <summary>The findings under a tool's names, whichever profile they come from.</summary>
    public static IEnumerable<PeerFinding> InNamesOf(string tool, Dockerfile file, IEnumerable<Diagnostic> findings) =>
        from finding in findings
        from alias in finding.Descriptor.Aliases
        where alias.Tool == tool
        select new PeerFinding(
            alias.Id, Line(file, finding, alias), tool == Profiles.BuildKit ? BuildKitWords.Of(finding) : null);

    /// <summary>
    /// A peer names an instruction by its first line; only of an empty line BuildKit says where it is.
    /// </summary>
    private static int Line(Dockerfile file, Diagnostic finding, RuleAlias alias) =>
        alias.Id == "NoEmptyContinuation" ? finding.Span.Line : InstructionLine(file, finding.Span.Line);

    /// <summary>The first line of the instruction that a line belongs to.</summary>
    private static int InstructionLine(Dockerfile file, int line) =>
        file.Instructions.FirstOrDefault(
            instruction => instruction.StartLine <= line && line <= instruction.Span.EndLine)?.StartLine ?? line;
}
