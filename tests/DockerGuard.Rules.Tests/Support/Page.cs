using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>A rule's page taken apart: headings, sections and fenced examples.</summary>
internal sealed class Page
{
    private readonly Dictionary<string, List<string>> _sections = [];

    private Page(string file, string[] lines)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        Folder = Path.GetFileName(Path.GetDirectoryName(file)!);
        var section = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, line => line == "```");
                if (end < 0) throw new FormatException($"{Name}: the fence of line {i + 1} does not end");
                Fences.Add(new Fence(lines[i][3..], string.Join('\n', lines[(i + 1)..end]) + "\n"));
                i = end;
            }
            else if (lines[i].StartsWith('#'))
            {
                Headings.Add(section = lines[i]);
                _sections[section] = [];
            }
            else if (lines[i].Length > 0)
            {
                _sections[section].Add(lines[i]);
            }
        }
    }

    /// <param name="Info">The words after the backticks, such as <c>dockerfile bad</c>.</param>
    public sealed record Fence(string Info, string Text);

    public string Name { get; }

    /// <summary>The category's folder.</summary>
    public string Folder { get; }

    public List<string> Headings { get; } = [];

    public List<Fence> Fences { get; } = [];

    public static Page Read(string file) => new(file, File.ReadAllText(file).Split('\n'));

    /// <summary>The lines under a heading that are not blank and not in a fence.</summary>
    public IReadOnlyList<string> Section(string heading) => _sections[heading];

    public IEnumerable<string> Dockerfiles(string kind) =>
        Fences.Where(fence => fence.Info == $"dockerfile {kind}").Select(fence => fence.Text);
}
