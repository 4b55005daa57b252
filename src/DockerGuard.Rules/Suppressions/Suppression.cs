using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>A comment that silences rules: on the next instruction, or in the whole file.</summary>
internal sealed class Suppression
{
    /// <summary>The rules it names; null means all rules that have an alias of <see cref="Tool"/> (BuildKit's <c>skip=all</c>).</summary>
    public required IReadOnlyList<RuleDescriptor>? Rules { get; init; }

    /// <summary>Whose comment it is; <c>dockerguard</c> for ours.</summary>
    public required string Tool { get; init; }

    /// <summary>The ids as written, for the message about a stale one.</summary>
    public required string Written { get; init; }

    /// <summary>The place of the comment.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The instruction it covers; null: the whole file.</summary>
    public required Instruction? Scope { get; init; }

    private bool Covers(Diagnostic finding)
    {
        if (finding.Descriptor.IsTool) return false;
        var named = Rules is null ? finding.Descriptor.Aliases.Any(alias => alias.Tool == Tool) : Rules.Contains(finding.Descriptor);
        if (!named) return false;
        return Scope is null || (finding.Span.Line >= Scope.Span.Line && finding.Span.Line <= Scope.Span.EndLine);
    }

    /// <summary>Takes the silenced findings away and adds those about suppressions that are malformed or silence nothing.</summary>
    public static IEnumerable<Diagnostic> Apply(Dockerfile file, string path, RuleSettings settings, List<Diagnostic> findings)
    {
        var reader = new SuppressionReader(file, path, settings);
        reader.Read();
        var used = new HashSet<Suppression>();
        var left = new List<Diagnostic>(findings.Count);
        foreach (var finding in findings)
        {
            // A suppression in another file's comments never reaches here: image findings of a Dockerfile lie in that Dockerfile.
            var covering = reader.Suppressions.Where(suppression => finding.File == path && suppression.Covers(finding)).ToList();
            used.UnionWith(covering);
            if (covering.Count == 0) left.Add(finding);
        }

        foreach (var stale in reader.Suppressions.Where(suppression => suppression.Tool == SuppressionReader.Ours && !used.Contains(suppression)))
        {
            // A comment for a rule that is off is not stale: another profile may need it.
            if (stale.Rules!.Any(rule => settings.SeverityOf(rule) == Severity.Off)) continue;
            left.Add(new Diagnostic(ToolDiagnostics.UnusedSuppression, settings.SeverityOf(ToolDiagnostics.UnusedSuppression),
                $"ignore={stale.Written} silences nothing here", path, stale.Span));
        }

        left.AddRange(reader.Problems);
        return left;
    }
}
