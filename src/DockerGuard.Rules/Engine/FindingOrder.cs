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
            .OrderBy(finding => finding, Comparer<Diagnostic>.Create(Compare))];

    /// <summary>
    /// One comparison and not a key a step: generics over values are compiled anew in every build that has a finding.
    /// </summary>
    private static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.File, right.File);
        if (order == 0) order = left.Span.CompareTo(right.Span);
        if (order == 0 && (left.Origin is ImageOrigin || right.Origin is ImageOrigin))
            order = Compare(left.Origin as ImageOrigin, right.Origin as ImageOrigin);
        if (order == 0) order = string.CompareOrdinal(left.Descriptor.Id, right.Descriptor.Id);
        if (order == 0) order = string.CompareOrdinal(left.Descriptor.Key, right.Descriptor.Key);
        return order == 0 ? string.CompareOrdinal(left.Message, right.Message) : order;
    }

    private static int Compare(ImageOrigin? left, ImageOrigin? right)
    {
        var layers = (left?.Layer ?? -1).CompareTo(right?.Layer ?? -1);
        return layers == 0 ? string.CompareOrdinal(left?.Path, right?.Path) : layers;
    }
}
