using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Sections;

namespace DockerGuard.Policy.Merging;

/// <summary>One file of a policy, and the files it stands on.</summary>
internal sealed class PolicyLayer(PolicySource source, PolicyErrors errors)
{
    public PolicySource Source => source;

    /// <summary>Takes what is wrong with the file.</summary>
    public PolicyErrors Errors => errors;

    /// <summary>What the file says; null when it cannot be read.</summary>
    public PolicyDocument? Document { get; set; }

    /// <summary>The files it extends.</summary>
    public List<PolicyLayer> Bases { get; } = [];

    /// <summary>The file itself and all that it extends, directly or not.</summary>
    public HashSet<PolicyLayer> Whole() => [this, .. Bases.SelectMany(layer => layer.Whole())];
}
