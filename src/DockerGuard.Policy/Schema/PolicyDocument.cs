using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Schema;

/// <summary>What one policy file says, before the files it extends are added; null and empty mean "says nothing".</summary>
internal sealed class PolicyDocument
{
    public string? Profile { get; set; }

    public int? Level { get; set; }

    public List<ExtendsEntry> Extends { get; } = [];

    /// <summary>Severities by rule id.</summary>
    public Dictionary<string, Severity> Severities { get; } = [];

    public List<string> TrustedRegistries { get; } = [];

    public Dictionary<string, string> Mirrors { get; } = [];

    public List<string> RequiredLabels { get; } = [];

    /// <summary>Types of labels by key.</summary>
    public Dictionary<string, LabelType> LabelSchema { get; } = [];

    public bool? HasStrictLabels { get; set; }

    public List<Waiver> Waivers { get; } = [];
}

/// <summary>One value of <c>extends</c>.</summary>
internal sealed record ExtendsEntry(string Text, SourceSpan Span);
