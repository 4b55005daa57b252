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
    /// <summary>
    /// Far more texts than are tried for any file people write; two fixes that undo each other end here, and so does a
    /// file whose every fix does harm.
    /// </summary>
    private const int MaxTrials = 256;

    /// <summary>Mends a Dockerfile.</summary>
    /// <param name="request">
    /// What to lint; suppressed findings are not mended, and neither are those of rules that are off.
    /// </param>
    /// <param name="mayFix">The findings to mend; all of them when null.</param>
    public static FixResult Apply(LintRequest request, Func<Diagnostic, bool>? mayFix = null)
    {
        var run = new Run(request);
        while (run.Mend(mayFix))
        {
        }

        return run.Result;
    }

    /// <summary>The mending of one file.</summary>
    private sealed class Run(LintRequest request)
    {
        private readonly List<Diagnostic> _applied = [];
        private readonly List<Diagnostic> _refused = [];
        private HashSet<(RuleDescriptor Rule, int Place)> _refusedAt = [];
        private FileState _state = new(request);
        private int _trials;

        public FixResult Result => new(_state.Request.Dockerfile, _applied, _refused);

        /// <summary>Mends what can be mended at once; false when nothing was left to.</summary>
        public bool Mend(Func<Diagnostic, bool>? mayFix)
        {
            var taken = new TakenPlaces();
            var open = new List<Diagnostic>();
            foreach (var finding in _state.Findings)
            {
                if (finding.Fix is null || mayFix?.Invoke(finding) == false || _refusedAt.Contains(KeyOf(finding)))
                    continue;
                if (taken.Take(finding.Fix)) open.Add(finding);
            }

            if (open.Count == 0) return false;
            var good = Good(open, out var next);
            if (next is not null)
            {
                _refusedAt = Moved(good);
                _state = next;
                _applied.AddRange(good);
            }

            return next is not null || _trials < MaxTrials;
        }

        /// <summary>
        /// Those of some fixes that do no harm together, and the file after them; null when there are none. One that
        /// does harm among many is found by halves.
        /// </summary>
        private List<Diagnostic> Good(List<Diagnostic> fixes, out FileState? next)
        {
            next = Try(fixes);
            if (next is not null) return fixes;
            if (fixes.Count == 1 || _trials >= MaxTrials)
            {
                foreach (var refused in fixes)
                    if (_refusedAt.Add(KeyOf(refused))) _refused.Add(refused);
                return [];
            }

            var half = fixes.Count / 2;
            var first = Good(fixes.GetRange(0, half), out var afterFirst);
            var second = Good(fixes.GetRange(half, fixes.Count - half), out var afterSecond);
            if (afterFirst is not null && afterSecond is not null)
            {
                List<Diagnostic> both = [.. first, .. second];
                next = Try(both);
                if (next is not null) return both;
            }

            next = afterFirst ?? afterSecond;
            return afterFirst is not null ? first : second;
        }

        private FileState? Try(List<Diagnostic> fixes) => ++_trials > MaxTrials ? null : _state.After(fixes);

        private static (RuleDescriptor Rule, int Place) KeyOf(Diagnostic finding) =>
            (finding.Descriptor, finding.Fix!.Edits[0].Start);

        /// <summary>Where the refused fixes are once others have been applied.</summary>
        private HashSet<(RuleDescriptor Rule, int Place)> Moved(List<Diagnostic> applied)
        {
            var edits = applied.SelectMany(finding => finding.Fix!.Edits).OrderBy(edit => edit.Start).ToList();
            var moved = new HashSet<(RuleDescriptor, int)>();
            int next = 0, shift = 0;
            foreach (var (rule, place) in _refusedAt.OrderBy(refused => refused.Place))
            {
                for (; next < edits.Count && edits[next].Start <= place; next++)
                    shift += edits[next].NewText.Length - edits[next].Length;
                moved.Add((rule, place + shift));
            }

            return moved;
        }
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
