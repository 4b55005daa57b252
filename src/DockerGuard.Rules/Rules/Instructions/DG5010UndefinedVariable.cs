using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A variable is used where it has no value, so nothing stands in its place. Source: BuildKit UndefinedVar.
/// </summary>
/// <param name="excusesWhatMayBeSet">
/// True to leave alone what a base that is not known may well set, and what has a substitute.
/// </param>
public sealed class DG5010UndefinedVariable(bool excusesWhatMayBeSet = true) : InstructionRule
{
    private readonly bool _excusesWhatMayBeSet = excusesWhatMayBeSet;

    /// <summary>
    /// Endings of names that base images set in their environment, and such names; where the base is not known, they
    /// may well be set.
    /// </summary>
    private static readonly string[] InheritedEndings = ["PATH", "FLAGS", "_HOME", "_ROOT", "_VERSION", "_UID", "_GID"],
        Inherited = ["HOME", "LANG", "LANGUAGE", "LC_ALL", "TZ", "USER"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5010UndefinedVariable", "undefined variable", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "UndefinedVar")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } =
    [
        InstructionKind.Env, InstructionKind.Label, InstructionKind.Add, InstructionKind.Copy, InstructionKind.Workdir,
        InstructionKind.User,
        InstructionKind.Volume, InstructionKind.StopSignal, InstructionKind.Run, InstructionKind.Arg,
    ];

    public override void Check(Instruction instruction, FileContext context)
    {
        // What ONBUILD holds sees the variables of another build.
        if (instruction is not { IsOnBuild: false, Stage: { } stage }) return;
        var build = context.Build[stage];
        foreach (var variable in build.UndefinedVariables(instruction))
        {
            var hint = IsGlobal(variable.Name, context.Build.File) ? $"; the stage has to repeat ARG {variable.Name}"
                : Suggestion.Clause(variable.Suggestion, "$");
            var mayBeSet = build.Base is null
                && (IsOftenInherited(variable.Name) || (hint.Length == 0 && !IsOfficial(build, context)));
            if (_excusesWhatMayBeSet && (variable.HasSubstitute || mayBeSet)) continue;
            context.Report(
                variable.Span, $"variable '${variable.Name}' has no value here, so nothing takes its place{hint}",
                values: variable.PeerSuggestion is { } near ? [variable.Name, near] : [variable.Name]);
        }
    }

    private static bool IsGlobal(string name, Dockerfile file) =>
        file.GlobalArgs.Any(arg => arg.Pairs.Any(pair => pair.Key.Text == name));

    /// <summary>
    /// Docker's official images set next to nothing; what others set nobody knows, so there a variable is wrong only
    /// when a name near it is right.
    /// </summary>
    private static bool IsOfficial(StageEvaluation build, FileContext context) =>
        build.ExternalFrom.Stage is { } root && ImageReference.TryParse(context.Build[root].ImageName, out var image)
        && image.Registry == "docker.io" && image.Repository.StartsWith("library/", StringComparison.Ordinal);

    private static bool IsOftenInherited(string name) =>
        Inherited.Contains(name) || InheritedEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
