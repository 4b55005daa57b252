using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>One source of a COPY or ADD, and where it goes.</summary>
internal sealed class CopiedPath
{
    /// <summary>What is a file by its name; a folder may have a dot in its name, as projects' do.</summary>
    private static readonly string[] FileExtensions =
    [
        ".cmd", ".conf", ".config", ".crt", ".cs", ".csproj", ".dll", ".editorconfig", ".fsproj", ".globalconfig",
        ".gz", ".json", ".lock", ".md", ".pem", ".pfx", ".proj", ".props", ".ps1", ".rsp", ".ruleset", ".sh", ".sln",
        ".slnf", ".slnx", ".snk", ".targets", ".txt", ".vbproj", ".xml", ".yaml", ".yml", ".zip",
    ];

    private static readonly char[] Globs = ['*', '?', '['];

    private readonly bool _keepsParents;
    private readonly bool _goesIntoFolder;

    private CopiedPath(TransferInstruction instruction, string source, string destination, bool goesIntoFolder)
    {
        Instruction = instruction;
        Source = source;
        Destination = destination;
        _goesIntoFolder = goesIntoFolder;
        _keepsParents = instruction.FindFlag("parents") is { Value: not "false" };
    }

    public TransferInstruction Instruction { get; }

    /// <summary>The source, expanded.</summary>
    public string Source { get; }

    /// <summary>Where it goes, absolute.</summary>
    public string Destination { get; }

    /// <summary>True when it comes from a stage or an image.</summary>
    public bool IsFromElsewhere => Instruction.FindFlag("from") is not null;

    /// <summary>What an instruction brings; nothing where its destination is not known.</summary>
    public static IEnumerable<CopiedPath> Of(TransferInstruction transfer, StageEvaluation stage)
    {
        if (transfer.Destination is not { } last) yield break;
        var written = Expand(last, transfer, stage);
        var directory = stage.StateBefore(transfer).WorkingDirectory ?? (stage.Base is null ? null : "/");
        var destination = ContainerPath.Join(directory, written);
        if (destination is null) yield break;
        var isFolder = transfer.Sources.Count > 1 || written.EndsWith("/", StringComparison.Ordinal) || written == ".";
        foreach (var word in transfer.Sources)
        {
            var source = Expand(word, transfer, stage).Replace('\\', '/');
            if (source.Length == 0 || source.StartsWith("<<", StringComparison.Ordinal)) continue;
            if (source.IndexOf("://", StringComparison.Ordinal) >= 0) continue;
            yield return new CopiedPath(transfer, source, destination, isFolder);
        }
    }

    /// <summary>The path below the source that a path of the stage comes from; null when it does not.</summary>
    public string? OriginOf(string path)
    {
        if (ContainerPath.Below(Destination, path) is not { } rest) return null;
        if (_keepsParents) return ContainerPath.Below(Root(Source), Root(rest)) is null ? null : rest;
        var name = ContainerPath.Name(Source);
        if (name.IndexOfAny(Globs) >= 0)
        {
            // Of projects/*.csproj each goes into the folder under its own name.
            var folder = Source.Substring(0, Source.Length - name.Length);
            var isBeside = rest.Length > 0 && rest.IndexOf('/') < 0 && folder.IndexOfAny(Globs) < 0;
            return isBeside ? folder + rest : null;
        }

        if (!IsFile(name)) return rest.Length == 0 ? Source : Source.TrimEnd('/') + "/" + rest;
        var isItself = _goesIntoFolder ? rest == name : rest.Length == 0 || rest == name;
        return isItself ? Source : null;
    }

    /// <summary>
    /// The source that brings something to a path of the stage or below it; null when it brings none.
    /// </summary>
    public string? SourceFor(string path) =>
        OriginOf(path) ?? (ContainerPath.Below(path, Destination) is null ? null : Source);

    private static string Root(string path) => PathNames.Clean("/" + path);

    private static bool IsFile(string name) =>
        FileExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Expand(Word word, TransferInstruction transfer, StageEvaluation stage) =>
        stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
}
