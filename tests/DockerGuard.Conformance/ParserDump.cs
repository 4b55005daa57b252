using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Conformance;

/// <summary>The dump of BuildKit's parser: one parenthesised line for each instruction.</summary>
internal static class ParserDump
{
    /// <summary>The dump; null when the raw parser refuses the file.</summary>
    public static string? Of(Dockerfile file)
    {
        if (file.Errors.Any(error => error.Kind is DockerfileErrorKind.Directive or DockerfileErrorKind.Syntax))
            return null;
        return string.Join("\n", file.Instructions.Select(instruction => $"({Of(instruction)})"));
    }

    private static string Of(Instruction instruction)
    {
        var dump = new StringBuilder(instruction.KeywordText.ToLowerInvariant());
        if (instruction.Flags.Count > 0)
            dump.Append(" [").AppendJoin(' ', instruction.Flags.Select(flag => GoQuote.Quote(flag.Text))).Append(']');
        if (instruction is OnBuildInstruction { Inner: { } inner }) dump.Append(" (").Append(Of(inner)).Append(')');
        foreach (var argument in Arguments(instruction)) dump.Append(' ').Append(GoQuote.Quote(argument));
        return dump.ToString().Trim();
    }

    /// <summary>
    /// The arguments as the parser's nodes hold them: name, value and separator in turn for <c>ENV</c> and
    /// <c>LABEL</c>.
    /// </summary>
    public static IEnumerable<string> Arguments(Instruction instruction)
    {
        switch (instruction)
        {
            case OnBuildInstruction:
                return [];
            case UnknownInstruction:
                return [""];
            case EnvInstruction or LabelInstruction:
                var separator = instruction is EnvInstruction { IsLegacy: true } or LabelInstruction { IsLegacy: true }
                    ? ""
                    : "=";
                return ((PairInstruction)instruction).Pairs
                    .SelectMany(pair => new[] { pair.Key.Text, pair.Value?.Text ?? "", separator });
            default:
                return instruction.Words.Select(word => IsJsonString(instruction, word) ? word.Value : word.Text);
        }
    }

    // The type of a health check is never part of the array.
    private static bool IsJsonString(Instruction instruction, Word word) =>
        instruction.IsJson && !(instruction is HealthcheckInstruction healthcheck && healthcheck.Type == word);
}
