using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Conformance.Sets;

/// <summary>One path against a list of patterns: refused, ignored or not.</summary>
internal sealed class IgnoreMatches : IConformanceSet
{
    public string Name => "ignore-matches";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var number = 0;
        foreach (var entry in IgnoreCases.Read(data, "match"))
        {
            var patterns = IgnoreCases.Strings(entry, "patterns");
            var path = entry.GetProperty("path").GetString()!;
            var isRefused = entry.TryGetProperty("error", out var error)
                && error.ValueKind is not (JsonValueKind.False or JsonValueKind.Null);
            var file = IgnoreFile.Parse(string.Join('\n', patterns));
            yield return CaseResult.Compare(
                $"{++number} {string.Join(' ', patterns)} {path}",
                isRefused ? "refused" : entry.GetProperty("ignored").GetBoolean().ToString(),
                file.Errors.Count > 0 ? "refused" : file.Matches(path).ToString());
        }
    }
}

/// <summary>How a pattern is compared with paths, and the regular expression it stands for.</summary>
internal sealed class IgnoreExpressions : IConformanceSet
{
    public string Name => "ignore-expressions";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in IgnoreCases.Read(data, "compile"))
        {
            var text = entry.GetProperty("pattern").GetString()!;
            var pattern = IgnoreFile.Parse(text).Patterns.Single();
            var match = pattern.Match == IgnoreMatch.Expression
                ? "regexp"
                : pattern.Match.ToString().ToLowerInvariant();
            yield return CaseResult.Compare(
                text,
                $"{entry.GetProperty("type").GetString()} {entry.GetProperty("regexp").GetString()}",
                $"{match} {pattern.Expression}");
        }
    }
}

/// <summary>The patterns read from a file.</summary>
internal sealed class IgnoreLines : IConformanceSet
{
    public string Name => "ignore-lines";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var number = 0;
        foreach (var (text, entry) in IgnoreCases.Read(data, "ignorefile")
                     .Select(entry => (entry.GetProperty("content").GetString()!, entry))
                     .Concat(IgnoreCases.Read(data, "trees")
                         .Select(entry => (entry.GetProperty("dockerignore").GetString()!, entry))))
        {
            var ours = IgnoreFile.Parse(text).Patterns.Select(pattern => pattern.Text);
            yield return CaseResult.Compare(
                $"file {++number}", string.Join('\n', IgnoreCases.Strings(entry, "patterns")), string.Join('\n', ours));
        }
    }
}

/// <summary>The files of a whole tree that a build is sent.</summary>
internal sealed class IgnoreTrees : IConformanceSet
{
    public string Name => "ignore-trees";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var number = 0;
        var paths = IgnoreCases.Read(data, "treeFiles").Select(path => path.GetString()!).ToList();
        foreach (var entry in IgnoreCases.Read(data, "trees"))
        {
            var file = IgnoreFile.Parse(entry.GetProperty("dockerignore").GetString()!);
            yield return CaseResult.Compare(
                $"tree {++number}",
                string.Join('\n', IgnoreCases.Strings(entry, "included")),
                string.Join('\n', paths.Where(path => !file.IsIgnored(path))));
        }
    }
}

/// <summary>Reads the file of cases.</summary>
internal static class IgnoreCases
{
    public static List<JsonElement> Read(ConformanceData data, string name)
    {
        using var cases = JsonDocument.Parse(data.ReadText("context", "dockerignore-cases.json"));
        return cases.RootElement.GetProperty(name).EnumerateArray().Select(entry => entry.Clone()).ToList();
    }

    public static IEnumerable<string> Strings(JsonElement entry, string name) =>
        entry.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
