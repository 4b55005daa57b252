using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Fixes;

/// <summary>Applies the fixes that findings carry, and proves each result before it keeps it.</summary>
/// <remarks>
/// A fix may uncover another one, so the file is linted again until nothing is left to mend: a second run changes
/// nothing. A fix after which the file would parse worse, configure another image or show no fewer findings is taken
/// back and told of.
/// </remarks>
public static class DockerfileFixer
{
    /// <summary>Far more rounds than fixes that uncover each other; two fixes that undo each other end here.</summary>
    private const int MaxRounds = 50;

    /// <summary>Mends a Dockerfile.</summary>
    /// <param name="request">
    /// What to lint; suppressed findings are not mended, and neither are those of rules that are off.
    /// </param>
    /// <param name="mayFix">The findings to mend; all of them when null.</param>
    public static FixResult Apply(LintRequest request, Func<Diagnostic, bool>? mayFix = null)
    {
        var state = new FileState(request);
        var applied = new List<Diagnostic>();
        var refused = new List<Diagnostic>();
        var isOneByOne = false;
        for (var round = 0; round < MaxRounds || isOneByOne; round++)
        {
            var open = state.Findings.Where(finding =>
                finding.Fix is not null && mayFix?.Invoke(finding) != false && !refused.Any(finding.IsSameAs)).ToList();
            var chosen = isOneByOne ? open.Take(1).ToList() : WithoutOverlaps(open);
            if (chosen.Count == 0) break;
            if (state.After(chosen) is { } next)
            {
                state = next;
                applied.AddRange(chosen);
                continue;
            }

            // One of them does harm: find out which.
            if (isOneByOne || chosen.Count == 1) refused.AddRange(chosen);
            isOneByOne = true;
        }

        return new FixResult(state.Request.Dockerfile, applied, refused);
    }

    private static bool IsSameAs(this Diagnostic one, Diagnostic other) =>
        one.Descriptor == other.Descriptor && one.Message == other.Message && one.Span == other.Span;

    private static List<Diagnostic> WithoutOverlaps(IEnumerable<Diagnostic> findings)
    {
        var chosen = new List<Diagnostic>();
        var taken = new HashSet<int>();
        foreach (var finding in findings)
        {
            // The ends count too: edits that only touch are left to the next round.
            var places = finding.Fix!.Edits.SelectMany(edit => Enumerable.Range(edit.Start, edit.Length + 1)).ToList();
            if (places.Any(taken.Contains)) continue;
            taken.UnionWith(places);
            chosen.Add(finding);
        }

        return chosen;
    }

    /// <summary>A Dockerfile with all that its fixes are measured by.</summary>
    private sealed class FileState
    {
        private readonly ImageConfiguration _image;

        public FileState(LintRequest request)
        {
            Request = request;
            var linted = Linter.Lint(request);
            Findings = SilencerList.OverFileAlone(linted).Findings;
            _image = ImageConfiguration.Of(linted.Build);
        }

        public LintRequest Request { get; }

        public IReadOnlyList<Diagnostic> Findings { get; }

        /// <summary>The file after some fixes; null when it is not better.</summary>
        public FileState? After(IReadOnlyList<Diagnostic> fixedFindings)
        {
            var text = Request.Dockerfile.ApplyEdits(fixedFindings.SelectMany(finding => finding.Fix!.Edits));
            var next = new FileState(Request.For(Dockerfile.Parse(text)));
            var isBetter = Count(next, ToolDiagnostics.ParseError) <= Count(this, ToolDiagnostics.ParseError)
                && next._image.IsSameAs(_image)
                && fixedFindings.Select(finding => finding.Descriptor)
                    .Distinct()
                    .All(rule => Count(next, rule) < Count(this, rule));
            return isBetter ? next : null;
        }

        private static int Count(FileState state, RuleDescriptor rule) =>
            state.Findings.Count(finding => finding.Descriptor == rule);
    }
}
