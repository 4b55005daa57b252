using System;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// The flags each instruction takes (Dockerfile reference, BuildKit's <c>instructions</c> package) and what is wrong
/// with a given set.
/// </summary>
internal static class FlagChecks
{
    private static readonly string[] None = [];
    private static readonly string[] From = ["platform"];
    private static readonly string[] Run = ["mount", "network", "security", "device"];
    private static readonly string[] Copy = ["chown", "from", "chmod", "link", "exclude", "parents"];
    private static readonly string[] Add = ["chown", "chmod", "link", "keep-git-dir", "checksum", "unpack", "exclude"];
    private static readonly string[] Healthcheck = ["interval", "timeout", "start-period", "start-interval", "retries"];

    /// <summary>The first thing wrong with the flags, and where; null when they are right.</summary>
    public static (string Message, Flag Flag)? Check(Instruction instruction)
    {
        if (instruction.Flags.Count == 0 || IgnoresFlags(instruction)) return null;
        var known = KnownFlags(instruction.Kind);
        for (var i = 0; i < instruction.Flags.Count; i++)
        {
            var flag = instruction.Flags[i];
            if (Array.IndexOf(known, flag.Name) < 0)
            {
                return ($"{Sentence.Show(instruction.Keyword)} has no flag "
                    + $"'--{Sentence.Show(flag.Name)}'{Suggestion.For(flag.Name, known, "--")}", flag);
            }

            if (flag.Name is not ("mount" or "exclude" or "device") && instruction.FindFlag(flag.Name) != flag)
                return ($"the flag '--{Sentence.Show(flag.Name)}' is given twice", flag);
            if (CheckValue(flag) is { } message) return (message, flag);
        }

        return null;
    }

    private static bool IgnoresFlags(Instruction instruction) =>
        instruction.Kind is InstructionKind.StopSignal or InstructionKind.Arg or InstructionKind.Unknown
        || instruction is HealthcheckInstruction { IsNone: true };

    private static string[] KnownFlags(InstructionKind kind) => kind switch
    {
        InstructionKind.From => From,
        InstructionKind.Run => Run,
        InstructionKind.Copy => Copy,
        InstructionKind.Add => Add,
        InstructionKind.Healthcheck => Healthcheck,
        _ => None,
    };

    private static string? CheckValue(Flag flag)
    {
        if (flag.Name is not ("link" or "keep-git-dir" or "unpack" or "parents"))
            return flag.Value is null ? $"the flag '--{Sentence.Show(flag.Name)}' needs a value" : null;
        if (flag.Value is null
            || flag.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
            || flag.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return flag.Value.Length == 0
            ? $"the flag '--{Sentence.Show(flag.Name)}' needs a value after '='"
            : $"the flag '--{Sentence.Show(flag.Name)}' is true or false, not '{Sentence.Show(flag.Value)}'";
    }
}
