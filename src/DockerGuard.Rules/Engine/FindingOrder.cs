using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>The order findings are told in: the same on any machine.</summary>
public static class FindingOrder
{
    /// <summary>The findings that are reported at all, each once, in file order.</summary>
    public static IReadOnlyList<Diagnostic> InOrder(this IEnumerable<Diagnostic> findings) =>
        [.. findings
            .Where(finding => finding.Severity != Severity.Off)
            .Distinct()
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Span)
            .ThenBy(finding => (finding.Origin as ImageOrigin)?.Layer)
            .ThenBy(finding => (finding.Origin as ImageOrigin)?.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Descriptor.Key, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)];
}
