using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance;

/// <summary>Answers requests, one JSON object a line.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

            if (request?.Dockerfile is null)
                return $"line {number} is no request: a JSON object with an id and a dockerfile, both on one line";
            var config = LintConfig.Read(request.Config, request.Ignorefile);
            if (!Profiles.All.Contains(config.Profile))
            {
                return $"line {number} asks for profile {GoQuote.Quote(config.Profile)}: there are "
                    + string.Join(", ", Profiles.All);
            }

            answers.WriteLine(JsonSerializer.Serialize(Answer(request, config), Options));
        }

        return null;
    }

    private static object Answer(Request request, LintConfig config)
    {
        var file = Dockerfile.Parse(request.Dockerfile!);
        var check = new BuildKitCheck(file, config);
        return new
        {
            request.Id,
            Dump = ParserDump.Of(file),
            Error = check.Error is { } error ? new { error.Message, Line = check.ErrorLine } : null,
            Nodes = file.Instructions.Select(node => new { Value = node.KeywordText, node.StartLine, node.EndLine }),
            Buildkit = check.Warnings()
                .Select(warning => new { Rule = warning.Code, StartLine = warning.Line, warning.Message }),
            Hadolint = Lint.Hadolint(file, config, withShellCheck: true),
            Dockerguard = Lint.Run(file, config, config.Profile, withShellCheck: true).Select(Finding),
        };
    }

    private static object Finding(Diagnostic finding) => new
    {
        finding.Descriptor.Id,
        Severity = finding.Severity.ToString().ToLowerInvariant(),
        finding.Span.Line,
        finding.Span.Column,
        finding.Span.EndLine,
        finding.Span.EndColumn,
        finding.Message,
    };

    /// <summary>A request.</summary>
    internal sealed record Request(JsonElement Id, string? Dockerfile, string? Ignorefile, JsonElement? Config);
}
