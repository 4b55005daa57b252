using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// COPY or ADD of a file that the ignore file keeps out of the build. Source: BuildKit CopyIgnoredFile.
/// </summary>
/// <param name="isIgnored">Tells whether the ignore file keeps a path out; our own way when null.</param>
public sealed class DG3003CopiedIgnoredFile(Func<string, IgnoreFile, bool>? isIgnored = null) : InstructionRule
{
    private readonly Func<string, IgnoreFile, bool> _isIgnored = isIgnored ?? IsIgnored;

    private static readonly char[] Wildcards = ['*', '?', '[', '\\'];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG3003CopiedIgnoredFile", "copied file that is ignored", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "CopyIgnoredFile")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Copy, InstructionKind.Add];

    public override void Check(Instruction instruction, FileContext context)
    {
        // What ONBUILD copies comes from the context of another build.
        if (context.IgnoreFile is not { } ignoreFile
            || instruction is not TransferInstruction { IsOnBuild: false, Stage: { } stage }
            || instruction is CopyInstruction { From: not null })
        {
            return;
        }

        var transfer = (TransferInstruction)instruction;
        foreach (var word in transfer.Sources)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (IsElsewhere(word, transfer)) continue;
            var source = word.HasVariables ? context.Build[stage].Expand(word.Text, transfer) : word.Value;
            if (source.Length == 0 || source.IndexOf("://", StringComparison.Ordinal) >= 0) continue;
            if (!_isIgnored(source, ignoreFile)) continue;
            var verb = transfer.Kind == InstructionKind.Add ? "Add" : "Copy";
            context.Report(
                word.Span, $"{transfer.Keyword} of '{word.Value}', which the ignore file keeps out of the build",
                values: [transfer.Keyword, word.Value, Clean(source)]);
        }
    }

    private static bool IsElsewhere(Word source, TransferInstruction transfer) =>
        source.Text.StartsWith("<<", StringComparison.Ordinal) && transfer.Heredocs.Count > 0
        || source.Value.StartsWith("git@", StringComparison.Ordinal);

    /// <summary>True when a build sees neither the file nor, should it be a folder, anything in it.</summary>
    private static bool IsIgnored(string source, IgnoreFile ignoreFile)
    {
        var path = Clean(source).TrimStart('/');
        if (path is "." or "") return !HasExceptions(ignoreFile) && IgnoresAll(ignoreFile);
        var wildcard = path.IndexOfAny(Wildcards);
        if (wildcard < 0) return ignoreFile.IsIgnored(path) && ignoreFile.SkipsFolder(path);
        // A pattern finds nothing when its folder is not looked into, or when the ignore file names the very same
        // files.
        var folder = path.LastIndexOf('/', wildcard);
        return (folder > 0 && ignoreFile.SkipsFolder(path.Substring(0, folder)))
            || (!HasExceptions(ignoreFile) && ignoreFile.Matches(path));
    }

    /// <summary>True when the ignore file takes anything back.</summary>
    internal static bool HasExceptions(IgnoreFile ignoreFile) =>
        ignoreFile.Patterns.Any(static pattern => pattern.IsException);

    /// <summary>True when a pattern names all there is.</summary>
    internal static bool IgnoresAll(IgnoreFile ignoreFile) =>
        ignoreFile.Patterns.Any(static pattern => pattern.Text is "*" or "**" or "**/*");

    /// <summary>The path without <c>.</c>, <c>..</c> and empty parts; a slash at the start stays.</summary>
    internal static string Clean(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        var clean = string.Join("/", parts);
        return path.StartsWith("/", StringComparison.Ordinal) ? "/" + clean : clean.Length == 0 ? "." : clean;
    }
}
