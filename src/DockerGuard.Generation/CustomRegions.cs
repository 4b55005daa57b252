using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Generation;

/// <summary>
/// The lines of a generated file that are the team's own, from <c># dockerguard begin custom</c> to
/// <c># dockerguard end custom</c>: they stay when the file is generated anew, at the place where they stand.
/// </summary>
public sealed class CustomRegions
{
    private const string Begin = "dockerguard begin custom", End = "dockerguard end custom";

    private readonly IReadOnlyList<Region> _regions;

    private CustomRegions(string rest, IReadOnlyList<Region> regions)
    {
        Rest = rest;
        _regions = regions;
    }

    /// <summary>The text without the regions, its lines ended by LF.</summary>
    public string Rest { get; }

    /// <summary>Takes the regions out of a text; null where one has no end, or an end no beginning.</summary>
    public static CustomRegions? Take(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n");
        if (text.IndexOf(Begin, StringComparison.Ordinal) < 0 && text.IndexOf(End, StringComparison.Ordinal) < 0)
            return new CustomRegions(text, []);
        var rest = new StringBuilder();
        var regions = new List<Region>();
        StringBuilder? region = null;
        var (line, restLine) = (0, 1);
        foreach (var content in Lines(text))
        {
            line++;
            if (IsMark(content, Begin))
            {
                if (region is not null) return null;
                region = new StringBuilder();
                regions.Add(new Region(line, restLine, ""));
            }

            if (region is null && IsMark(content, End)) return null;
            (region ?? rest).Append(content);
            if (region is null)
            {
                restLine++;
            }
            else if (IsMark(content, End))
            {
                if (region[region.Length - 1] != '\n') region.Append('\n');
                regions[regions.Count - 1] = regions[regions.Count - 1] with { Text = region.ToString() };
                region = null;
            }
        }

        return region is null ? new CustomRegions(rest.ToString(), regions) : null;
    }

    /// <summary>The line of the first mark that begins a region without an end, or ends none; null for none.</summary>
    public static int? FirstOpen(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int? open = null;
        var number = 0;
        foreach (var content in Lines(text.TrimStart('\uFEFF').Replace("\r\n", "\n")))
        {
            number++;
            if (IsMark(content, Begin))
            {
                if (open is not null) return open;
                open = number;
            }
            else if (IsMark(content, End))
            {
                if (open is null) return number;
                open = null;
            }
        }

        return open;
    }

    /// <summary>
    /// The line of the first region that stands where none is kept; null when there is none. In a Dockerfile regions
    /// are kept before the last <c>USER</c> of the stage <c>base</c>, before the <c>dotnet publish</c> of
    /// <c>build</c>, and before what starts the app in <c>final</c>; in an ignore file at its end.
    /// </summary>
    public int? FirstMisplaced(bool isDockerfile)
    {
        if (_regions.Count == 0) return null;
        var places = Places(Rest, isDockerfile);
        return _regions.FirstOrDefault(region => !places.Any(place => place.Holds(region)))?.Line;
    }

    /// <summary>Puts the regions into a text that is generated, each at its place.</summary>
    public string PutInto(string generated, bool isDockerfile)
    {
        if (_regions.Count == 0) return generated;
        var from = Places(Rest, isDockerfile);
        var to = Places(generated, isDockerfile);
        var text = new StringBuilder();
        var line = 1;
        foreach (var content in Lines(generated).Append(""))
        {
            foreach (var place in to.Where(place => place.Line == line)) Append(text, place.Name, from);
            text.Append(content);
            line++;
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, string place, IReadOnlyList<Place> from)
    {
        foreach (var region in _regions)
            if (from.Any(known => known.Name == place && known.Holds(region))) text.Append(region.Text);
    }

    private static List<Place> Places(string text, bool isDockerfile)
    {
        if (!isDockerfile) return [new Place("end", Lines(text).Count() + 1, int.MaxValue)];
        var file = Dockerfile.Parse(text);
        var places = new List<Place>();
        foreach (var stage in file.Stages)
        {
            var anchor = stage.Name switch
            {
                "base" => stage.Instructions.LastOrDefault(static instruction => instruction is UserInstruction),
                "build" => stage.Instructions.OfType<RunInstruction>().FirstOrDefault(IsPublish),
                "final" => stage.Instructions.FirstOrDefault(
                    static instruction => instruction is EntrypointInstruction or CmdInstruction),
                _ => null,
            };
            if (anchor is not null)
                places.Add(new Place(stage.Name!, LineOf(anchor), anchor.KeywordSpan.Line));
        }

        return places;
    }

    private static bool IsPublish(RunInstruction run) =>
        run.CommandText?.IndexOf("dotnet publish", StringComparison.Ordinal) >= 0;

    /// <summary>The first line of an instruction with the comments that belong to it.</summary>
    private static int LineOf(Instruction instruction) =>
        instruction.LeadingComments.Select(static comment => comment.Span.Line)
            .Concat([instruction.KeywordSpan.Line])
            .Min();

    private static bool IsMark(string line, string mark)
    {
        line = line.Trim();
        return line.Length > mark.Length && line[0] == '#' && line.Substring(1).Trim() == mark;
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is > -1 and var found ? found + 1 : text.Length;
            yield return text.Substring(at, end - at);
            at = end;
        }
    }

    /// <param name="Line">Where it begins, 1-based.</param>
    /// <param name="RestLine">The line of the rest it stands before.</param>
    /// <param name="Text">All its lines, the marks included.</param>
    private sealed record Region(int Line, int RestLine, string Text);

    /// <param name="Name">What the text before and after has in common.</param>
    /// <param name="Line">The line regions are put before.</param>
    /// <param name="LastLine">The last line they may stand before: comments may precede them.</param>
    private sealed record Place(string Name, int Line, int LastLine)
    {
        public bool Holds(Region region) => region.RestLine >= Line && region.RestLine <= LastLine;
    }
}
