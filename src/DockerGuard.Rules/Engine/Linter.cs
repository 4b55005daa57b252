using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>Runs the rules: over a Dockerfile and the image it makes, or over an image the project describes.</summary>
/// <remarks>The same input gives the same findings in the same order on any machine.</remarks>
public static class Linter
{
    /// <summary>Findings of a Dockerfile, its parse errors and its stale suppressions included, in file order.</summary>
    public static IReadOnlyList<Diagnostic> LintDockerfile(LintRequest request) => Lint(request).Findings;

    /// <summary>The findings of <see cref="LintDockerfile"/>, and those its comments silence.</summary>
    public static LintResult Lint(LintRequest request) => Lint(request, request.Evaluate());

    /// <summary>The same for a caller that has evaluated the request's build already.</summary>
    internal static LintResult Lint(LintRequest request, BuildEvaluation evaluation)
    {
        var findings = new List<Diagnostic>();
        var file = request.Dockerfile;
        foreach (var error in Unbuildable(file, evaluation))
        {
            findings.Add(new Diagnostic(ToolDiagnostics.ParseError, request.Settings.SeverityOf(ToolDiagnostics.ParseError), error.Message, request.Path, error.Span));
        }

        var checks = new CheckComments(request);
        var context = new FileContext(request, findings, evaluation) { Checks = checks };
        var subject = new ForeignSubject(request.Path, request.Settings) { Build = evaluation, Image = evaluation.Final is null ? null : context.Image };
        var passes = ForeignPasses.Start(request.RuleSet.Rules, request.ForeignCheckers, subject);
        var run = new RuleRun(request.RuleSet.Rules, context, findings, Origin.StartOf(request.Path));
        run.File(file, context);
        if (subject.Image is { } image) run.Image(image);
        run.Foreign(passes);
        findings.AddRange(passes.Problems(request.Settings, Origin.StartOf(request.Path)));

        var (left, silenced) = SuppressionSet.Apply(request, findings, passes);
        var suppressed = silenced.ToList();
        left = checks.Apply(left, suppressed);
        return new LintResult(InOrder(WithoutEchoes(left)), InOrder(suppressed)) { Absent = passes.Absent };
    }

    /// <summary>Findings of the image a project describes, each at the project element that caused it.</summary>
    public static IReadOnlyList<Diagnostic> CheckImage(
        ImageModel image, RuleSettings settings, ImageCatalog? catalog = null, IReadOnlyList<Rule>? rules = null) =>
        Check(image, settings, catalog, rules).Findings;

    /// <summary>The findings of <see cref="CheckImage"/>, and those of other tools about the image.</summary>
    public static LintResult Check(
        ImageModel image,
        RuleSettings settings,
        ImageCatalog? catalog = null,
        IReadOnlyList<Rule>? rules = null,
        IReadOnlyList<IForeignChecker>? foreignCheckers = null)
    {
        rules ??= RuleCatalog.Rules;
        var findings = new List<Diagnostic>();
        var subject = new ForeignSubject(image.FixOrigin.Artifact, settings) { Image = image };
        var passes = ForeignPasses.Start(rules, foreignCheckers ?? [], subject);
        var context = new RuleContext(settings, catalog ?? ImageCatalog.Default, image.Project, findings);
        var run = new RuleRun(rules, context, findings, image.FixOrigin);
        run.Image(image);
        run.Foreign(passes);
        findings.AddRange(passes.Problems(settings, image.FixOrigin));
        return new LintResult(InOrder(findings), []) { Absent = passes.Absent };
    }

    /// <summary>
    /// What does not parse, and what does but cannot be built. Without a final stage the rules about the image are silent, and silence must
    /// not look like a clean file. An error of an instruction with variables may be one of build arguments nobody gave here, so it is let be.
    /// </summary>
    private static IEnumerable<DockerfileError> Unbuildable(Dockerfile file, BuildEvaluation evaluation)
    {
        var hasNothingToBuild = evaluation.Final is null && file.Errors.Count == 0;
        return file.Errors.Concat(evaluation.Errors.Where(error => hasNothingToBuild || error.Instruction?.ToString().IndexOf('$') < 0));
    }

    /// <summary>Where a rule explains what the build refuses, its finding stands for the bare error. A silenced finding stands for nothing.</summary>
    private static List<Diagnostic> WithoutEchoes(IEnumerable<Diagnostic> findings)
    {
        var all = findings.ToList();
        var explained = new HashSet<SourceSpan>(all.Where(finding => finding.Severity == Severity.Error && !finding.Descriptor.IsTool).Select(finding => finding.Span));
        all.RemoveAll(finding => finding.Descriptor == ToolDiagnostics.ParseError && explained.Contains(finding.Span));
        return all;
    }

    private static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> findings) =>
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
