using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// Two stages share a name, and the later one hides the earlier. Source: BuildKit DuplicateStageName, hadolint DL3024,
/// Trivy DS-0012.
/// </summary>
/// <param name="comparer">Which names are the same; BuildKit does not tell capitals apart.</param>
public sealed class DG5004DuplicateStageName(StringComparer? comparer = null) : FileRule
{
    private readonly StringComparer _comparer = comparer ?? StringComparer.OrdinalIgnoreCase;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5004DuplicateStageName", "duplicate stage name", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "DuplicateStageName"), new("hadolint", "DL3024", Severity.Error), new("trivy", "DS-0012"),
            new("checkov", "CKV_DOCKER_11"), new("kics", "f2daed12-c802-49cd-afed-fe41d0b82fed"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        var names = new HashSet<string>(_comparer);
        foreach (var stage in file.Stages)
        {
            if (stage.From.StageName is { } name && !names.Add(name.Value))
            {
                context.Report(name.Span, $"an earlier stage is named '{name.Value}' already",
                    values: [name.Value]);
            }
        }
    }
}
