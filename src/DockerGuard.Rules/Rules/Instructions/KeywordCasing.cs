using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>How keywords are written. Source: BuildKit's ConsistentInstructionCasing.</summary>
internal static class KeywordCasing
{
    public static bool IsLower(string word) => !word.Any(static c => char.ToLowerInvariant(c) != c);

    public static bool IsUpper(string word) => !word.Any(static c => char.ToUpperInvariant(c) != c);

    /// <summary>True when most keywords of a file are lower-case; mixed ones do not count, nor does what is no instruction or stands before the first FROM.</summary>
    public static bool IsMostlyLower(Dockerfile file) =>
        file.Instructions.Where(static instruction => instruction is { Stage: not null, Kind: not InstructionKind.Unknown })
            .Sum(static instruction => IsLower(instruction.KeywordText) ? 1 : IsUpper(instruction.KeywordText) ? -1 : 0) > 0;

    public static string Write(string word, bool lower) => lower ? word.ToLowerInvariant() : word.ToUpperInvariant();
}
