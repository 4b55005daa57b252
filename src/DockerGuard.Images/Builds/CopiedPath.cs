using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;

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

    /// <summary>What ADD unpacks.</summary>
    private static readonly string[] Archives = [".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst"];

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
        if (DestinationOf(written, transfer, stage) is not { } destination) yield break;
        var isFolder = transfer.Sources.Count > 1 || written.EndsWith("/", StringComparison.Ordinal) || written == ".";
        foreach (var word in transfer.Sources)
        {
            var source = Expand(word, transfer, stage).Replace('\\', '/');
            if (source.Length == 0 || source.StartsWith("<<", StringComparison.Ordinal)) continue;
            if (source.IndexOf("://", StringComparison.Ordinal) >= 0) continue;
            yield return new CopiedPath(transfer, source, destination, isFolder);
        }
    }

    /// <summary>
    /// Where a source goes that is one file by its name, absolute; null for folders and patterns. What does not end
    /// with a slash is taken for the file itself.
    /// </summary>
    public string? File
    {
        get
        {
            var name = ContainerPath.Name(Source);
            if (_keepsParents || !IsFile(name) || name.IndexOfAny(ContainerPath.Globs) >= 0) return null;
            return _goesIntoFolder ? Destination.TrimEnd('/') + "/" + name : Destination;
        }
    }

    /// <summary>The path below the source that a path of the stage comes from; null when it does not.</summary>
    public string? OriginOf(string path)
    {
        if (ContainerPath.Below(Destination, path) is not { } rest) return null;
        if (_keepsParents) return ContainerPath.Below(Root(Source), Root(rest)) is null ? null : rest;
        var name = ContainerPath.Name(Source);
        if (name.IndexOfAny(ContainerPath.Globs) >= 0)
        {
            // Of projects/*.csproj each goes into the folder under its own name.
            var folder = Source.Substring(0, Source.Length - name.Length);
            var isBeside = rest.Length > 0 && rest.IndexOf('/') < 0 && folder.IndexOfAny(ContainerPath.Globs) < 0;
            return isBeside ? folder + rest : null;
        }

        if (!IsFile(name)) return rest.Length == 0 ? Source : Source.TrimEnd('/') + "/" + rest;
        var isItself = _goesIntoFolder ? rest == name : rest.Length == 0 || rest == name;
        return isItself ? Source : null;
    }

    /// <summary>The folder of a source that is copied as a file into a folder; null when it is not.</summary>
    public string? FolderOf(string folder)
    {
        var name = ContainerPath.Name(Source);
        var isInto = Destination == folder
            || (!_goesIntoFolder && ContainerPath.Join(Destination, "..") == folder);
        return isInto && !_keepsParents && IsFile(name)
            ? Source.Length == name.Length ? "." : Source.Substring(0, Source.Length - name.Length)
            : null;
    }

    /// <summary>
    /// Every source that may be at a path, or below it where that will do: a file and a folder cannot be told apart by
    /// name. A wildcard in the folder of a source stays in it.
    /// </summary>
    /// <returns>False when a wildcard or <c>--parents</c> may bring the path, and nobody can tell from where.</returns>
    public bool TryFindOrigins(PathQuery query, out IReadOnlyList<string> origins)
    {
        origins = [];
        if (ContainerPath.Below(Destination, query.Path) is not { } rest)
        {
            if (query.IsFolder && ContainerPath.Below(query.Path, Destination) is not null) origins = [Source];
            return true;
        }

        if (_keepsParents) return false;
        var name = ContainerPath.Name(Source.TrimEnd('/'));
        if (query.IsFolder && rest.Length == 0)
        {
            origins = [Source];
            return true;
        }

        if (Source.IndexOfAny(ContainerPath.Globs) >= 0) return TryFindMatches(name, rest, out origins);
        var asFile = rest == name || (rest.Length == 0 && !_goesIntoFolder) ? Source : null;
        var asFolder = IsFile(name) ? null : rest.Length == 0 ? Source : Source.TrimEnd('/') + "/" + rest;
        origins = [.. new[] { asFile, asFolder }.OfType<string>().Distinct()];
        return true;
    }

    /// <summary>Of projects/*.csproj each goes into the folder under its own name.</summary>
    private bool TryFindMatches(string pattern, string rest, out IReadOnlyList<string> origins)
    {
        origins = [];
        if (pattern.IndexOfAny(ContainerPath.Globs) < 0) return rest.Length > 0 && rest != pattern && IsFile(pattern);
        // A pattern of files, for folders have no such endings.
        var end = pattern.Substring(pattern.LastIndexOfAny(ContainerPath.Globs) + 1);
        if (pattern[0] != '*' || pattern.LastIndexOfAny(ContainerPath.Globs) > 0 || !IsFile(end)) return false;
        if (rest.Length == 0 || rest.IndexOf('/') >= 0 || !rest.EndsWith(end, StringComparison.Ordinal)) return true;
        origins = [Source.Substring(0, Source.Length - pattern.Length) + rest];
        return true;
    }

    /// <summary>True when nobody knows where an instruction copies to, or what.</summary>
    public static bool MayGoAnywhere(TransferInstruction transfer, StageEvaluation stage) =>
        transfer.Sources.Any(word => IsOpen(word, transfer, stage)) || HasOpenDestination(transfer, stage);

    /// <summary>True when nobody knows where an instruction copies to.</summary>
    public static bool HasOpenDestination(TransferInstruction transfer, StageEvaluation stage)
    {
        if (transfer.Destination is not { } last || IsOpen(last, transfer, stage)) return true;
        var written = Expand(last, transfer, stage);
        return written.IndexOf('\\') >= 0 || DestinationOf(written, transfer, stage) is null;
    }

    /// <summary>True when text, a download or an archive of an instruction may be at a path or below it.</summary>
    public static bool MayBringOther(PathQuery query, TransferInstruction transfer, StageEvaluation stage) =>
        transfer.Sources.Select(word => Expand(word, transfer, stage)).Any(static source => !IsPlain(source))
            && query.Meets(DestinationOf(Expand(transfer.Destination!, transfer, stage), transfer, stage)!);

    private static bool IsOpen(Word word, TransferInstruction transfer, StageEvaluation stage) =>
        word.HasVariables
            && Expansion.Expand(word.Text, stage.StateBefore(transfer).Variables) is { } expansion
            && (expansion.Missing.Count > 0 || expansion.Error is not null);

    private static bool IsPlain(string source) =>
        source.Length > 0
            && !source.StartsWith("<<", StringComparison.Ordinal)
            && !source.StartsWith("git@", StringComparison.Ordinal)
            && source.IndexOf("://", StringComparison.Ordinal) < 0
            && !Archives.Any(end => source.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The source that brings something to a path of the stage or below it; null when it brings none.
    /// </summary>
    public string? SourceFor(string path) =>
        OriginOf(path) ?? (ContainerPath.Below(path, Destination) is null ? null : Source);

    private static string? DestinationOf(string written, TransferInstruction transfer, StageEvaluation stage) =>
        ContainerPath.Join(StageFolder.Before(transfer, stage), written);

    private static string Root(string path) => PathNames.Clean("/" + path);

    private static bool IsFile(string name) =>
        FileExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Expand(Word word, TransferInstruction transfer, StageEvaluation stage) =>
        stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
}
