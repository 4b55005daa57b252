using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance.Sets;

/// <summary>Whether a check of a real Dockerfile stops with an error, and on which line.</summary>
internal sealed class RealErrors : IConformanceSet
{
    public string Name => "real-errors";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            var error = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!), new LintConfig());
            yield return PeerError.Compare(
                entry.GetProperty("paths")[0].GetString()!, entry.GetProperty("lintError"), error);
        }
    }
}

/// <summary>
/// The same of the cases of <c>docker build --check</c>; a violation of a rule is no error of the file.
/// </summary>
internal sealed class CheckErrors : IConformanceSet
{
    public string Name => "check-errors";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        using var cases = JsonDocument.Parse(data.ReadText("buildkit", "check-cases.json"));
        foreach (var entry in cases.RootElement.EnumerateArray())
        {
            var theirs = entry.GetProperty("peer").GetProperty("lint").GetProperty("error");
            if (theirs.ValueKind == JsonValueKind.Object
                && theirs.GetProperty("message")
                    .GetString()!
                    .StartsWith("lint violation", System.StringComparison.Ordinal))
            {
                continue;
            }

            var attributes = entry.TryGetProperty("frontendAttrs", out var given) ? given : default;
            var config = new LintConfig { BuildArguments = LintConfig.ReadBuildArguments(attributes) };
            var file = Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!);
            yield return PeerError.Compare(
                $"case {entry.GetProperty("id").GetInt32()}", theirs, new BuildKitCheck(file, config));
        }
    }
}

/// <summary>Compares errors by line; some of the peer's have none.</summary>
internal static class PeerError
{
    public static CaseResult Compare(string name, JsonElement theirs, BuildKitCheck ours)
    {
        var our = (ours.Error is null ? null : (int?)ours.ErrorLine)?.ToString(CultureInfo.InvariantCulture);
        string? their = null;
        if (theirs.ValueKind == JsonValueKind.Object)
        {
            their = theirs.TryGetProperty("ranges", out var ranges)
                && ranges.ValueKind == JsonValueKind.Array
                && ranges.GetArrayLength() > 0
                ? ranges[0].GetProperty("start").GetInt32().ToString(CultureInfo.InvariantCulture)
                : our ?? "anywhere";
        }

        return CaseResult.Compare(name, their, our);
    }
}
