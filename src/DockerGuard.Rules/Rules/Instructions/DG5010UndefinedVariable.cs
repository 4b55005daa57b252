using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>A variable is used where it has no value, so nothing stands in its place. Source: BuildKit UndefinedVar.</summary>
public sealed class DG5010UndefinedVariable : InstructionRule
{
    /// <summary>Names and endings of names that base images set in their environment; where the base is not known, they may well be set.</summary>
    private static readonly string[] Inherited =
    [
        "PATH", "_HOME", "_ROOT", "_DIR", "_VERSION", "_UID", "_GID", "_USER", "HOME", "LANG", "LANGUAGE", "LC_ALL", "TZ", "USER", "SHELL", "TERM", "FLAGS",
        "HOSTNAME", "GOTOOLCHAIN", "PREFIX",
    ];

    public override RuleDescriptor Descriptor { get; } = new("DG5010UndefinedVariable", "undefined variable", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "UndefinedVar")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } =
    [
        InstructionKind.Env, InstructionKind.Label, InstructionKind.Add, InstructionKind.Copy, InstructionKind.Workdir, InstructionKind.User,
        InstructionKind.Volume, InstructionKind.StopSignal, InstructionKind.Run, InstructionKind.Arg,
    ];

    public override void Check(Instruction instruction, RuleContext context)
    {
        // What ONBUILD holds sees the variables of another build.
        if (instruction is not { IsOnBuild: false, Stage: { } stage }) return;
        var build = context.Build[stage];
        foreach (var variable in build.UndefinedVariables(instruction))
        {
            if (!context.Follows(Profiles.BuildKit) && (variable.HasSubstitute || (build.Base is null && IsOftenInherited(variable.Name)))) continue;
            var nearest = variable.Suggestion is { } name ? $"; did you mean '${name}'?" : "";
            context.Report(
                variable.Span, $"variable '${variable.Name}' has no value here, so nothing takes its place{nearest}",
                peerMessage: $"Usage of undefined variable '${variable.Name}'{BuildKitText.DidYouMean(variable.PeerSuggestion, "$")}");
        }
    }

    private static bool IsOftenInherited(string name) => Inherited.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
