using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Merging;
using DockerGuard.Policy.Sections;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy;

/// <summary>
/// Loads the policy of a project, and everything it extends, strictly: what is not understood is an error, and a policy
/// with an error is no policy.
/// </summary>
public static class PolicyLoader
{
    /// <summary>Loads the policy. Files are read once and nothing is remembered between calls.</summary>
    public static PolicyLoadResult Load(PolicyRequest request)
    {
        var inForce = PolicySources.InForce(request, out var problem);
        if (problem is not null) return problem;
        var chain = ExtendsChain.Load(inForce.Sources, request.ResolvePackage);
        string[] files = [.. chain.Files, .. inForce.Files.Where(file => !chain.Has(file))];
        if (chain.Errors.Count > 0) return new PolicyLoadResult(null, chain.Errors, files);

        var day = new PolicyDay(request.Today, request.RealDay);
        var enforcing = Enforcement.Read(chain.Layers, request.ProjectDirectory, day);
        IReadOnlyList<Diagnostic> errors = [.. chain.Errors, .. inForce.Unextended(chain)];
        if (errors.Count > 0) return new PolicyLoadResult(null, errors, files);
        var draft = PolicyDocument.Merge(chain.Documents, day);
        var settings = draft.Settings with { Enforcing = enforcing };
        return new PolicyLoadResult(new Policy(inForce.Path, settings, draft.Mirrors, draft.Waivers), [], files);
    }
}
