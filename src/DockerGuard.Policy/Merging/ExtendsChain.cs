using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Files;
using DockerGuard.Policy.Sections;
using DockerGuard.Policy.Sections.Extends;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Merging;

/// <summary>A policy file and every file it extends, each read once, base first.</summary>
internal sealed class ExtendsChain
{
    /// <summary>How many files a policy may extend, directly or not.</summary>
    internal const int MaxFiles = 16;

    /// <summary>How many files may stand one on the other above the policy.</summary>
    internal const int MaxDepth = 8;

    private static readonly StringComparer PathComparer =
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly Func<string, string?>? _resolvePackage;
    private readonly List<PolicyDocument> _documents = [];
    private readonly List<PolicyErrors> _errors = [];
    private readonly List<string> _files = [];
    private readonly HashSet<string> _seen = new(PathComparer);
    private readonly HashSet<string> _open = new(PathComparer);

    private ExtendsChain(Func<string, string?>? resolvePackage) => _resolvePackage = resolvePackage;

    /// <summary>What the files say, those without <c>extends</c> first.</summary>
    public IReadOnlyList<PolicyDocument> Documents => _documents;

    public IReadOnlyList<Diagnostic> Errors => [.. _errors.SelectMany(file => file.InOrder)];

    /// <summary>The files that were read, in the order of reading.</summary>
    public IReadOnlyList<string> Files => _files;

    public static ExtendsChain Load(string path, Func<string, string?>? resolvePackage)
    {
        var chain = new ExtendsChain(resolvePackage);
        chain.Visit(new PolicySource(path, Path.GetDirectoryName(path)!, null));
        return chain;
    }

    private void Visit(PolicySource source)
    {
        var fileErrors = new PolicyErrors(source.Path);
        _errors.Add(fileErrors);
        _files.Add(source.Path);
        _seen.Add(source.Path);
        _open.Add(source.Path);
        if (PolicyText.Read(source.Path, fileErrors) is { } text)
        {
            var reading = new PolicyReading(source.Path, source.WaiverFolder, fileErrors);
            var document = PolicyDocument.Read(YamlTreeReader.Read(text, fileErrors), reading);
            foreach (var entry in PolicySections.Extends.Of(document) ?? []) Extend(source, entry, fileErrors);
            _documents.Add(document);
        }

        _open.Remove(source.Path);
    }

    private void Extend(PolicySource source, ExtendsEntry entry, PolicyErrors fileErrors)
    {
        var target = ExtendsTarget.Resolve(source, entry.Text, _resolvePackage, out var problem);
        if (target is not null)
        {
            if (_open.Contains(target.Path)) problem = "leads back to this file";
            // Two bases may share a base; it counts once, below both.
            else if (_seen.Contains(target.Path)) return;
            else if (_open.Count > MaxDepth) problem = $"is more than {MaxDepth} files deep";
            else if (_seen.Count > MaxFiles) problem = $"is one file too many: a policy extends at most {MaxFiles}";
            else if (FileProbe.At(target.Path) is var found && found == Existing.Nothing) problem = "does not exist";
            else if (found == Existing.Folder) problem = "is a folder, not a file";
        }

        if (problem is not null) fileErrors.Add(entry.Span, $"extended policy {Sentence.Quote(entry.Text)} {problem}");
        else Visit(target!);
    }
}
