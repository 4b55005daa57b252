using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// ENV or LABEL written as name, blank, value: all the rest of the line is the value. Source: BuildKit
/// LegacyKeyValueFormat.
/// </summary>
public sealed class DG5014LegacyKeyValueFormat : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5014LegacyKeyValueFormat", "ENV or LABEL without an equals sign", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "LegacyKeyValueFormat")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Env, InstructionKind.Label];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not (EnvInstruction { IsLegacy: true } or LabelInstruction { IsLegacy: true })) return;
        // A file with errors may lack the value.
        var pairs = ((PairInstruction)instruction).Pairs;
        if (pairs.Count == 0 || pairs[0] is not { Value: { } value } pair) return;
        context.Report(
            pair.Span,
            $"{instruction.Keyword} '{pair.Key.Value}' has a blank for an equals sign, so all that follows on the line "
                + "is its value",
            Join(pair.Key, value, context.Build.File), [instruction.KeywordText, pair.Key.Value]);
    }

    /// <summary>
    /// Writes the equals sign, and quotes around a value with blanks; not where quotes, escapes or a continuation make
    /// the value less than plain.
    /// </summary>
    private static Fix? Join(Word key, Word value, Dockerfile file)
    {
        var gap = value.Start - key.Start - key.Length;
        var isPlain = SourceEdits.IsPlain(file, key) && SourceEdits.IsPlain(file, value) && value.Length > 0
            && file.Text.Substring(key.Start + key.Length, gap).All(static c => c is ' ' or '\t');
        if (!isPlain) return null;
        var isOneWord = IsOneWord(value.Text, file.EscapeCharacter);
        if (!isOneWord && value.Text.IndexOfAny(['"', '\'', '\\', file.EscapeCharacter]) >= 0) return null;
        var equals = new TextEdit(key.Start + key.Length, gap, isOneWord ? "=" : "=\"");
        return isOneWord
            ? new Fix("write =", equals)
            : new Fix("write = and quotes", equals, new TextEdit(value.Start + value.Length, 0, "\""));
    }

    /// <summary>
    /// True when blanks stand inside quotes only; escapes and quotes inside quotes are left to a person.
    /// </summary>
    private static bool IsOneWord(string text, char escape)
    {
        if (text.IndexOf(escape) >= 0) return false;
        var quote = text[0];
        if (quote is '"' or '\'') return text.IndexOf(quote, 1) == text.Length - 1;
        return text.IndexOfAny([' ', '\t', '"', '\'']) < 0;
    }
}
