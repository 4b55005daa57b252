using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Files;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Hadolint;

/// <summary>
/// What a <c>.hadolint.yaml</c>, or hadolint's environment variables, ask for. Source: hadolint 2.15.1.
/// </summary>
/// <remarks>
/// How hadolint prints (<c>format</c>, <c>no-color</c>, <c>verbose</c>) is accepted and has no meaning here.
/// </remarks>
public sealed class HadolintConfiguration
{
    private const string Noun = "hadolint configuration";

    /// <summary><c>no-fail</c>: what is found fails no build; null when not said.</summary>
    public bool? NoFail { get; internal set; }

    /// <summary><c>strict-labels</c>: no labels but those of the schema; null when not said.</summary>
    public bool? StrictLabels { get; internal set; }

    /// <summary><c>disable-ignore-pragma</c>: comments silence nothing; null when not said.</summary>
    public bool? DisableIgnorePragma { get; internal set; }

    /// <summary><c>failure-threshold</c>: the least severity that fails a build; null when not said.</summary>
    public HadolintSeverity? FailureThreshold { get; internal set; }

    /// <summary><c>ignored</c>: rules that do not run, such as <c>DL3008</c>.</summary>
    public IReadOnlyList<string> Ignored => IgnoredRules;

    /// <summary>
    /// <c>override</c>: rules with a severity of their own, in the order written; a rule may be there with several.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, HadolintSeverity>> Overrides => OverriddenRules;

    /// <summary><c>trustedRegistries</c>: patterns, of which <c>*</c> may be the first or the last character.</summary>
    public IReadOnlyList<string> TrustedRegistries => Registries;

    /// <summary><c>label-schema</c>: the labels an image carries and the form of their values.</summary>
    public IReadOnlyDictionary<string, LabelType> LabelSchema => Labels;

    /// <summary>Where a rule is ignored or given a severity; of several places the first.</summary>
    internal Dictionary<string, Suppression> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Where it is said what fails; null when it is not said.</summary>
    internal Suppression? ThresholdPlace { get; set; }

    internal List<string> IgnoredRules { get; } = [];

    internal List<KeyValuePair<string, HadolintSeverity>> OverriddenRules { get; } = [];

    internal List<string> Registries { get; } = [];

    internal Dictionary<string, LabelType> Labels { get; } = [];

    /// <summary>Reads the text of a configuration file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">Absolute path; errors carry it.</param>
    /// <param name="errors">
    /// Everything that is wrong, with line and column: hadolint drops such a file, or the key, in silence.
    /// </param>
    public static HadolintConfiguration Parse(string text, string path, out IReadOnlyList<Diagnostic> errors)
    {
        var found = ErrorsOf(path);
        var configuration = HadolintFileReader.Read(YamlTreeReader.Read(text, found), path, found);
        errors = [.. found.InOrder];
        return configuration;
    }

    /// <summary>Reads a configuration file.</summary>
    internal static HadolintConfiguration Load(string path, out IReadOnlyList<Diagnostic> errors)
    {
        var found = ErrorsOf(path);
        if (PolicyText.Read(path, found) is { } text) return Parse(text, path, out errors);
        errors = [.. found.InOrder];
        return new HadolintConfiguration();
    }

    /// <summary>Reads the variables <c>HADOLINT_…</c>.</summary>
    /// <param name="variables">Values by name; an empty value is one that is not set.</param>
    /// <param name="path">Absolute path of the file that errors are reported at, for variables have none.</param>
    /// <param name="errors">Everything that is wrong, naming the variable.</param>
    public static HadolintConfiguration FromEnvironment(
        IReadOnlyDictionary<string, string> variables, string path, out IReadOnlyList<Diagnostic> errors)
    {
        var found = ErrorsOf(path);
        var configuration = HadolintEnvironment.Read(variables, path, found);
        errors = [.. found.InOrder];
        return configuration;
    }

    /// <summary>Adds what the environment says: lists unite; of single values, hadolint lets the file's win.</summary>
    internal void Add(HadolintConfiguration environment)
    {
        NoFail ??= environment.NoFail;
        StrictLabels ??= environment.StrictLabels;
        DisableIgnorePragma ??= environment.DisableIgnorePragma;
        FailureThreshold ??= environment.FailureThreshold;
        ThresholdPlace ??= environment.ThresholdPlace;
        foreach (var place in environment.Places) Place(place.Key, place.Value);
        IgnoredRules.AddRange(environment.IgnoredRules);
        OverriddenRules.AddRange(environment.OverriddenRules);
        Registries.AddRange(environment.Registries.Except(Registries).ToList());
        foreach (var label in environment.Labels)
            if (!Labels.ContainsKey(label.Key)) Labels.Add(label.Key, label.Value);
    }

    /// <summary>Remembers where a rule is spoken of.</summary>
    internal void Place(string rule, Suppression place)
    {
        if (!Places.ContainsKey(rule)) Places.Add(rule, place);
    }

    internal static PolicyErrors ErrorsOf(string path) => new(path, ToolDiagnostics.InvalidHadolintConfig, Noun);
}
