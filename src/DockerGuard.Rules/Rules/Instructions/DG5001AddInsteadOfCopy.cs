using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// ADD where COPY does the same with fewer surprises. Source: hadolint DL3020, Trivy DS-0005, Checkov CKV_DOCKER_4, CIS
/// 4.9.
/// </summary>
public sealed class DG5001AddInsteadOfCopy : InstructionRule
{
    private static readonly string[] ArchiveEndings =
        [
            ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".tar.lz",
            ".tlz", ".tar.lzma", ".tar.z", ".gz", ".bz2", ".xz", ".zst", ".lz", ".lzma", ".z",
        ];

    /// <summary>The flags that COPY has too, with the same meaning.</summary>
    private static readonly string[] SharedFlags = ["chmod", "chown", "exclude", "link"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5001AddInsteadOfCopy",
        "ADD where COPY serves",
        Severity.Warning,
        strict: Severity.Error,
        cis: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3020", Severity.Error), new("trivy", "DS-0005"), new("checkov", "CKV_DOCKER_4"),
            new("kics", "9513a694-aa0d-41d8-be61-3271e056f36b"), new("dockle", "CIS-DI-0009"), new("cis", "CIS-4.9"),
        ],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Add];

    public override void Check(Instruction instruction, FileContext context)
    {
        var add = (AddInstruction)instruction;
        // What a variable holds is not known, so it is let be.
        if (!add.Sources.Any(source => source.HasVariables)) CheckFiles(add, context);
    }

    /// <summary>Reports an ADD whose sources are files by their names.</summary>
    internal static void CheckFiles(AddInstruction add, FileContext context)
    {
        if (add.Sources.Count == 0 || add.Heredocs.Count > 0 || !add.Sources.All(IsPlainFile)) return;
        context.Report(
            add.KeywordSpan,
            $"ADD of '{add.Sources[0].Value}' does what COPY does; COPY never fetches or unpacks by surprise",
            FixOf(add));
    }

    /// <summary>
    /// COPY in the case ADD is written in; none where COPY lacks a flag, or where a pattern may also match an archive.
    /// </summary>
    private static Fix? FixOf(AddInstruction add)
    {
        var hasOtherFlag = add.Flags.Any(flag => !SharedFlags.Contains(flag.Name));
        var mayMatchArchive =
            add.Sources.Any(source => source.HasVariables || source.Value.IndexOfAny(['*', '?', '[']) >= 0);
        // A keyword that a continuation breaks is longer in the file than it reads.
        var isBroken = add.KeywordSpan.EndLine != add.KeywordSpan.Line;
        if (hasOtherFlag || mayMatchArchive || isBroken) return null;
        var copy = add.KeywordText == "add" ? "copy" : "COPY";
        return new Fix("write COPY", new TextEdit(add.ContentStart, add.KeywordText.Length, copy));
    }

    /// <summary>A local path that ADD neither downloads nor unpacks.</summary>
    private static bool IsPlainFile(Word source)
    {
        var path = source.Value;
        return path.IndexOf("://", StringComparison.Ordinal) < 0
            && !path.StartsWith("git@", StringComparison.OrdinalIgnoreCase)
            && !ArchiveEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
