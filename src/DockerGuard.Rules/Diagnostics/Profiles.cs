using System.Collections.Generic;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>The named sets of severities a policy starts from.</summary>
public static class Profiles
{
    /// <summary>The default: useful on day one and quiet on good projects.</summary>
    public const string Recommended = "recommended";

    /// <summary>Everything that is good practice, and more of it as errors.</summary>
    public const string Strict = "strict";

    /// <summary>What section 4 of the CIS Docker Benchmark asks.</summary>
    public const string Cis = "cis";

    /// <summary>The rules hadolint has, with hadolint's severities.</summary>
    public const string Hadolint = "hadolint";

    /// <summary>The checks <c>docker build --check</c> has.</summary>
    public const string BuildKit = "buildkit";

    /// <summary>All profiles, in the order they are documented.</summary>
    public static IReadOnlyList<string> All { get; } = [Recommended, Strict, Cis, Hadolint, BuildKit];
}
