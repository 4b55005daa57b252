using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A first WORKDIR that is relative depends on what the base left. Source: BuildKit WorkdirRelativePath, hadolint
/// DL3000, Trivy DS-0009.
/// </summary>
/// <param name="emptyIsRelative">
/// True to report a path whose variables leave nothing; it may be absolute in another build.
/// </param>
public sealed class DG5003RelativeWorkdir(bool emptyIsRelative = false) : StageRule
{
    private readonly bool _emptyIsRelative = emptyIsRelative;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5003RelativeWorkdir", "relative WORKDIR", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "WorkdirRelativePath"), new("hadolint", "DL3000", Severity.Error), new("trivy", "DS-0009"),
            new("checkov", "CKV_DOCKER_10"), new("kics", "6b376af8-cfe8-49ab-a08d-f32de23661a4"),
        ],
    };

    public override void Check(StageEvaluation stage, FileContext context)
    {
        // The first WORKDIR decides what the later ones are relative to; mending it mends them all.
        if (stage.BaseStage?.WorkingDirectory is { Instruction: not null }) return;
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is not WorkdirInstruction { Path: { } path }) continue;
            var expanded = stage.Expand(path.Text, instruction);
            var mayBeAbsolute = expanded.Length == 0 ? !_emptyIsRelative : IsAbsolute(expanded);
            if (!mayBeAbsolute) Report(path, context, [path.Value, expanded]);
            return;
        }
    }

    /// <summary>Reports a relative path.</summary>
    internal static void Report(Word path, FileContext context, IReadOnlyList<string>? values = null) =>
        context.Report(
            path.Span, $"WORKDIR '{path.Value}' is relative to whatever directory the base image has", values: values);

    /// <summary>
    /// Absolute on Linux or Windows; a variable nobody gave a value may hold either, so it is let be.
    /// </summary>
    internal static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' or '$' || (path.Length > 1 && path[1] == ':'));
}
