using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Files;
using DockerGuard.Policy.Merging;
using DockerGuard.Policy.Sections;

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
        if (!string.IsNullOrEmpty(request.ExplicitPath))
        {
            return FileProbe.At(request.ExplicitPath!) == Existing.Nothing
                ? Broken(request.ExplicitPath!, "the policy does not exist", [])
                : LoadFile(request.ExplicitPath!, request);
        }

        var found = PolicyFinder.FindNearest(request.ProjectDirectory);
        return found.Count switch
        {
            0 => new PolicyLoadResult(PolicyDocument.Merge([], null, request.Today), [], []),
            1 => LoadFile(found[0], request),
            _ =>
                Broken(found[1], "the folder has both .dockerguard.yml and .dockerguard.yaml; keep one of them", found),
        };
    }

    private static PolicyLoadResult LoadFile(string path, PolicyRequest request)
    {
        if (FileProbe.At(path) == Existing.Folder) return Broken(path, "the policy is a folder, not a file", []);
        var chain = ExtendsChain.Load(path, request.ResolvePackage);
        var policy = chain.Errors.Count == 0 ? PolicyDocument.Merge(chain.Documents, path, request.Today) : null;
        return new PolicyLoadResult(policy, chain.Errors, chain.Files);
    }

    private static PolicyLoadResult Broken(string path, string message, IReadOnlyList<string> files)
    {
        var errors = new PolicyErrors(path);
        errors.Add(SourceSpan.FileStart, message);
        return new PolicyLoadResult(null, [.. errors.InOrder], files);
    }
}
