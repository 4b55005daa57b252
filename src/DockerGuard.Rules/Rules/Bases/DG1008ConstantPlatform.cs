using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// FROM --platform names one platform, so every build gets that one. Source: BuildKit FromPlatformFlagConstDisallowed,
/// hadolint DL3029.
/// </summary>
/// <param name="excusesOnlyChoice">True to leave alone an image that exists for one platform only.</param>
public sealed class DG1008ConstantPlatform(bool excusesOnlyChoice = true) : InstructionRule
{
    private readonly bool _excusesOnlyChoice = excusesOnlyChoice;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1008ConstantPlatform", "constant platform in FROM", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "FromPlatformFlagConstDisallowed"), new("hadolint", "DL3029"),
            new("kics", "b16e8501-ef3c-44e1-a543-a093238099c9"),
        ],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction
            {
                IsOnBuild: false,
                Stage: { } stage,
                Platform: { Value: { Length: > 0 } value } flag
            })
        {
            return;
        }

        if (!Holds(value, "$") && IsUnexplained(stage, context)) Report(flag, context);
    }

    /// <summary>Reports a platform that is written out.</summary>
    internal static void Report(Flag flag, FileContext context) =>
        context.Report(
            flag.ValueSpan, $"platform '{flag.Value}' is written out, so a build for any other platform gets this one",
            values: [flag.Value!]);

    /// <summary>
    /// A stage that says its platform in its name is one of several, and an image that exists for one platform only
    /// leaves no choice.
    /// </summary>
    private bool IsUnexplained(Stage stage, FileContext context)
    {
        if (context.Build[stage] is not { TargetPlatform: { } platform } build) return false;
        if (stage.Name is { } name && (Holds(name, platform.Os) || Holds(name, platform.Architecture))) return false;
        return !_excusesOnlyChoice || !(platform.Os == "windows" || IsOnlyOne(build, platform.Architecture, context));
    }

    private static bool IsOnlyOne(StageEvaluation build, string architecture, FileContext context) =>
        context.ImageOf(build) is { Catalog.Architectures: { Count: 1 } only } && only[0].Split('/')[0] == architecture;

    private static bool Holds(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
