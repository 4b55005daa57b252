using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

/// <summary>Short ways to parse and to find things in the tests.</summary>
internal static class Fixture
{
    public static T Only<T>(string text) where T : Instruction =>
        Dockerfile.Parse(text).Instructions.OfType<T>().Single();

    public static StageEvaluation Final(string text, BuildOptions? options = null) =>
        BuildEvaluation.Evaluate(Dockerfile.Parse(text), options ?? new BuildOptions()).Final!;

    /// <summary>The text a span covers, read back by lines and columns only.</summary>
    public static string TextAt(string text, SourceSpan span)
    {
        var lines = text.Split('\n');
        var start = lines.Take(span.Line - 1).Sum(line => line.Length + 1) + span.Column - 1;
        var end = lines.Take(span.EndLine - 1).Sum(line => line.Length + 1) + span.EndColumn - 1;
        return text[start..end];
    }
}
