using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// BuildKit's warnings word for word: of its own cases in both modes, of the edge cases and of the real Dockerfiles.
/// </summary>
internal sealed class BuildKitMessages : IConformanceSet
{
    public string Name => "buildkit-messages";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        using var cases = JsonDocument.Parse(data.ReadText("buildkit", "check-cases.json"));
        foreach (var entry in cases.RootElement.EnumerateArray())
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!), LintConfig.ReadCase(entry));
            var peer = entry.GetProperty("peer");
            yield return Compare(
                $"case {entry.GetProperty("id").GetInt32()} check",
                peer.GetProperty("lint").GetProperty("warnings"),
                check.Warnings());
            yield return Compare(
                $"case {entry.GetProperty("id").GetInt32()} build",
                peer.GetProperty("build").GetProperty("warnings"),
                check.BuildWarnings());
        }

        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64()), new LintConfig());
            yield return Compare(name, entry.GetProperty("lint").GetProperty("warnings"), check.Warnings());
        }

        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!), new LintConfig());
            yield return Compare(
                entry.GetProperty("paths")[0].GetString()!, entry.GetProperty("lint"), check.Warnings());
        }
    }

    private static CaseResult Compare(string name, JsonElement theirs, IEnumerable<Lint.PeerFinding> ours) =>
        CaseResult.Compare(
            name,
            Show(Read(theirs)),
            Show(ours.Select(finding => $"{finding.Line} {finding.Code}: {finding.Message}")));

    private static IEnumerable<string> Read(JsonElement warnings) =>
        warnings.ValueKind != JsonValueKind.Array ? [] : warnings.EnumerateArray().Select(
            warning => $"{warning.GetProperty("startLine").GetInt32()} {warning.GetProperty("rule").GetString()}: "
                + warning.GetProperty("message").GetString());

    private static string Show(IEnumerable<string> findings) =>
        string.Join("\n", findings.Order(StringComparer.Ordinal));
}
