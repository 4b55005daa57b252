using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>FROM and its AS are written in different case. Source: BuildKit FromAsCasing.</summary>
public sealed class DG5006FromAsCasing : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5006FromAsCasing", "AS cased unlike its FROM", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("buildkit", "FromAsCasing")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        var isMostlyLower = context.FactOf(file, KeywordCasing.IsMostlyLower);
        foreach (var from in file.Stages.Select(static stage => stage.From)) Check(from, isMostlyLower, file, context);
    }

    private static void Check(FromInstruction instruction, bool isMostlyLower, Dockerfile file, FileContext context)
    {
        if (instruction.Words.Count < 3) return;
        var (keyword, word) = (instruction.KeywordText, instruction.Words[1]);
        var isLower = KeywordCasing.IsLower(keyword);
        // A mixed FROM is DG5008's finding, and where FROM itself is to change, DG5008 mends both.
        if (!(isLower
            ? !KeywordCasing.IsLower(word.Text)
            : KeywordCasing.IsUpper(keyword) && !KeywordCasing.IsUpper(word.Text)))
        {
            return;
        }

        context.Report(
            word.Span, $"'{word.Text}' is not written in the case of its '{keyword}'", isLower == isMostlyLower
                ? Recase(word, isLower, file)
                : null,
            [word.Text, keyword]);
    }

    private static Fix? Recase(Word word, bool isLower, Dockerfile file)
    {
        if (!SourceEdits.IsPlain(file, word)) return null;
        var text = KeywordCasing.Write(word.Text, isLower);
        return new Fix($"write {text}", SourceEdits.Replace(word.Start, word.Text, text));
    }
}
