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
    private readonly List<PolicyLayer> _layers = [];
    private readonly List<PolicyLayer> _read = [];
    private readonly Dictionary<string, PolicyLayer> _seen = new(PathComparer);
    private readonly HashSet<string> _open = new(PathComparer);

    private ExtendsChain(Func<string, string?>? resolvePackage) => _resolvePackage = resolvePackage;

    /// <summary>The files that could be read, those without <c>extends</c> first.</summary>
    public IReadOnlyList<PolicyLayer> Layers => _layers;

    /// <summary>What the files say, in the order of <see cref="Layers"/>.</summary>
    public IReadOnlyList<PolicyDocument> Documents => [.. _layers.Select(layer => layer.Document!)];

    public IReadOnlyList<Diagnostic> Errors => [.. _read.SelectMany(layer => layer.Errors.InOrder)];

    /// <summary>The files that were read, in the order of reading.</summary>
    public IReadOnlyList<string> Files => [.. _read.Select(layer => layer.Source.Path)];

    /// <summary>Reads policies that hold together, and what they extend: the last one has the last word.</summary>
    public static ExtendsChain Load(IEnumerable<PolicySource> sources, Func<string, string?>? resolvePackage)
    {
        var chain = new ExtendsChain(resolvePackage);
        foreach (var source in sources)
            if (!chain.Has(source.Path)) chain.Visit(source);
        return chain;
    }

    /// <summary>True when a file is among those that were read.</summary>
    public bool Has(string path) => _seen.ContainsKey(path);

    private PolicyLayer Visit(PolicySource source)
    {
        var layer = new PolicyLayer(source, new PolicyErrors(source.Path));
        _read.Add(layer);
        _seen.Add(source.Path, layer);
        _open.Add(source.Path);
        if (PolicyText.Read(source.Path, layer.Errors) is { } text)
        {
            var reading = new PolicyReading(source.Path, source.WaiverFolder, layer.Errors);
            layer.Document = PolicyDocument.Read(YamlTreeReader.Read(text, layer.Errors), reading);
            foreach (var entry in PolicySections.Extends.Of(layer.Document) ?? []) Extend(layer, entry);
            _layers.Add(layer);
        }

        _open.Remove(source.Path);
        return layer;
    }

    private void Extend(PolicyLayer layer, ExtendsEntry entry)
    {
        var target = ExtendsTarget.Resolve(layer.Source, entry.Text, _resolvePackage, out var problem);
        if (target is not null)
        {
            if (_open.Contains(target.Path))
            {
                problem = "leads back to this file";
            }
            // Two bases may share a base; it counts once, below both.
            else if (_seen.TryGetValue(target.Path, out var known))
            {
                layer.Bases.Add(known);
                return;
            }
            else if (_open.Count > MaxDepth)
            {
                problem = $"is more than {MaxDepth} files deep";
            }
            else if (_seen.Count > MaxFiles)
            {
                problem = $"is one file too many: a policy extends at most {MaxFiles}";
            }
            else if (FileProbe.At(target.Path) is var found && found == Existing.Nothing)
            {
                problem = "does not exist";
            }
            else if (found == Existing.Folder)
            {
                problem = "is a folder, not a file";
            }
        }

        if (problem is null) layer.Bases.Add(Visit(target!));
        else layer.Errors.Add(entry.Span, $"extended policy {Sentence.Quote(entry.Text)} {problem}");
    }
}
