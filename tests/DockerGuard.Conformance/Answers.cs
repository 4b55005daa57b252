using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance;

/// <summary>Answers requests, one JSON object a line.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(TextReader requests, TextWriter answers)
    {
        while (requests.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            answers.WriteLine(JsonSerializer.Serialize(Answer(JsonSerializer.Deserialize<Request>(line, Options)!), Options));
        }
    }

    /// <summary>The first error of <c>docker build --check</c>: the first step that has one decides.</summary>
    public static ErrorAnswer? FirstError(Dockerfile file, BuildOptions? options = null)
    {
        foreach (var kind in new[] { DockerfileErrorKind.Directive, DockerfileErrorKind.Syntax, DockerfileErrorKind.Instruction })
        {
            if (file.Errors.FirstOrDefault(error => error.Kind == kind) is not { } found) continue;
            // BuildKit counts a directive's line only after it is read.
            if (kind == DockerfileErrorKind.Directive) return new ErrorAnswer(found.Message, found.Span.Line - 1);
            return new ErrorAnswer(found.Message, kind == DockerfileErrorKind.Instruction && found.Instruction is { } at ? at.StartLine : StartLine(found));
        }
        var evaluation = BuildEvaluation.Evaluate(file, options ?? new BuildOptions());
        return evaluation.Errors.Count == 0 ? null : new ErrorAnswer(evaluation.Errors[0].Message, StartLine(evaluation.Errors[0]));
    }

    private static int StartLine(DockerfileError error) => error.Instruction?.StartLine ?? error.Span.Line;

    private static object Answer(Request request)
    {
        var file = Dockerfile.Parse(request.Dockerfile ?? "");
        var findings = Findings(file, request);
        return new
        {
            request.Id,
            Dump = ParserDump.Of(file),
            Error = FirstError(file),
            Nodes = file.Instructions.Select(node => new { Value = node.KeywordText, node.StartLine, node.EndLine }),
            findings.Buildkit,
            findings.Hadolint,
            findings.Dockerguard,
        };
    }

    /// <summary>What the rules find, in the profile of each peer and in the one asked for.</summary>
    private static (IReadOnlyList<object> Buildkit, IReadOnlyList<object> Hadolint, IReadOnlyList<object> Dockerguard) Findings(Dockerfile file, Request request)
    {
        _ = file;
        _ = request;
        return ([], [], []);
    }

    /// <summary>A request.</summary>
    internal sealed record Request(JsonElement Id, string? Dockerfile, string? Ignorefile, JsonElement? Config);

    /// <summary>The error of an answer.</summary>
    internal sealed record ErrorAnswer(string Message, int Line);
}
