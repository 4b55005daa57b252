using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;
using DockerGuard.Peers;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>A Dockerfile with what its head comments say about policy, project and build.</summary>
/// <remarks>
/// <c># policy: trusted=mcr.microsoft.com,ghcr.io; required=a,b; schema=url:url; strict-labels=true;
/// profile=strict; on=DG5031; today=2026-11-10</c>, <c># ignorefile: bin, obj/</c>,
/// <c># project: TargetFramework=net10.0; RuntimeIdentifiers=linux-x64,linux-arm64</c> and
/// <c># build: target=final; VERSION=10.0</c> may stand among the comments before the first instruction. A comma is a
/// list's divider.
/// </remarks>
internal sealed class LintCase
{
    public const string Path = "/repository/Dockerfile";

    /// <summary>Twelve days after .NET 8 and 9 went out of support.</summary>
    public static readonly DateTime Today = new(2026, 11, 22);

    private LintCase(
        Dockerfile dockerfile,
        Dictionary<string, string> policy,
        Dictionary<string, string>? project,
        Dictionary<string, string> build,
        IgnoreFile? ignoreFile)
    {
        Dockerfile = dockerfile;
        var settings = new RuleSettings
        {
            Profile = policy.GetValueOrDefault("profile", Profiles.Recommended),
            Registries = new RegistrySettings { Trusted = List(policy, "trusted") },
            Labels = new LabelSettings
            {
                Required = List(policy, "required"),
                Schema = List(policy, "schema").Select(entry => entry.Split(':'))
                    .ToDictionary(entry => entry[0], entry => Enum.Parse<LabelType>(entry[1], ignoreCase: true)),
                IsStrict = policy.GetValueOrDefault("strict-labels") == "true",
            },
            Severities = List(policy, "on").ToDictionary(id => id, _ => Severity.Warning),
            Today = policy.TryGetValue("today", out var today)
                ? DateTime.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Today,
        };
        build.Remove("target", out var target);
        Request = new LintRequest(dockerfile, Path, settings, RuleSets.Of(settings.Profile))
        {
            Project = project is null
                ? null
                : ProjectFacts.From(project.ToDictionary(pair => pair.Key, pair => pair.Value.Replace(',', ';'))),
            Target = target,
            BuildArguments = build,
            IgnoreFile = ignoreFile,
            ForeignCheckers = [new UnassignedChecker()],
        };
    }

    public Dockerfile Dockerfile { get; }

    public LintRequest Request { get; }

    public static LintCase Parse(byte[] bytes) => Parse(Dockerfile.Parse(bytes));

    public static LintCase Parse(string text) => Parse(Dockerfile.Parse(text));

    public IReadOnlyList<Diagnostic> Lint() => FileCheck.Run(Request).Findings;

    private static LintCase Parse(Dockerfile dockerfile)
    {
        Dictionary<string, string> policy = [], project = [], build = [];
        var hasProject = false;
        IgnoreFile? ignoreFile = null;
        foreach (var line in dockerfile.Text.Split('\n')
            .Select(line => line.Trim('\r', ' ', '\uFEFF'))
            .TakeWhile(line => line.Length == 0 || line[0] == '#'))
        {
            Read(line, "# policy:", policy);
            Read(line, "# build:", build);
            hasProject |= Read(line, "# project:", project);
            const string ignore = "# ignorefile:";
            if (line.StartsWith(ignore, StringComparison.Ordinal))
            {
                ignoreFile = IgnoreFile.Parse(
                    string.Join('\n', line[ignore.Length..].Split(',', StringSplitOptions.TrimEntries)));
            }
        }

        var unknown =
            policy.Keys.Except(["profile", "trusted", "required", "schema", "strict-labels", "on", "today"]).ToList();
        if (unknown.Count > 0) throw new FormatException($"'# policy:' has no {string.Join(", ", unknown)}");
        return new LintCase(dockerfile, policy, hasProject ? project : null, build, ignoreFile);
    }

    private static bool Read(string line, string head, Dictionary<string, string> values)
    {
        if (!line.StartsWith(head, StringComparison.Ordinal)) return false;
        foreach (var part in line[head.Length..]
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0) throw new FormatException($"'{part}' in '{line}' is not name=value");
            values.Add(part[..equals], part[(equals + 1)..]);
        }

        return true;
    }

    private static List<string> List(Dictionary<string, string> policy, string name) =>
        [.. policy.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
