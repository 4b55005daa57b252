using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules;

/// <summary>How keywords are written. Source: BuildKit's ConsistentInstructionCasing.</summary>
internal static class KeywordCasing
{
    public static bool IsLower(string word)
    {
        foreach (var c in word)
            if (char.ToLowerInvariant(c) != c) return false;
        return true;
    }

    public static bool IsUpper(string word)
    {
        foreach (var c in word)
            if (char.ToUpperInvariant(c) != c) return false;
        return true;
    }

    /// <summary>
    /// True when most keywords of a file are lower-case; mixed ones do not count, nor does what is no instruction or
    /// stands before the first FROM.
    /// </summary>
    public static bool IsMostlyLower(Dockerfile file)
    {
        var lower = 0;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Stage is null || instruction.Kind == InstructionKind.Unknown) continue;
            var keyword = instruction.KeywordText;
            lower += IsLower(keyword) ? 1 : IsUpper(keyword) ? -1 : 0;
        }

        return lower > 0;
    }

    public static string Write(string word, bool lower) => lower ? word.ToLowerInvariant() : word.ToUpperInvariant();
}
