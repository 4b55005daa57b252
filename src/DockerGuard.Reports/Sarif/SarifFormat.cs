using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Reports.Sarif;

/// <summary>Findings as a SARIF log, for code scanning services and viewers. Source: SARIF 2.1.0 (OASIS).</summary>
public sealed class SarifFormat : IReportFormat
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The name a run's tool has.</summary>
    internal const string Tool = "DockerGuard.Build";

    /// <summary>The base that code scanning services put the checkout's root at.</summary>
    private const string Root = "%SRCROOT%";

    /// <inheritdoc/>
    public string Name => "sarif";

    /// <inheritdoc/>
    public string Extension => ".sarif";

    /// <inheritdoc/>
    public string Write(CheckReport report)
    {
        var fingerprints = new Fingerprints(report.Dockerfiles, report.RootDirectory);
        var results = report.Findings.Concat(report.Suppressed).ToList();
        var masks = new Dictionary<Dockerfile, SecretMask>();
        var indices =
            report.Rules.Select((rule, index) => (rule, index)).ToDictionary(pair => pair.rule, pair => pair.index);
        return Json.Write(Json.Object("root",
            Json.Text("$schema", Schema),
            Json.Text("version", "2.1.0"),
            Json.Array("runs", [Json.Object(Json.Item,
                Json.Object("tool", Json.Object("driver",
                    Json.Text("name", Tool),
                    Json.Text("semanticVersion", report.ToolVersion),
                    Json.Text("informationUri", ProductAddress.Home),
                    Json.Array("rules", report.Rules.Select(Rule)))),
                Json.Object("automationDetails", Json.Text("id", report.Category + "/")),
                Json.Array("invocations", [Json.Object(Json.Item, Json.Flag("executionSuccessful", true))]),
                Json.Object(
                    "originalUriBaseIds",
                    Json.Object(Root, Json.Object("description", Json.Text("text", "The root of the repository.")))),
                Json.Text("columnKind", "utf16CodeUnits"),
                report.Basis is { } basis ? Basis(basis, report) : null,
                Json.Array(
                    "results",
                    results.Select(result => Result(
                        result, indices[result.Descriptor], report, fingerprints, masks))))])));
    }

    /// <summary>What the check went by, and how many findings are silenced by whom.</summary>
    private static XElement Basis(CheckBasis basis, CheckReport report)
    {
        var silenced = report.Suppressed.GroupBy(finding => finding.SuppressedBy!.By).OrderBy(group => group.Key)
            .Select(group => Json.Number(Camel(group.Key.ToString()), group.Count()));
        var day = basis.OtherDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Json.Object("properties",
            Json.Object("policy",
                basis.Policy is null ? null : Json.Text("file", Shown(basis.Policy)),
                Json.Text("profile", basis.Profile),
                Json.Number("level", basis.Level),
                Json.Number("enforcedRules", basis.Enforced),
                Json.ArrayOrNothing(
                    "enforcedBy", basis.EnforcedBy.Select(policy => Json.Text(Json.Item, Shown(policy))))),
            basis.Baseline is null ? null : Json.Text("baseline", Shown(basis.Baseline)),
            Json.ArrayOrNothing(
                "hadolint", basis.HadolintFiles.Select(file => Json.Text(Json.Item, Shown(file)))),
            Json.ArrayOrNothing("stages", basis.Stages.Select(stage => Json.Text(Json.Item, stage))),
            Json.ArrayOrNothing("arguments", basis.Arguments.Select(name => Json.Text(Json.Item, name))),
            day is null ? null : Json.Text("otherDay", day),
            Json.Object("silenced", silenced));

        string Shown(string path) => RelativePath.Below(report.RootDirectory, path) ?? path;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static XElement Rule(RuleDescriptor rule)
    {
        var page = RulePage.Of(rule);
        return Json.Object(Json.Item,
            Json.Text("id", rule.Key),
            Json.Text("name", rule.Name.Substring(rule.Id.Length)),
            Json.Object("shortDescription", Json.Text("text", Sentence(rule.Title))),
            Json.Object("fullDescription", Json.Text("text", page.Summary)),
            Json.Text("helpUri", rule.HelpLink),
            Json.Object(
                "help", Json.Text("text", $"{page.Summary} See {rule.HelpLink}"), Json.Text("markdown", page.Markdown)),
            Json.Object(
                "defaultConfiguration",
                Json.Text("level", Level(rule.Recommended == Severity.Off ? Severity.Warning : rule.Recommended))),
            Json.Object("properties",
                Json.Array(
                    "tags", new[] { "docker", rule.Category.ToString() }.Select(tag => Json.Text(Json.Item, tag))),
                Json.ArrayOrNothing(
                    "aliases", rule.Aliases.Select(alias => Json.Text(Json.Item, $"{alias.Tool}:{alias.Id}")))));
    }

    private static XElement Result(
        Diagnostic finding,
        int index,
        CheckReport report,
        Fingerprints fingerprints,
        Dictionary<Dockerfile, SecretMask> masks) =>
        Json.Object(Json.Item,
            Json.Text("ruleId", finding.Descriptor.Key),
            Json.Number("ruleIndex", index),
            Json.Text("level", Level(finding.Severity)),
            Json.Object("message", Json.Text("text", Sentence(finding.Message))),
            Json.Array("locations", [Location(finding.Origin, report)]),
            Json.Object("partialFingerprints", Json.Text("dockerGuard/v1", fingerprints.Next(finding))),
            finding.Fix is { } fix
                && report.Dockerfiles.TryGetValue(finding.File, out var file)
                && CanBeShown(fix, file, masks)
                ? Json.Array("fixes", [Json.Object(Json.Item,
                    Json.Object("description", Json.Text("text", Sentence(fix.Title))),
                    Json.Array("artifactChanges", [Json.Object(Json.Item,
                        Artifact(finding.File, report),
                        Json.Array("replacements", fix.Edits.Select(edit => Replacement(edit, file))))]))])
                : null,
            finding.SuppressedBy is { } suppression
                ? Json.Array("suppressions", [Json.Object(Json.Item,
                    Json.Text("kind", suppression.Kind == SuppressionKind.InSource ? "inSource" : "external"),
                    Json.Text("status", "accepted"),
                    suppression.Justification is { } reason
                        ? Json.Text("justification", Printable.Line(reason))
                        : null)])
                : null,
            report.WordsOfBuildKit(finding) is { } words
                ? Json.Object("properties", Json.Text("buildKitMessage", Printable.Line(words)))
                : null);

    /// <summary>A cure is told exactly or not at all: none that writes a secret, or what cannot be printed.</summary>
    private static bool CanBeShown(Fix fix, Dockerfile file, Dictionary<Dockerfile, SecretMask> masks)
    {
        if (!masks.TryGetValue(file, out var mask)) masks.Add(file, mask = SecretMask.Of(file));
        return fix.Edits.All(edit => mask.IsOpen(edit.NewText) && Printable.Block(edit.NewText) == edit.NewText);
    }

    private static XElement Location(Origin origin, CheckReport report) => origin switch
    {
        FileOrigin place => Json.Object(Json.Item,
            Json.Object("physicalLocation", Artifact(place.File, report), Region("region", place.Span))),
        // A code scanning service shows nothing without an artifact; an image is one that is not below the root.
        ImageOrigin place => Json.Object(Json.Item,
            Json.Object("physicalLocation", Json.Object("artifactLocation", Json.Text("uri", Escape(place.Name)))),
            Json.Array("logicalLocations", [Json.Object(Json.Item,
                Json.Text("fullyQualifiedName", place.ToString()), Json.Text("kind", "resource"))])),
        _ => throw new ArgumentException($"no location is known for a {origin.GetType().Name}", nameof(origin)),
    };

    private static XElement Replacement(TextEdit edit, Dockerfile file) => Json.Object(Json.Item,
        Region("deletedRegion", file.GetSpan(edit.Start, edit.Length)),
        edit.NewText.Length > 0 ? Json.Object("insertedContent", Json.Text("text", edit.NewText)) : null);

    private static XElement Region(string name, SourceSpan span) => Json.Object(name,
        Json.Number("startLine", span.Line),
        Json.Number("startColumn", span.Column),
        Json.Number("endLine", span.EndLine),
        Json.Number("endColumn", span.EndColumn));

    /// <summary>A file below the repository's root by its path from there; another one by its whole path.</summary>
    private static XElement Artifact(string path, CheckReport report) =>
        RelativePath.Below(report.RootDirectory, path) is { } relative
            ? Json.Object("artifactLocation", Json.Text("uri", Escape(relative)), Json.Text("uriBaseId", Root))
            : Json.Object("artifactLocation", Json.Text("uri", new Uri(path).AbsoluteUri));

    private static string Escape(string relativePath) =>
        string.Join("/", relativePath.Split('/', '\\').Select(Uri.EscapeDataString));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>SARIF's texts are sentences: a capital at the start, a stop or a question mark at the end.</summary>
    private static string Sentence(string text)
    {
        text = Printable.Line(text);
        var stop = text[text.Length - 1] == '?' ? "" : ".";
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text.Substring(1) + stop;
    }
}
