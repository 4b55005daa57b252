using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Hadolint;

/// <summary>Turns hadolint's environment variables into what they say. Lists are divided by commas.</summary>
internal static class HadolintEnvironment
{
    private const string Prefix = "HADOLINT_";

    /// <summary>The names of the variables that say something, in order.</summary>
    public static List<string> NamesOf(IReadOnlyDictionary<string, string> variables)
    {
        var names = new List<string>();
        foreach (var variable in variables)
        {
            if (variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(variable.Value))
                names.Add(variable.Key);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <param name="variables">Values by name.</param>
    /// <param name="path">Absolute path of the file that stands for the environment, which has no place.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static HadolintConfiguration Read(
        IReadOnlyDictionary<string, string> variables, string path, PolicyErrors errors)
    {
        var reader = new Reader(variables, errors);
        var configuration = new HadolintConfiguration
        {
            NoFail = reader.Boolean("HADOLINT_NOFAIL"),
            StrictLabels = reader.Boolean("HADOLINT_STRICT_LABELS"),
            DisableIgnorePragma = reader.Boolean("HADOLINT_DISABLE_IGNORE_PRAGMA"),
        };
        if (configuration.NoFail == true) configuration.ThresholdPlace = By("HADOLINT_NOFAIL");
        configuration.IgnoredRules.AddRange(Rules("HADOLINT_IGNORE"));
        foreach (var severity in new[]
        {
            HadolintSeverity.Error, HadolintSeverity.Warning, HadolintSeverity.Info, HadolintSeverity.Style,
        })
        {
            var rules = Rules("HADOLINT_OVERRIDE_" + severity.ToString().ToUpperInvariant());
            configuration.OverriddenRules.AddRange(
                rules.Select(rule => new KeyValuePair<string, HadolintSeverity>(rule, severity)));
        }

        foreach (var threshold in reader.List("HADOLINT_FAILURE_THRESHOLD").Take(1))
        {
            configuration.FailureThreshold = HadolintWords.Threshold(threshold);
            configuration.ThresholdPlace = By("HADOLINT_FAILURE_THRESHOLD");
            if (configuration.FailureThreshold is null)
                reader.Refuse("HADOLINT_FAILURE_THRESHOLD", HadolintWords.ThresholdProblem(threshold));
        }

        foreach (var registry in reader.List("HADOLINT_TRUSTED_REGISTRIES"))
        {
            if (HadolintWords.RegistryProblem(registry) is { } problem)
                reader.Refuse("HADOLINT_TRUSTED_REGISTRIES", $"registry {Sentence.Quote(registry)} {problem}");
            else configuration.Registries.Add(registry);
        }

        foreach (var label in reader.List("HADOLINT_REQUIRE_LABELS")) ReadLabel(label, configuration, reader);
        return configuration;

        Suppression By(string variable) =>
            new(SilencedBy.Hadolint, Origin.StartOf(path), $"the environment variable {variable}");

        List<string> Rules(string variable)
        {
            var rules = reader.Rules(variable);
            foreach (var rule in rules) configuration.Place(rule, By(variable));
            return rules;
        }
    }

    private static void ReadLabel(string label, HadolintConfiguration configuration, Reader reader)
    {
        var colon = label.LastIndexOf(':');
        if (colon <= 0)
            reader.Refuse("HADOLINT_REQUIRE_LABELS", $"{Sentence.Quote(label)} is not of the form name:type");
        else if (HadolintWords.TypeOf(label.Substring(colon + 1).Trim()) is { } type)
            configuration.Labels[label.Substring(0, colon).Trim()] = type;
        else reader.Refuse("HADOLINT_REQUIRE_LABELS", HadolintWords.TypeProblem(label.Substring(colon + 1)));
    }

    private sealed class Reader(IReadOnlyDictionary<string, string> variables, PolicyErrors errors)
    {
        public void Refuse(string variable, string problem) =>
            errors.Add(SourceSpan.FileStart, $"the environment variable {variable}: {problem}");

        public bool? Boolean(string variable)
        {
            if (!variables.TryGetValue(variable, out var text) || string.IsNullOrWhiteSpace(text)) return null;
            if (HadolintWords.Boolean(text.Trim()) is { } known) return known;
            Refuse(variable, HadolintWords.BooleanProblem(text));
            return null;
        }

        public IEnumerable<string> List(string variable) =>
            variables.TryGetValue(variable, out var text)
                ? text.Split([','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(item => item.Trim())
                    .Where(item => item.Length > 0)
                : [];

        public List<string> Rules(string variable)
        {
            var rules = new List<string>();
            foreach (var rule in List(variable))
            {
                if (HadolintWords.RuleProblem(rule) is { } problem) Refuse(variable, problem);
                else rules.Add(rule);
            }

            return rules;
        }
    }
}
