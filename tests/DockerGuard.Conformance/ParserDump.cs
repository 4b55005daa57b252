using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance;

/// <summary>The dump of BuildKit's parser: one parenthesised line for each instruction.</summary>
internal static class ParserDump
{
    /// <summary>The dump; null when the raw parser refuses the file.</summary>
    public static string? Of(Dockerfile file)
    {
        if (file.Errors.Any(error => error.Kind is DockerfileErrorKind.Directive or DockerfileErrorKind.Syntax)) return null;
        return string.Join("\n", file.Instructions.Select(instruction => $"({Of(instruction)})"));
    }

    private static string Of(Instruction instruction)
    {
        var dump = new StringBuilder(instruction.KeywordText.ToLowerInvariant());
        if (instruction.Flags.Count > 0)
            dump.Append(" [").AppendJoin(' ', instruction.Flags.Select(flag => GoQuote.Quote(flag.Text))).Append(']');
        if (instruction is OnBuildInstruction onBuild)
        {
            if (onBuild.Inner is { } inner) dump.Append(" (").Append(Of(inner)).Append(')');
        }
        else if (instruction is EnvInstruction or LabelInstruction)
        {
            var separator = instruction is EnvInstruction { IsLegacy: true } or LabelInstruction { IsLegacy: true } ? "" : "=";
            foreach (var pair in ((PairInstruction)instruction).Pairs)
                Append(dump, pair.Key.Text, pair.Value?.Text ?? "", separator);
        }
        else if (instruction is UnknownInstruction) Append(dump, "");
        else foreach (var word in instruction.Words) Append(dump, IsJsonString(instruction, word) ? word.Value : word.Text);
        return dump.ToString().Trim();
    }

    // The type of a health check is never part of the array.
    private static bool IsJsonString(Instruction instruction, Word word) =>
        instruction.IsJson && !(instruction is HealthcheckInstruction healthcheck && healthcheck.Type == word);

    private static void Append(StringBuilder dump, params string[] values)
    {
        foreach (var value in values) dump.Append(' ').Append(GoQuote.Quote(value));
    }
}
