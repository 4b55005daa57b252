using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// Names findings so that a name outlives moved lines, new line ends and other layout: made of the rule, the file, and
/// what the instruction says. Equal ones are numbered in the order they are asked for.
/// </summary>
/// <param name="dockerfiles">
/// The linted files by absolute path. A finding in another file is named by its message, one in an image by path and
/// message: layers come and go.
/// </param>
/// <param name="folder">Absolute path of the folder that files are named from.</param>
public sealed class Fingerprints(IReadOnlyDictionary<string, Dockerfile> dockerfiles, string folder)
{
    /// <summary>What the name of an image begins with, where files are named by their paths.</summary>
    public const string ImageMark = "image:";

    private const int Digits = 16;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<Instruction, string> _texts = [];

    /// <summary>The fingerprint of the next finding: 16 hexadecimal digits.</summary>
    public string Next(Diagnostic finding)
    {
        var name = $"{finding.Descriptor.Key}\n{NameOf(finding.Origin)}\n{Subject(finding)}";
        _counts.TryGetValue(name, out var count);
        _counts[name] = count + 1;
        return Sha256.Hex($"{name}\n{count.ToString(CultureInfo.InvariantCulture)}", Digits);
    }

    /// <summary>
    /// The path of a place's file from the folder; of a place in an image, the mark and the reference.
    /// </summary>
    public string NameOf(Origin origin) =>
        origin is FileOrigin place ? FileOf(place.File) : ImageMark + origin.Artifact;

    /// <summary>The path of a file from the folder; the whole path of a file on another volume.</summary>
    public string FileOf(string path) => RelativePath.From(folder, path);

    private string Subject(Diagnostic finding)
    {
        if (finding.Origin is ImageOrigin { Path: { } path }) return $"{path}\n{finding.Message}";
        if (!dockerfiles.TryGetValue(finding.File, out var file)) return finding.Message;
        if (At(file, finding.Span.Line) is not { } instruction) return finding.Message;
        if (!_texts.TryGetValue(instruction, out var text)) _texts.Add(instruction, text = TextOf(instruction));
        return text;
    }

    /// <summary>The instruction a line belongs to; null for a line between instructions.</summary>
    private static Instruction? At(Dockerfile file, int line)
    {
        int low = 0, high = file.Instructions.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (file.Instructions[middle].EndLine < line) low = middle + 1;
            else high = middle;
        }

        return low < file.Instructions.Count && file.Instructions[low].StartLine <= line
            ? file.Instructions[low]
            : null;
    }

    /// <summary>
    /// Keyword, flags, arguments and here-documents, with a single blank wherever there is white space.
    /// </summary>
    private static string TextOf(Instruction instruction)
    {
        var text = new StringBuilder(instruction.Keyword);
        foreach (var flag in instruction.Flags) Append(text, flag.Text);
        Append(text, instruction.Arguments);
        foreach (var heredoc in instruction.Heredocs) Append(text, heredoc.Content);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string part)
    {
        var isBlank = true;
        foreach (var c in part)
        {
            if (char.IsWhiteSpace(c))
            {
                isBlank = true;
                continue;
            }

            if (isBlank) text.Append(' ');
            isBlank = false;
            text.Append(c);
        }
    }
}
