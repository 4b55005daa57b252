using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>Gives Dockerfiles the settings of the policy with those of the hadolint configuration that is theirs; read once a folder.</summary>
/// <param name="policy">What the project says itself.</param>
/// <param name="reporter">Where errors of a configuration go.</param>
/// <param name="requestIn">Where to look for Dockerfiles of a folder; null for nowhere.</param>
internal sealed class HadolintStep(Policy.Policy policy, DiagnosticReporter reporter, Func<string, HadolintRequest?> requestIn)
{
    private readonly Dictionary<string, RuleSettings?> _settings = new(StringComparer.Ordinal);
    private readonly HashSet<Diagnostic> _reported = [];

    /// <summary>The settings for a folder; null after an error has been reported, for what is half understood guards nothing.</summary>
    public RuleSettings? SettingsIn(string folder)
    {
        if (!_settings.TryGetValue(folder, out var settings)) _settings.Add(folder, settings = Load(folder));
        return settings;
    }

    private RuleSettings? Load(string folder)
    {
        if (requestIn(folder) is not { } request) return policy.Settings;
        var result = HadolintLoader.Load(policy, request);
        // Two folders may share a file; its errors are told once.
        reporter.Report(result.Diagnostics.Where(_reported.Add));
        return result.Policy?.Settings;
    }
}
