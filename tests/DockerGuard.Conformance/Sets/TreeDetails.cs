using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// What the dump leaves out: exec form, heredocs, comments above, empty continuation lines, escape character.
/// </summary>
internal abstract class TreeDetails : IConformanceSet
{
    public abstract string Name { get; }

    public abstract IEnumerable<CaseResult> Run(ConformanceData data);

    protected static string Ours(Dockerfile file) => string.Join("\n", file.Instructions.Select(Ours));

    protected static string Theirs(JsonElement nodes) => string.Join("\n", nodes.EnumerateArray().Select(TheirNode));

    private static string Ours(Instruction instruction)
    {
        var text = new StringBuilder(instruction.KeywordText);
        Append(text, "args", ParserDump.Arguments(instruction));
        Append(text, "flags", instruction.Flags.Select(flag => flag.Text));
        Append(text, "comments", instruction.LeadingComments.Select(CommentAsPeer));
        Append(text, "json", instruction.IsJson ? ["true"] : []);
        foreach (var heredoc in instruction.Heredocs)
        {
            Append(
                text,
                "heredoc",
                [heredoc.Name, $"{heredoc.FileDescriptor}", $"{heredoc.Expand}", $"{heredoc.Chomp}", heredoc.Content]);
        }

        return text.ToString();
    }

    private static string TheirNode(JsonElement node)
    {
        var text = new StringBuilder(node.GetProperty("value").GetString());
        Append(text, "args", Strings(node, "args"));
        Append(text, "flags", Strings(node, "flags"));
        Append(text, "comments", Strings(node, "prevComment"));
        Append(
            text,
            "json",
            node.TryGetProperty("attributes", out var attributes) && attributes.TryGetProperty("json", out _)
                ? ["true"]
                : []);
        if (!node.TryGetProperty("heredocs", out var heredocs)) return text.ToString();
        foreach (var heredoc in heredocs.EnumerateArray())
        {
            Append(text, "heredoc", [
                heredoc.GetProperty("name").GetString()!, $"{heredoc.GetProperty("fd").GetInt32()}",
                $"{heredoc.GetProperty("expand").GetBoolean()}",
                $"{heredoc.GetProperty("chomp").GetBoolean()}", heredoc.GetProperty("content").GetString()!]);
        }

        return text.ToString();
    }

    // The peer cuts one byte off the line, indented or not, so the number sign of an indented comment stays.
    private static string CommentAsPeer(Comment comment) => comment.ToString().TrimStart('\uFEFF')[1..].Trim();

    private static IEnumerable<string> Strings(JsonElement node, string name) =>
        node.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(value => value.GetString()!)
            : [];

    private static void Append(StringBuilder text, string name, IEnumerable<string> values)
    {
        foreach (var value in values) text.Append(' ').Append(name).Append('=').Append(GoQuote.Quote(value));
    }
}

/// <summary>Details of the edge cases.</summary>
internal sealed class EdgeCaseDetails : TreeDetails
{
    public override string Name => "edge-cases-details";

    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var ast = entry.GetProperty("ast");
            if (!ast.TryGetProperty("nodes", out var nodes)) continue;
            var file = Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64());
            var empty = file.Instructions.Where(instruction => instruction.HasEmptyContinuationLine)
                .Select(instruction => $"{instruction.EndLine}");
            var warned = ast.GetProperty("warnings")
                .EnumerateArray()
                .Select(warning => $"{warning.GetProperty("line").GetInt32()}");
            yield return CaseResult.Compare(
                name,
                $"{Theirs(nodes)}\n{ast.GetProperty("escape").GetString()} {string.Join(" ", warned)}",
                $"{Ours(file)}\n{file.EscapeCharacter} {string.Join(" ", empty)}");
        }
    }
}

/// <summary>Details of the real Dockerfiles.</summary>
internal sealed class RealDockerfileDetails : TreeDetails
{
    public override string Name => "real-details";

    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            if (entry.GetProperty("nodes").ValueKind != JsonValueKind.Array) continue;
            var file = Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!);
            yield return CaseResult.Compare(
                entry.GetProperty("paths")[0].GetString()!, Theirs(entry.GetProperty("nodes")), Ours(file));
        }
    }
}
