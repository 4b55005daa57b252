using System;

namespace DockerGuard.Checks.Silencers;

/// <summary>What silencers of a project ask, and where they tell what is wrong with them.</summary>
internal sealed record SilencerScope(Policy.Policy Policy, DateTime Day, VerdictBuilder Verdict)
{
    /// <summary>True when this build has told of waivers that have expired or are about to.</summary>
    public bool WaiversAreTold { get; init; }

    /// <summary>The baseline; null when there is none.</summary>
    public BaselineInput? Baseline { get; init; }
}
