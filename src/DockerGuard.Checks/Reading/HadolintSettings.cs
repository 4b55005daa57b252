using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Reading;

/// <summary>
/// Gives Dockerfiles the settings of the policy with those of the hadolint configuration that is theirs; read once a
/// folder.
/// </summary>
/// <param name="policy">What the project says itself.</param>
/// <param name="input">Where the configuration is looked for.</param>
/// <param name="verdict">Where errors of a configuration are told.</param>
internal sealed class HadolintSettings(Policy.Policy policy, DockerfileCheckInput input, VerdictBuilder verdict)
{
    private readonly Dictionary<string, RuleSettings?> _settings = new(StringComparer.Ordinal);
    private readonly HashSet<Diagnostic> _told = [];

    /// <summary>
    /// The settings for a folder; null after an error has been told, for what is half understood guards nothing.
    /// </summary>
    public RuleSettings? In(string folder)
    {
        if (!_settings.TryGetValue(folder, out var settings)) _settings.Add(folder, settings = Load(folder));
        return settings;
    }

    private RuleSettings? Load(string folder)
    {
        if (input.Hadolint is not { } hadolint) return policy.Settings;
        var result = HadolintLoader.Load(policy, new HadolintRequest
        {
            ProjectFile = input.ProjectFile,
            ProjectDirectory = input.Project.ProjectDirectory,
            DockerfileDirectory = folder,
            ExplicitPath = hadolint.ExplicitPath,
            Environment = hadolint.Environment,
        });
        verdict.HadolintVariables = HadolintLoader.Variables(hadolint.Environment);
        verdict.HadolintFiles.UnionWith(result.Files);
        // Two folders may share a file; its errors are told once.
        verdict.Tell(result.Diagnostics.Where(_told.Add));
        return result.Policy?.Settings;
    }
}
