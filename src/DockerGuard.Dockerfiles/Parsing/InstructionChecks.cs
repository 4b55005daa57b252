using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// What BuildKit refuses when it turns parsed lines into instructions: number of arguments, flags, names.
/// </summary>
internal static class InstructionChecks
{
    public static void Run(IReadOnlyList<Instruction> instructions, List<DockerfileError> errors)
    {
        var hasStage = false;
        foreach (var instruction in instructions)
        {
            // What the parser refused already needs no second complaint.
            var error = instruction.Parts.SyntaxError is null ? Check(instruction) : null;
            if (error is null && !hasStage && instruction.Kind is not (InstructionKind.From or InstructionKind.Arg))
                error = ($"{Sentence.Show(instruction.Keyword)} stands before the first FROM", instruction.KeywordSpan);
            hasStage |= instruction.Kind == InstructionKind.From;
            if (error is { } found)
            {
                errors.Add(
                    new DockerfileError(DockerfileErrorKind.Instruction, found.Message, found.Span, instruction));
            }
        }
    }

    private static (string Message, SourceSpan Span)? Check(Instruction instruction)
    {
        if (instruction.Kind == InstructionKind.Unknown)
        {
            return (
                "unknown instruction "
                    + $"'{Sentence.Show(instruction.KeywordText)}'{Suggestion.For(instruction.Keyword, Keywords.All)}",
                instruction.KeywordSpan);
        }

        if (CheckCount(instruction) is { } count) return (count, instruction.Span);
        if (FlagChecks.Check(instruction) is { } flag) return (flag.Message, flag.Flag.Span);
        return instruction switch
        {
            FromInstruction from => CheckStageName(from),
            RunInstruction run => CheckRun(run),
            TransferInstruction transfer => CheckDestination(transfer),
            PairInstruction pairs => CheckNames(pairs),
            VolumeInstruction => CheckVolumes(instruction),
            ShellInstruction when !instruction.IsJson =>
                ("SHELL takes a JSON array, such as [\"/bin/sh\", \"-c\"]", instruction.ArgumentsSpan),
            HealthcheckInstruction healthcheck => CheckHealthcheck(healthcheck),
            OnBuildInstruction { Inner: { } inner } => CheckTrigger(inner),
            _ => null,
        };
    }

    private static string? CheckCount(Instruction instruction)
    {
        var count = instruction.Words.Count;
        var keyword = instruction.Keyword;
        return instruction.Kind switch
        {
            InstructionKind.From
                when count is not (1 or 3) || (count == 3 && ((FromInstruction)instruction).AsKeyword is null)
                => "FROM takes an image, or an image with AS and a name",
            InstructionKind.Copy or InstructionKind.Add when count < 2 =>
                $"{keyword} needs at least one source and a destination",
            InstructionKind.User or InstructionKind.Workdir or InstructionKind.StopSignal or InstructionKind.Maintainer
                when count != 1
                => $"{keyword} needs exactly one argument",
            InstructionKind.Expose or InstructionKind.Volume or InstructionKind.Arg or InstructionKind.Env
                or InstructionKind.Label
                or InstructionKind.Shell or InstructionKind.Healthcheck when count == 0 =>
                    $"{keyword} needs at least one argument",
            InstructionKind.OnBuild when instruction.Arguments.Length == 0 => "ONBUILD needs an instruction",
            _ => null,
        };
    }

    private static (string, SourceSpan)? CheckStageName(FromInstruction from)
    {
        if (from.StageName is not { } name) return null;
        var text = name.Text.ToLowerInvariant();
        var isValid = text[0] is >= 'a' and <= 'z';
        foreach (var c in text) isValid &= c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.';
        return isValid ? null : (
            $"the stage name '{Sentence.Show(name.Text)}' must start with a letter and hold only letters, digits, '-', "
                + "'_' and '.'",
            name.Span);
    }

    private static (string, SourceSpan)? CheckRun(RunInstruction run)
    {
        foreach (var mount in run.Mounts)
            if (mount.Error is { } error) return (error, mount.Flag.ValueSpan);
        if (run.FindFlag("network") is { } network && network.Value is not ("default" or "none" or "host"))
        {
            return (
                $"the network '{Sentence.Show(network.Value ?? "")}' is none of default, none and host",
                network.ValueSpan);
        }

        if (run.FindFlag("security") is { } security && security.Value is not ("sandbox" or "insecure"))
        {
            return (
                $"the security mode '{Sentence.Show(security.Value ?? "")}' is neither sandbox nor insecure",
                security.ValueSpan);
        }

        return null;
    }

    private static (string, SourceSpan)? CheckDestination(TransferInstruction transfer)
    {
        if (transfer.Destination is not { } destination
            || HeredocWord.Parse(transfer.IsJson ? destination.Value : destination.Text, 0) is null)
        {
            return null;
        }

        return ($"the destination of {transfer.Keyword} cannot be a here-document", destination.Span);
    }

    private static (string, SourceSpan)? CheckNames(PairInstruction instruction)
    {
        foreach (var pair in instruction.Pairs)
        {
            if (pair.Key.Text.Length == 0)
                return ($"a name of {Sentence.Show(instruction.Keyword)} is empty", pair.Span);
        }

        return null;
    }

    private static (string, SourceSpan)? CheckVolumes(Instruction volume)
    {
        foreach (var word in volume.Words)
            if ((volume.IsJson ? word.Value : word.Text).Length == 0) return ("a path of VOLUME is empty", word.Span);
        return null;
    }

    private static (string, SourceSpan)? CheckHealthcheck(HealthcheckInstruction healthcheck)
    {
        var type = healthcheck.Words[0];
        if (healthcheck.IsNone)
        {
            return healthcheck.Words.Count == 1
                ? null
                : ("HEALTHCHECK NONE takes no arguments", healthcheck.Words[1].Span);
        }

        if (!type.Text.Equals("CMD", StringComparison.OrdinalIgnoreCase))
            return ($"HEALTHCHECK takes CMD or NONE, not '{Sentence.Show(type.Text)}'", type.Span);
        if (healthcheck.Words.Count == 1) return ("HEALTHCHECK CMD needs a command", type.Span);
        foreach (var flag in healthcheck.Flags)
        {
            if (flag.Name == "retries")
            {
                if (flag.Value is { Length: > 0 } retries
                    && !(int.TryParse(
                        retries, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        && number >= 0))
                {
                    return (
                        $"the number of retries '{Sentence.Show(retries)}' is not a whole number from 0",
                        flag.ValueSpan);
                }
            }
            else if (GoDuration.Check(flag.Value ?? "") is { } error)
            {
                return (error, flag.ValueSpan);
            }
        }

        return null;
    }

    private static (string, SourceSpan)? CheckTrigger(Instruction inner) => inner.Kind switch
    {
        InstructionKind.OnBuild => ("ONBUILD cannot hold another ONBUILD", inner.KeywordSpan),
        InstructionKind.From or InstructionKind.Maintainer =>
            ($"{inner.Keyword} is not allowed in ONBUILD", inner.KeywordSpan),
        _ => null,
    };
}
