using System;
using System.Collections.Generic;
using System.IO;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Conformance.Sets;

/// <summary>BuildKit's table of expansions.</summary>
internal sealed class ShellExpansion : IConformanceSet
{
    public string Name => "shell-expansion";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var number = 0;
        foreach (var line in File.ReadLines(data.PathOf("buildkit", "shell", "envVarTest")))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('|');
            foreach (var platform in cells[0].Trim() == "A" ? "UW" : cells[0].Trim())
            {
                var names = new Dictionary<string, string>(
                    platform == 'W' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
                {
                    ["PWD"] = "/home",
                    ["SHELL"] = "bash",
                    ["KOREAN"] = "한국어",
                    ["NULL"] = "",
                };
                var result = Expansion.Expand(cells[1].Trim(), names);
                yield return CaseResult.Compare(
                    $"line {number} {platform}", cells[2].Trim(), result.Error is null ? result.Value : "error");
            }
        }
    }
}

/// <summary>BuildKit's table of word splitting.</summary>
internal sealed class ShellWords : IConformanceSet
{
    public string Name => "shell-words";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var number = 0;
        var variables = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(data.PathOf("buildkit", "shell", "wordsTest")))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("ENV ", StringComparison.Ordinal))
            {
                var pair = line[4..].TrimStart().Split('=', 2);
                variables[pair[0]] = pair[1];
                continue;
            }

            var cells = line.Split('|');
            var result = Expansion.Expand(cells[0].Trim(), variables);
            yield return CaseResult.Compare(
                $"line {number}",
                cells[1].TrimStart(),
                result.Error is null ? string.Join(",", result.Words) : "error");
        }
    }
}
