using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An ENV uses a variable that it sets itself, which the builder sees only after it. Source: Dockerfile reference, ENV;
/// hadolint DL3044.
/// </summary>
public sealed class DG5027SelfReferencingEnv : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5027SelfReferencingEnv", "ENV refers to itself", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3044", Severity.Error)],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Env];

    public override void Check(Instruction instruction, FileContext context)
    {
        var env = (EnvInstruction)instruction;
        if (env.IsOnBuild || env.Pairs.Count < 2 || env.Stage is not { } stage) return;
        var file = context.Build.File;
        var variables = context.Build[stage].StateBefore(env).Variables;
        Check(
            env,
            value => value.HasVariables ? Expansion.Expand(value.Text, variables, file.EscapeCharacter).Missing : [],
            context);
    }

    /// <summary>Reports each value that names a variable without a value, which another pair sets.</summary>
    internal static void Check(
        EnvInstruction env, Func<Word, IEnumerable<string>> namesWithoutValue, FileContext context)
    {
        var settings = env.Pairs.GroupBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var pair in env.Pairs)
        {
            if (pair.Value is not { } value) continue;
            var name = namesWithoutValue(value).FirstOrDefault(
                name => settings.TryGetValue(name, out var count) && (count > 1 || name != pair.Key.Value));
            if (name is not null)
                context.Report(value.Span, $"ENV uses '{name}', which the same ENV sets: it has no value yet");
        }
    }
}
