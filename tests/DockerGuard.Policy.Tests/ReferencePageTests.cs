using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace DockerGuard.Policy.Tests;

/// <summary>The examples of the policy's page, each loaded as the file it shows.</summary>
[TestClass]
public sealed class ReferencePageTests
{
    public static IEnumerable<object?[]> Examples()
    {
        var fences = ReadFences();
        for (var i = 0; i < fences.Count; i++)
        {
            var (info, line, text) = fences[i];
            if (info == "yaml") yield return [line, text, null];
            else if (info == "yaml error") yield return [line, text, fences[i + 1].Text];
        }
    }

    [TestMethod]
    [DynamicData(nameof(Examples))]
    public void Example(int line, string yaml, string? errors)
    {
        using var scratch = new Scratch()
            .Write("base.dockerguard.yml", "profile: cis")
            .Write("package/dockerguard.yml", "labels: {required: [a]}")
            .Write("src/.dockerguard.yml", yaml);
        var result = scratch.Load("src", resolvePackage: id => id == "Contoso.Policy" ? scratch.At("package") : null);
        var found = result.Diagnostics.Select(error => $"({error.Span.Line},{error.Span.Column}): {error.Message}\n");
        Assert.AreEqual(errors ?? "", string.Concat(found), $"POLICY.md, line {line}");
    }

    [TestMethod]
    public void The_page_has_examples_of_both_kinds()
    {
        var kinds = ReadFences().Select(fence => fence.Info).ToList();
        Assert.IsGreaterThanOrEqualTo(5, kinds.Count(kind => kind == "yaml"));
        Assert.IsGreaterThanOrEqualTo(1, kinds.Count(kind => kind == "yaml error"));
        Assert.IsTrue(kinds.All(kind => kind is "yaml" or "yaml error" or "text"));
    }

    private static List<(string Info, int Line, string Text)> ReadFences([CallerFilePath] string thisFile = "")
    {
        var page = Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "DockerGuard.Policy", "POLICY.md");
        var fences = new List<(string, int, string)>();
        var lines = File.ReadAllLines(page);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```")) continue;
            var end = System.Array.IndexOf(lines, "```", i + 1);
            fences.Add((lines[i][3..], i + 1, string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }
        return fences;
    }
}
