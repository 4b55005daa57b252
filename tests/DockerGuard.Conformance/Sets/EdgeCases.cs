using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Conformance.Sets;

/// <summary>Small files at the edges of the language: dump and lines.</summary>
internal sealed class EdgeCaseTrees : IConformanceSet
{
    public string Name => "edge-cases-trees";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var file = Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64());
            var ast = entry.GetProperty("ast");
            var dump = ParserDump.Of(file);
            var theirs = ast.TryGetProperty("dump", out var dumped)
                ? Peer.Join(dumped.GetString(), ast.GetProperty("nodes"))
                : null;
            yield return CaseResult.Compare(name, theirs, dump is null ? null : dump + "\n" + Peer.Lines(file));
        }
    }
}

/// <summary>The same files: whether a check stops with an error, and on which line.</summary>
internal sealed class EdgeCaseErrors : IConformanceSet
{
    public string Name => "edge-cases-errors";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var error = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64()), new LintConfig());
            yield return PeerError.Compare(
                name, entry.GetProperty("lint").TryGetProperty("error", out var theirs) ? theirs : default, error);
        }
    }
}

/// <summary>The same files: the frontend image they ask for.</summary>
internal sealed class EdgeCaseSyntax : IConformanceSet
{
    public string Name => "edge-cases-syntax";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var ours = Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64()).SyntaxImage;
            var theirs = entry.GetProperty("directives").TryGetProperty("syntax", out var found)
                ? $"{found.GetProperty("ref").GetString()}|{found.GetProperty("cmdline").GetString()}|"
                    + found.GetProperty("line").GetInt32()
                : null;
            yield return CaseResult.Compare(
                name, theirs, ours is null ? null : $"{ours.Image}|{ours.Text}|{ours.Span.Line}");
        }
    }
}

/// <summary>Words expanded and divided, with both escape characters.</summary>
internal sealed class EdgeCaseWords : IConformanceSet
{
    public string Name => "edge-cases-words";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "edge-cases.jsonl"))
        {
            if (!entry.TryGetProperty("word", out var word)) continue;
            var text = word.GetString()!;
            var variables = entry.GetProperty("env").EnumerateArray()
                .Select(pair => pair.GetString()!.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            yield return CaseResult.Compare(
                text + " with \\", Theirs(entry.GetProperty("out")), Ours(Expansion.Expand(text, variables)));
            yield return CaseResult.Compare(
                text + " with `",
                Theirs(entry.GetProperty("out_backtick")),
                Ours(Expansion.Expand(text, variables, '`')));
        }
    }

    private static string Ours(Expansion result) => result.Error is not null
        ? "error"
        : $"{result.Value}|{string.Join(",", result.Words)}|{Sorted(result.Matched)}|{Sorted(result.Unmatched)}";

    private static string Theirs(JsonElement answer)
    {
        if (answer.TryGetProperty("error", out _)) return "error";
        return $"{answer.GetProperty("result").GetString()}|{string.Join(",", Strings(answer.GetProperty("words")))}"
            + $"|{Sorted(Strings(answer.GetProperty("matched")))}|{Sorted(Strings(answer.GetProperty("unmatched")))}";
    }

    private static IEnumerable<string> Strings(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Select(item => item.GetString()!) : [];

    private static string Sorted(IEnumerable<string> names) => string.Join(",", names.Order(StringComparer.Ordinal));
}

/// <summary>Reads the file of edge cases.</summary>
internal static class EdgeCases
{
    public static IEnumerable<(JsonElement Entry, string Name)> Files(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "edge-cases.jsonl"))
        {
            if (!entry.TryGetProperty("dockerfile", out var text)) continue;
            var shown = GoQuote.Quote(text.GetString()!);
            yield return (
                entry, $"{entry.GetProperty("cat").GetString()} {(shown.Length > 120 ? shown[..120] : shown)}");
        }
    }
}
