using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance.Sets;

/// <summary>Dockerfiles of real projects: dump and lines of every instruction.</summary>
internal sealed class RealDockerfiles : IConformanceSet
{
    public string Name => "real-dockerfiles";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            var file = Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!);
            var dump = ParserDump.Of(file);
            yield return CaseResult.Compare(
                entry.GetProperty("paths")[0].GetString()!,
                Peer.Join(entry.GetProperty("dump").GetString(), entry.GetProperty("nodes")),
                dump is null ? null : dump + "\n" + Peer.Lines(file));
        }
    }
}

/// <summary>Reads the peer's answers.</summary>
internal static class Peer
{
    public static string? Join(string? dump, JsonElement nodes) =>
        dump is null ? null : dump.TrimEnd('\n') + "\n" + Lines(nodes);

    public static string Lines(JsonElement nodes) =>
        nodes.ValueKind != JsonValueKind.Array ? "" : string.Join(" ", nodes.EnumerateArray().Select(
            node => $"{node.GetProperty("value").GetString()}:{node.GetProperty("startLine").GetInt32()}-"
                + node.GetProperty("endLine").GetInt32()));

    public static string Lines(Dockerfile file) => string.Join(" ", file.Instructions.Select(
        instruction => $"{instruction.KeywordText}:{instruction.StartLine}-{instruction.EndLine}"));
}
