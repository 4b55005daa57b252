using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// FROM --platform=$TARGETPLATFORM asks for what FROM does anyway. Source: BuildKit RedundantTargetPlatform, hadolint
/// DL3065.
/// </summary>
public sealed class DG1009RedundantTargetPlatform : InstructionRule
{
    private const string Variable = "TARGETPLATFORM";

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1009RedundantTargetPlatform", "redundant target platform", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("buildkit", "RedundantTargetPlatform"), new("hadolint", "DL3065")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Platform: { Value: { } value } flag }) return;
        if (IsTarget(value, context)) Report(flag, context);
    }

    /// <summary>Reports a platform that FROM takes by itself.</summary>
    internal static void Report(Flag flag, FileContext context) =>
        context.Report(
            flag.Span, $"platform {flag.Value} is what FROM takes by itself", Remove(flag, context.Build.File),
            [flag.Value!]);

    private static bool IsTarget(string value, FileContext context)
    {
        var expansion = Expansion.Expand(value, context.Build.GlobalVariables, context.Build.File.EscapeCharacter);
        return expansion is { Error: null, Matched.Count: 1, Unmatched.Count: 0 }
            && expansion.Matched[0] == Variable
            && expansion.Value == context.Build.GlobalVariables[Variable];
    }

    private static Fix Remove(Flag flag, Dockerfile file)
    {
        var end = flag.Start + flag.Length;
        while (end < file.Text.Length && file.Text[end] is ' ' or '\t') end++;
        return new Fix("remove the flag", new TextEdit(flag.Start, end - flag.Start, ""));
    }
}
