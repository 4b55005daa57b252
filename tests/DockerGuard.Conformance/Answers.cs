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

    /// <summary>Answers every line; the result is null, or a sentence about the line that is no request.</summary>
    public static string? Run(TextReader requests, TextWriter answers)
    {
        for (var number = 1; requests.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            Request? request;
            try
            {
                request = JsonSerializer.Deserialize<Request>(line, Options);
            }
            catch (JsonException)
            {
                request = null;
            }
            if (request?.Dockerfile is null) return $"line {number} is no request: a JSON object with an id and a dockerfile, both on one line";
            answers.WriteLine(JsonSerializer.Serialize(Answer(request), Options));
        }
        return null;
    }

    /// <summary>The first error of <c>docker build --check</c>: the first step that has one decides.</summary>
    public static ErrorAnswer? FirstError(Dockerfile file, BuildOptions? options = null)
    {
        foreach (var kind in new[] { DockerfileErrorKind.Directive, DockerfileErrorKind.Syntax, DockerfileErrorKind.Instruction })
        {
            if (file.Errors.FirstOrDefault(error => error.Kind == kind) is not { } found) continue;
            return new ErrorAnswer(found.Message, LineAsPeer(found));
        }
        var evaluation = BuildEvaluation.Evaluate(file, options ?? new BuildOptions());
        return evaluation.Errors.Count == 0 ? null : new ErrorAnswer(evaluation.Errors[0].Message, LineAsPeer(evaluation.Errors[0]));
    }

    private static int LineAsPeer(DockerfileError error)
    {
        if (error.Instruction is { } instruction) return instruction.StartLine;
        // BuildKit counts a line once it is read: a wrong directive and a line that is too long stand on the one before.
        var isWholeLine = error.Kind == DockerfileErrorKind.Syntax && error.Span.Column < error.Span.EndColumn;
        return error.Kind == DockerfileErrorKind.Directive || isWholeLine ? error.Span.Line - 1 : error.Span.Line;
    }

    private static object Answer(Request request)
    {
        var file = Dockerfile.Parse(request.Dockerfile!);
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
