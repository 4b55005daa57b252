using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Files;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Hadolint;

/// <summary>
/// Lays hadolint's configuration under a policy: what the policy says itself stays, and the profile stays what it is.
/// </summary>
public static class HadolintLoader
{
    /// <summary>The policy for one Dockerfile; the same policy when there is no configuration of hadolint.</summary>
    public static PolicyLoadResult Load(Policy policy, HadolintRequest request)
    {
        var path = request.ExplicitPath ?? HadolintFinder.Find(request);
        if (path is null && HadolintEnvironment.NamesOf(request.Environment).Count == 0)
            return new PolicyLoadResult(policy, [], []);

        var diagnostics = new List<Diagnostic>();
        var configuration = path is null ? new HadolintConfiguration() : LoadFile(path, diagnostics);
        var environment = HadolintConfiguration.FromEnvironment(
            request.Environment, request.ProjectFile, out var problems);
        diagnostics.AddRange(problems);
        string[] files = path is null ? [] : [path];
        if (diagnostics.Count > 0) return new PolicyLoadResult(null, diagnostics, files);
        configuration.Add(environment);
        return new PolicyLoadResult(
            policy.With(HadolintOverlay.Apply(policy.Settings, policy.Mirrors, configuration)), [], files);
    }

    /// <summary>The names of hadolint's environment variables that say something, in order.</summary>
    public static IReadOnlyList<string> Variables(IReadOnlyDictionary<string, string> environment) =>
        HadolintEnvironment.NamesOf(environment);

    private static HadolintConfiguration LoadFile(string path, List<Diagnostic> diagnostics)
    {
        if (FileProbe.At(path) is not Existing.File and var found)
        {
            var errors = HadolintConfiguration.ErrorsOf(path);
            errors.Add(
                SourceSpan.FileStart, found == Existing.Folder
                    ? "the hadolint configuration is a folder, not a file"
                    : "the hadolint configuration does not exist");
            diagnostics.AddRange(errors.InOrder);
            return new HadolintConfiguration();
        }

        var configuration = HadolintConfiguration.Load(path, out var problems);
        diagnostics.AddRange(problems);
        return configuration;
    }
}
