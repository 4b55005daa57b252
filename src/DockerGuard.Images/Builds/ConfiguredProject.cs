using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>The project as a command evaluates it.</summary>
/// <param name="Facts">The project.</param>
/// <param name="Unsure">
/// The properties of which that is not known; null where nothing is known that another configuration may change.
/// </param>
internal sealed record ConfiguredProject(ProjectFacts Facts, IReadOnlyCollection<string>? Unsure)
{
    /// <summary>Whether a property may have another value there.</summary>
    public bool IsUnsure(string property) => Unsure?.Contains(property, StringComparer.OrdinalIgnoreCase) != false;

    /// <summary>The project as it is evaluated in the build at hand.</summary>
    public static ConfiguredProject Of(ProjectFacts facts) => new(facts, []);
}
