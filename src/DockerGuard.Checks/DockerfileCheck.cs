using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Checks.Reading;
using DockerGuard.Checks.Silencers;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Checks;

/// <summary>Checks the Dockerfiles of a project.</summary>
public static class DockerfileCheck
{
    /// <summary>Reads the files, runs the rules, asks every silencer and says what is left.</summary>
    public static Verdict Run(DockerfileCheckInput input)
    {
        var verdict = new VerdictBuilder(input.Warnings);
        if (OpenedDockerfiles.Open(input, verdict) is not { } opened) return verdict.ToVerdict();
        var results = opened.Requests.Select(request => SilencerList.OverFile(Linter.Lint(request))).ToList();
        var all = new LintResult(
            [.. results.SelectMany(result => result.Findings)], [.. results.SelectMany(result => result.Suppressed)]);
        verdict.Baseline = input.Baseline?.Path;
        input.Cancellation.ThrowIfCancellationRequested();
        var scope = new SilencerScope(opened.Policy, input.Day, verdict) { Baseline = input.Baseline };
        if (SilencerList.OverProject(all, scope) is not { } left) return verdict.ToVerdict();

        verdict.Tell(left);
        var isClean = verdict.Reported.Count == 0;
        // Once for all files, and no reason to check again: installing a tool is no change anybody could see.
        var absent = results.SelectMany(result => result.Absent).Distinct().ToList();
        verdict.Tell(
            absent.Select(absence => absence.ToDiagnostic(opened.Policy.Settings, Origin.StartOf(input.ProjectFile)))
                .OfType<Diagnostic>());
        var summary = verdict.Dockerfiles.Count > 0 ? Summary(verdict, absent, input) : null;
        return verdict.ToVerdict(summary, isClean, isLasting: !all.Findings.Concat(all.Suppressed).Any(IsFailure));
    }

    /// <summary>What is absent is told later, so this one was there.</summary>
    private static bool IsFailure(Diagnostic finding) => ForeignTool.IsUnavailable(finding.Descriptor);

    /// <summary>
    /// "Dockerfile: 1 error, 2 warnings; 3 silenced by comments; policy .dockerguard.yml (strict, level 1)".
    /// </summary>
    private static string Summary(
        VerdictBuilder verdict, IEnumerable<ForeignAbsence> absent, DockerfileCheckInput input)
    {
        var files = verdict.Dockerfiles;
        var name = files.Count == 1 ? Path.GetFileName(files.Keys.Single()) : $"{files.Count} Dockerfiles";
        var found = verdict.Reported.Where(finding => !ForeignTool.IsUnavailable(finding.Descriptor)).ToList();
        var missed =
            string.Concat(absent.Where(absence => absence.Remark is not null).Select(absence => "; " + absence.Remark));
        return $"{name}: {SummaryWords.Found(found)}{SummaryWords.Silenced(verdict)}{missed}"
            + SummaryWords.GoesBy(verdict.Basis, input.Project);
    }
}
