using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>A stage takes files from itself, which no builder can do. Source: hadolint DL3023, Trivy DS-0006.</summary>
public sealed class DG1013CopyFromOwnStage : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG1013CopyFromOwnStage", "files from the own stage", Severity.Error)
    {
        Aliases = [new("hadolint", "DL3023", Severity.Error), new("trivy", "DS-0006"), new("kics", "cdddb86f-95f6-4fc4-b5a1-483d9afceb2b")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Copy, InstructionKind.Run];

    public override void Check(Instruction instruction, RuleContext context)
    {
        // What ONBUILD holds runs in the stage of another file.
        if (instruction.Stage is not { } stage || instruction.IsOnBuild) return;
        if (instruction is CopyInstruction { From: { Value: { } source } flag }) Check(source, flag, stage, context);
        if (instruction is not RunInstruction run || context.Follows(Profiles.Hadolint)) return;
        foreach (var mount in run.Mounts)
            if (mount.From is { } from) Check(from, mount.Flag, stage, context);
    }

    private static void Check(string source, Flag flag, Stage stage, RuleContext context)
    {
        if (IsOwn(source, flag, stage, context)) context.Report(flag.ValueSpan, $"the stage '{source}' takes files from itself");
    }

    private static bool IsOwn(string source, Flag flag, Stage stage, RuleContext context)
    {
        if (context.Follows(Profiles.Hadolint)) return stage.From.StageName is { } name && name.Value.Equals(source, StringComparison.Ordinal);
        if (flag.Name == "from" && int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number == stage.Index;
        return source.Equals(stage.Name, StringComparison.OrdinalIgnoreCase) && !IsEarlierToo(stage, context);
    }

    /// <summary>True when an earlier stage has the name as well: the files come from there.</summary>
    private static bool IsEarlierToo(Stage stage, RuleContext context)
    {
        foreach (var other in context.Build.File.Stages)
        {
            if (other == stage) return false;
            if (other.Name == stage.Name) return true;
        }

        return false;
    }
}
