using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by building twice.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerfileTask
{
    /// <summary>True when nothing was reported: only then may Visual Studio skip the next lint.</summary>
    [Output]
    public bool IsClean { get; set; }

    /// <summary>The file of accepted findings; none when empty: the property <c>DockerGuardBaseline</c>.</summary>
    public string? BaselineFile { get; set; }

    /// <summary>Writes the findings into the baseline instead of reporting them: the property <c>DockerGuardUpdateBaseline</c>.</summary>
    public bool UpdatesBaseline { get; set; }

    private protected override void Guard()
    {
        if (LoadPolicy() is not { } policy) return;
        var results = ReadDockerfiles(policy).Select(Linter.Lint).ToList();
        var all = new LintResult([.. results.SelectMany(result => result.Findings)], [.. results.SelectMany(result => result.Suppressed)]);

        // Once for all files: a waiver that has expired is one finding.
        if (WithoutBaseline(policy.ApplyWaivers(all, Day)) is not { } result) return;
        Reporter.Report(result);
        IsClean = Reporter.Reported.Count == 0;
        // Once for all files, and no reason to lint again: installing a tool is no change Visual Studio could see.
        var absent = results.SelectMany(result => result.Absent).Distinct().ToList();
        Reporter.Report(absent.Select(absence => absence.ToDiagnostic(policy.Settings, Origin.StartOf(ProjectFile))));
        if (LintedFiles.Count > 0) Reporter.Say(Summary(absent));
    }

    private LintResult? WithoutBaseline(LintResult result)
    {
        if (string.IsNullOrWhiteSpace(BaselineFile)) return result;
        var step = new BaselineStep(Absolute(BaselineFile!), Reporter);
        return UpdatesBaseline ? step.Update(result, LintedFiles) : step.Apply(result, LintedFiles);
    }

    /// <summary>"Dockerfile: 1 error, 2 warnings; 3 silenced".</summary>
    private string Summary(IEnumerable<ForeignAbsence> absent)
    {
        var name = LintedFiles.Count == 1 ? Path.GetFileName(LintedFiles.Keys.Single()) : $"{LintedFiles.Count} Dockerfiles";
        var found = Reporter.Reported.Where(finding => !ForeignTool.IsUnavailable(finding.Descriptor)).ToList();
        var counts = new[] { Count(found, Severity.Error, "error"), Count(found, Severity.Warning, "warning"), Count(found, Severity.Info, "message") }.Where(count => count.Length > 0).ToList();
        var silenced = Reporter.Suppressed.Count > 0 ? $"; {Reporter.Suppressed.Count} silenced" : "";
        var missed = string.Concat(absent.Where(absence => absence.Remark is not null).Select(absence => "; " + absence.Remark));
        return $"{name}: {(counts.Count == 0 ? "0 findings" : string.Join(", ", counts))}{silenced}{missed}";
    }

    private static string Count(List<Diagnostic> findings, Severity severity, string noun)
    {
        var count = findings.Count(finding => finding.Severity == severity);
        return count == 0 ? "" : count == 1 ? $"1 {noun}" : $"{count} {noun}s";
    }
}
