using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A keyword is written unlike most of the file's. Source: BuildKit ConsistentInstructionCasing.</summary>
public sealed class DG5008InconsistentInstructionCasing : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5008InconsistentInstructionCasing",
        "keyword cased unlike the others",
        Severity.Info,
        strict: Severity.Warning)
    {
        Aliases = [new("buildkit", "ConsistentInstructionCasing")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        var lower = context.FactOf(file, KeywordCasing.IsMostlyLower);
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Stage is null || instruction.Kind == InstructionKind.Unknown) continue;
            var written = instruction.KeywordText;
            if (lower ? KeywordCasing.IsLower(written) : KeywordCasing.IsUpper(written)) continue;
            var majority = lower ? "lowercase" : "uppercase";
            context.Report(
                instruction.KeywordSpan,
                $"keyword '{written}' is not {majority} as most of the file's are",
                Recase(instruction, KeywordCasing.Write(written, lower), lower, file),
                [written, majority]);
        }
    }

    /// <summary>The AS of a FROM goes with it, so that mending one rule's finding does not make another's.</summary>
    private static Fix? Recase(Instruction instruction, string keyword, bool lower, Dockerfile file)
    {
        if (!SourceEdits.IsWritten(file, instruction.ContentStart, instruction.KeywordText)) return null;
        var edit = SourceEdits.Replace(instruction.ContentStart, instruction.KeywordText, keyword);
        if (instruction is not FromInstruction { AsKeyword: { } word }) return new Fix($"write {keyword}", edit);
        if (!SourceEdits.IsPlain(file, word)) return null;
        return new Fix(
            $"write {keyword}",
            edit,
            SourceEdits.Replace(word.Start, word.Text, KeywordCasing.Write(word.Text, lower)));
    }
}
