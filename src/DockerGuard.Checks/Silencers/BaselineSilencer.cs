using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Oci.Files;
using DockerGuard.Policy.Baselines;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>The baseline: takes accepted findings out, or accepts those there are and then takes them out.</summary>
internal sealed class BaselineSilencer : ProjectSilencer
{
    /// <inheritdoc/>
    public override string Name => "baseline";

    /// <inheritdoc/>
    internal override LintResult? Silence(LintResult result, SilencerScope scope) => scope.Baseline switch
    {
        null => result,
        { Write: { } write } baseline => Update(result, baseline, write, scope.Verdict),
        var baseline => Apply(result, baseline.Path, scope.Verdict),
    };

    private static LintResult? Apply(LintResult result, string path, VerdictBuilder verdict)
    {
        if (Load(path, verdict) is not { } baseline) return null;
        var left = baseline.Apply(result, verdict.Dockerfiles, out var stale);
        if (stale > 0)
        {
            var (entries, match, them) = stale == 1 ? ("entry", "matches", "it") : ("entries", "match", "them");
            verdict.Notes.Add(
                $"{stale} {entries} of {Path.GetFileName(path)} {match} nothing any more; "
                    + $"dotnet build -t:DockerGuardBaseline takes {them} out");
        }

        return left;
    }

    private static LintResult? Update(
        LintResult result, BaselineInput baseline, SharedWrite write, VerdictBuilder verdict)
    {
        var path = baseline.Path;
        // What a policy enforces is not to be lived with.
        var settings = verdict.Policy?.Settings;
        var findings = result.Findings.ToLookup(finding => settings?.EnforcerOf(finding.Descriptor) is not null);
        var mine = result with { Findings = [.. findings[false]] };
        var enforced = findings[true].Count(finding => !finding.Descriptor.IsTool);
        Baseline? updated = null;
        var isTooLarge = false;
        var isNone = false;
        var written = write(path, () =>
        {
            // Projects may share a file and build side by side: what the others have accepted stays.
            var isFolder = RegularFile.KindOf(path) == FileKind.Folder;
            var before =
                RegularFile.IsThere(path) && !isFolder ? Load(path, verdict) : Baseline.Empty(path);
            updated = before?.Update(mine, verdict.Dockerfiles, RegularFile.IsThere);
            if (updated is null) return null;
            // A list of nothing is of use only where there must be one.
            isNone = updated.Entries.Count == 0 && !baseline.IsNamed && !RegularFile.IsThere(path);
            if (isNone) return null;
            var text = BaselineText.Write(updated);
            isTooLarge = Encoding.UTF8.GetByteCount(text) > BaselineText.MaxBytes;
            return isTooLarge ? null : text;
        });
        var problem = isTooLarge
            ? "it would be larger than 1 MiB; switch rules off that find so much"
            : written.Problem;
        if (problem is not null)
        {
            var message = $"'{Path.GetFileName(path)}' cannot be written: {problem}";
            var condition = ToolDiagnostics.CannotWrite;
            verdict.Tell(
                [new Diagnostic(condition, condition.Recommended, message, path, Dockerfiles.SourceSpan.FileStart)]);
            return null;
        }

        if (updated is null) return null;
        var left = updated.Apply(result, verdict.Dockerfiles, out _);
        var count = left.Suppressed.Count - result.Suppressed.Count;
        var accepts = written.IsChanged ? "now accepts" : "still accepts";
        verdict.Notes.Add(isNone
            ? $"there is nothing to accept, so no {Path.GetFileName(path)} is written"
            : $"{Path.GetFileName(path)} {accepts} {(count == 1 ? "1 finding" : $"{count} findings")} of this project");
        if (enforced > 0)
        {
            verdict.Notes.Add(
                enforced == 1
                    ? "1 finding is not accepted, for the policy enforces its rule"
                    : $"{enforced} findings are not accepted, for the policy enforces their rules");
        }

        return left;
    }

    private static Baseline? Load(string path, VerdictBuilder verdict)
    {
        var baseline = BaselineText.Load(path, out var errors);
        verdict.Tell(errors);
        return baseline;
    }
}
