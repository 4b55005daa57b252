using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance;

/// <summary>
/// What <c>docker build --check</c> answers: it reads a file in phases, stops at the first error and keeps what it
/// warned of until then. Our rules go on after an error, so the answer is cut where BuildKit's would be.
/// </summary>
internal sealed class BuildKitCheck
{
    private const int InstructionPhase = 1;
    private const int StagePhase = 3;
    private const int DispatchPhase = 4;

    /// <summary>
    /// The phase of each of BuildKit's checks that is not part of running the instructions, the last phase.
    /// </summary>
    private static readonly Dictionary<string, int> EarlyPhases = new(StringComparer.Ordinal)
    {
        ["NoEmptyContinuation"] = 0,
        ["StageNameCasing"] = InstructionPhase,
        ["FromAsCasing"] = InstructionPhase,
        ["MaintainerDeprecated"] = InstructionPhase,
        ["InvalidDefinitionDescription"] = InstructionPhase,
        ["ConsistentInstructionCasing"] = 2,
        ["DuplicateStageName"] = 2,
        ["ReservedStageName"] = 2,
        ["InvalidDefaultArgInFrom"] = 2,
        ["UndefinedArgInFrom"] = StagePhase,
        ["RedundantTargetPlatform"] = StagePhase,
        ["FromPlatformFlagConstDisallowed"] = StagePhase,
        ["InvalidBaseImagePlatform"] = StagePhase,
    };

    private readonly Dockerfile _file;
    private readonly LintConfig _config;
    private readonly BuildEvaluation _evaluation;

    public BuildKitCheck(Dockerfile file, LintConfig config)
    {
        _file = file;
        _config = config;
        _evaluation = BuildEvaluation.Evaluate(file, new BuildOptions { BuildArguments = config.BuildArguments });
    }

    /// <summary>The error a check stops at: the first step that has one decides.</summary>
    public DockerfileError? Error => _evaluation.FirstError;

    /// <summary>The line BuildKit names for <see cref="Error"/>.</summary>
    public int ErrorLine => Error!.BuildLine;

    /// <summary>The warnings of a check, which looks at every stage.</summary>
    public IReadOnlyList<Lint.PeerFinding> Warnings() => Warnings(onlyReachableStages: false);

    /// <summary>
    /// The warnings of a build, which runs the instructions of the stages that the last one depends on.
    /// </summary>
    public IReadOnlyList<Lint.PeerFinding> BuildWarnings() => Warnings(onlyReachableStages: true);

    private IReadOnlyList<Lint.PeerFinding> Warnings(bool onlyReachableStages)
    {
        var findings = Lint.InNamesOf(
            Profiles.BuildKit, _file, Lint.Run(_file, _config, Profiles.BuildKit, onlyReachableStages));
        return [.. findings.Where(IsBeforeError)];
    }

    private bool IsBeforeError(Lint.PeerFinding finding)
    {
        if (Error is null) return true;
        var phase = Phase(finding);
        var stop = ErrorPhase();
        // A word that cannot be expanded stops an instruction before it is looked at; every other error is met after
        // its warnings.
        var isEarly = stop == DispatchPhase && Error.Message.Contains("cannot be expanded", StringComparison.Ordinal);
        return phase < stop || (phase == stop && (isEarly ? finding.Line < ErrorLine : finding.Line <= ErrorLine));
    }

    private int ErrorPhase() => Error!.Kind switch
    {
        DockerfileErrorKind.Directive or DockerfileErrorKind.Syntax => 0,
        DockerfileErrorKind.Instruction => InstructionPhase,
        _ =>
            Error.Instruction is null or FromInstruction or ArgInstruction { Stage: null } || IsAboutSource()
                ? StagePhase
                : DispatchPhase,
    };

    /// <summary>The stages files come from are connected before any instruction is run.</summary>
    private bool IsAboutSource() =>
        _evaluation.Stages.Any(stage =>
            stage.Sources.Any(source => source.Instruction == Error!.Instruction && source.Span == Error.Span));

    private static int Phase(Lint.PeerFinding finding) => EarlyPhases.GetValueOrDefault(finding.Code, DispatchPhase);
}
