using System.Collections.Generic;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.BuildKit;

/// <summary>
/// The checks of <c>docker build --check</c>, and its view of a file. Source: BuildKit, frontend/dockerfile 1.26.
/// </summary>
internal static class BuildKitRuleSet
{
    /// <summary>Made when the profile is first asked for.</summary>
    public static RuleSet Instance { get; } = new(Profiles.BuildKit, Borrowed.Replaced(Own))
    {
        View = new BuildKitView(),
        Comments = new() { TellsOfIdle = false, ReadsChecksAsBuildKit = true },
    };

    /// <summary>Where it answers otherwise than ours; the other rules are ours.</summary>
    private static IEnumerable<Rule> Own =>
    [
        new DG1007InvalidDefaultArgInFrom(saysAll: true),
        new DG1008ConstantPlatform(excusesOnlyChoice: false),
        new DG1010InvalidBaseImagePlatform(asksRegistry: true),
        new DG3003CopiedIgnoredFile(IgnoredFiles.Hold),
        new DG5003RelativeWorkdir(emptyIsRelative: true),
        new DG5007EmptyContinuationLine(namesEnd: true),
        new DG5010UndefinedVariable(excusesWhatMayBeSet: false),
        new DG6003MismatchedDescriptionComment(readsIndented: false),
        new SecretsUsedInArgOrEnv(),
    ];
}
