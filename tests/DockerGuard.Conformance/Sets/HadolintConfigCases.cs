using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// hadolint's tests of its configuration: file, environment, and the options of its command line, each as the key of
/// the file it stands for. The answers are dumps of Haskell records. How hadolint prints has no meaning here, so of
/// those keys only that they are accepted is compared.
/// </summary>
internal sealed partial class HadolintConfigCases : IConformanceSet
{
    private static readonly string[] Severities = ["error", "warning", "info", "style"];

    public string Name => "hadolint-config";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        using var document = JsonDocument.Parse(data.ReadText("hadolint", "config-cases.json"));
        var number = 0;
        foreach (var entry in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (entry.GetProperty("kind").GetString() != "config") continue;
            var name = $"{++number:000} {entry.GetProperty("it").GetString()}";
            var expected = entry.GetProperty("expected_show").GetString()!;
            yield return Ours(entry) is { } ours
                ? CaseResult.Compare(name, Theirs(expected), ours)
                : new CaseResult(
                    name, $"the option has no counterpart here: {entry.GetProperty("input").GetRawText()}");
        }
    }

    private static string? Ours(JsonElement entry)
    {
        var input = entry.GetProperty("input");
        string[] words = input.ValueKind == JsonValueKind.Array
            ? [.. input.EnumerateArray().Select(word => word.GetString()!)]
            : [];
        var spec = entry.GetProperty("spec_file").GetString()!;
        IReadOnlyList<Diagnostic> errors;
        HadolintConfiguration configuration;
        if (spec.Contains("Environment", StringComparison.Ordinal))
        {
            var variables = words.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
            configuration = HadolintConfiguration.FromEnvironment(variables, "/repository/Web.csproj", out errors);
        }
        else
        {
            var yaml = spec.Contains("Commandline", StringComparison.Ordinal)
                ? FromOptions(words)
                : string.Join('\n', words);
            if (yaml is null) return null;
            configuration = HadolintConfiguration.Parse(yaml, "/repository/.hadolint.yaml", out errors);
        }

        return errors.Count > 0 ? "refused" : Show(configuration);
    }

    private static string Show(HadolintConfiguration configuration) => string.Join("; ",
        [
            $"no-fail {configuration.NoFail}",
            .. Severities.Select(severity =>
                $"{severity} "
                    + string.Join(
                        ",",
                        configuration.Overrides.Where(
                            pair => pair.Value.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase))
                            .Select(pair => pair.Key))),
            $"ignored {string.Join(",", configuration.Ignored)}",
            $"registries {string.Join(",", configuration.TrustedRegistries.Order(StringComparer.Ordinal))}",
            "labels "
                + string.Join(
                    ",",
                    configuration.LabelSchema.Select(pair => $"{pair.Key}:{pair.Value}").Order(StringComparer.Ordinal)),
            $"strict {configuration.StrictLabels}",
            $"forbid {configuration.DisableIgnorePragma}",
            $"threshold {configuration.FailureThreshold}",
        ]);

    /// <summary>The record as <see cref="Show"/> writes ours.</summary>
    private static string Theirs(string dump)
    {
        if (dump.StartsWith("Left", StringComparison.Ordinal) || dump == "parse failure") return "refused";
        var fields = Field().Matches(dump)
            .ToDictionary(match => match.Groups["name"].Value.ToLowerInvariant(), match => match.Groups["value"].Value);
        string Value(string name) => Constant().Match(fields[name]).Groups["value"].Value;
        string Texts(string name) =>
            string.Join(",", Text().Matches(fields[name]).Select(match => match.Groups["text"].Value));
        return string.Join("; ",
            [
                $"no-fail {Value("nofail")}",
                .. Severities.Select(severity => $"{severity} {Texts(severity + "rules")}"),
                $"ignored {Texts("ignorerules")}",
                $"registries {Texts("allowedregistries")}",
                "labels "
                    + string.Join(
                        ",", Label().Matches(fields["labelschema"]).Select(match =>
                            $"{match.Groups["name"].Value}:"
                                + match.Groups["type"].Value.Replace("RawText", "Text", StringComparison.Ordinal))),
                $"strict {Value("strictlabels")}",
                $"forbid {Value("disableignorepragma")}",
                $"threshold {Value("failurethreshold")}",
            ]);
    }

    /// <summary>The keys that options of the command line stand for; null when one has no key.</summary>
    private static string? FromOptions(string[] words)
    {
        var lists = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var lines = new List<string>();
        string[] arguments =
        [
            .. words.SelectMany(word => word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', 2) : [word]),
        ];
        for (var i = 0; i < arguments.Length; i++)
        {
            var option = arguments[i].TrimStart('-');
            switch (arguments[i])
            {
                case "-v" or "--version" or "-c" or "--config" or "--file-path-in-report" or "-o" or "--output":
                    return null;
                case "-V": lines.Add("verbose: true"); break;
                case "-f" or "--format": Add(lists, "formats", arguments[++i]); break;
                case "-t" or "--failure-threshold": lines.Add($"failure-threshold: {arguments[++i]}"); break;
                case "--ignore": Add(lists, "ignored", arguments[++i]); break;
                case "--trusted-registry": Add(lists, "trustedRegistries", arguments[++i]); break;
                case "--require-label":
                    Add(lists, "label-schema", arguments[++i].Replace(":", ": ", StringComparison.Ordinal));
                    break;
                case "--error" or "--warning" or "--info" or "--style": Add(lists, option, arguments[++i]); break;
                case var flag when flag.StartsWith("--", StringComparison.Ordinal): lines.Add($"{option}: true"); break;
                default: return null;
            }
        }

        foreach (var (key, values) in lists)
        {
            var text = string.Join(", ", values);
            lines.Add(key == "label-schema" ? $"{key}: {{{text}}}"
                : Severities.Contains(key) ? $"override: {{{key}: [{text}]}}"
                : $"{key}: [{text}]");
        }

        return string.Join('\n', lines);
    }

    private static void Add(SortedDictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }

    [GeneratedRegex(@"(?:partial)?(?<name>\w+) = (?<value>Nothing|Just \w+|True|False|DL\w+|(?:fromList )?\[[^\]]*\])")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:Just )?(?:DL)?(?<value>(?!Nothing)[A-Z][a-z]+)")]
    private static partial Regex Constant();

    [GeneratedRegex("\"(?<text>[^\"]*)\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\(""(?<name>[^""]*)"",(?<type>\w+)\)")]
    private static partial Regex Label();
}
