using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Policy.Tests;

/// <summary>The page about the policy.</summary>
internal static class PolicyPage
{
    public static string File { get; } = RepositoryRoot.File("src", "DockerGuard.Policy", "POLICY.md");

    /// <summary>The chapters about keys: those whose heading is nothing but a key.</summary>
    public static IReadOnlyDictionary<string, string> Chapters { get; } =
        System.IO.File.ReadAllText(File).Split("\n#").Select(chapter => chapter.TrimStart('#').Split('\n', 2))
            .Where(chapter => chapter[0].StartsWith(" `", StringComparison.Ordinal) && chapter[0].EndsWith('`'))
            .ToDictionary(chapter => chapter[0].Trim(' ', '`'), chapter => chapter[1]);

    /// <summary>The fenced blocks: what stands behind the fence, the line it begins on, its text.</summary>
    public static List<(string Info, int Line, string Text)> ReadFences() => ReadFences(File);

    /// <summary>The fenced blocks of another page.</summary>
    public static List<(string Info, int Line, string Text)> ReadFences(string file)
    {
        var fences = new List<(string, int, string)>();
        var lines = System.IO.File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            fences.Add((lines[i][3..], i + 1, string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }

        return fences;
    }
}
