using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Rules.Engine;

/// <summary>Runs the rules: over a Dockerfile and the image it makes, or over an image the project describes.</summary>
/// <remarks>The same input gives the same findings in the same order on any machine.</remarks>
public static class Linter
{
    /// <summary>
    /// What the rules find in a Dockerfile, its parse errors included. Nothing is silenced yet: that is for the check
    /// to do.
    /// </summary>
    /// <exception cref="System.OperationCanceledException">The request's token has been cancelled.</exception>
    public static LintedFile Lint(LintRequest request)
    {
        var evaluation = request.Evaluate();
        var findings = new List<Diagnostic>();
        var file = request.Dockerfile;
        foreach (var error in Unbuildable(file, evaluation)) findings.Add(Refusal(error, request));

        var checks = new CheckComments(request);
        var context = new FileContext(request, findings, evaluation, request.RuleSet.View) { Checks = checks };
        var subject = new ForeignSubject(request.Path, request.Settings)
        {
            Build = evaluation,
            Image = evaluation.Final is null ? null : context.Image,
        };
        var passes = ForeignPasses.Start(request.RuleSet.Rules, request.ForeignCheckers, subject);
        var rules = request.EnforcedSets.Count == 0
            ? request.RuleSet.Rules
            : [.. request.RuleSet.Rules.Where(rule => !IsOfAnotherSet(rule, request))];
        var run = new RuleRun(rules, context, findings, Origin.StartOf(request.Path), request.Cancellation);
        run.File(file, context);
        if (subject.Image is { } image) run.Image(image);
        foreach (var set in request.EnforcedSets)
            if (set.RuleSet != request.RuleSet) Enforce(set, request, evaluation, checks, findings);
        run.Foreign(passes);
        findings.AddRange(passes.Problems(request.Settings, Origin.StartOf(request.Path)));
        // After the rules, for the scripts have been read for them.
        findings.AddRange(evaluation.Unread.Select(part => new Diagnostic(
            ToolDiagnostics.UncheckedPart,
            request.Settings.SeverityOf(ToolDiagnostics.UncheckedPart),
            part.Message,
            request.Path,
            part.Span)));
        // A tool that was stopped with the build has not checked.
        request.Cancellation.ThrowIfCancellationRequested();
        return new LintedFile(request, evaluation, findings, checks, passes);
    }

    /// <summary>
    /// Findings of the image a project describes, each at the project element that caused it, and those of other tools
    /// about the image.
    /// </summary>
    public static LintResult CheckImage(
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
        var context = new RuleContext(settings, catalog ?? ImageCatalog.Default, findings);
        var run = new RuleRun(rules, context, findings, image.FixOrigin);
        run.Image(image);
        run.Foreign(passes);
        findings.AddRange(passes.Problems(settings, image.FixOrigin));
        return new LintResult(findings.InOrder(), []) { Absent = passes.Absent };
    }

    /// <summary>
    /// True for a rule that only policies of other sets enforce. A tool of others is asked once, by the set that runs.
    /// </summary>
    private static bool IsOfAnotherSet(Rule rule, LintRequest request)
    {
        if (rule is ForeignRule) return false;
        var sets = request.EnforcedSets.Where(set => set.Enforces(rule.Descriptor)).ToList();
        return sets.Count > 0 && sets.TrueForAll(set => set.RuleSet != request.RuleSet);
    }

    /// <summary>Adds what another set finds of what its policies enforce.</summary>
    private static void Enforce(
        EnforcedRuleSet set,
        LintRequest request,
        BuildEvaluation evaluation,
        CheckComments checks,
        List<Diagnostic> findings)
    {
        var found = new List<Diagnostic>();
        var context = new FileContext(request, found, evaluation, set.RuleSet.View) { Checks = checks };
        var rules = set.RuleSet.Rules.Where(rule => rule is not ForeignRule && set.Enforces(rule.Descriptor));
        var run = new RuleRun(rules, context, found, Origin.StartOf(request.Path), request.Cancellation);
        run.File(request.Dockerfile, context);
        if (evaluation.Final is not null) run.Image(context.Image);
        // Two sets may have a rule in common, each with its own words.
        var known = new HashSet<(RuleDescriptor Rule, Origin Origin)>(
            findings.Select(finding => (finding.Descriptor, finding.Origin)));
        findings.AddRange(found.Where(finding => known.Add((finding.Descriptor, finding.Origin))));
    }

    /// <summary>What no build takes; a stage that is asked for and not there is told where it is asked for.</summary>
    private static Diagnostic Refusal(DockerfileError error, LintRequest request)
    {
        if (error.Kind != DockerfileErrorKind.Target || request.BuildOrigin is not { } origin)
        {
            var severity = request.Settings.SeverityOf(ToolDiagnostics.ParseError);
            return new Diagnostic(ToolDiagnostics.ParseError, severity, error.Message, request.Path, error.Span);
        }

        var names = request.Dockerfile.Stages.Select(stage => stage.Name).OfType<string>();
        var file = Sentence.Quote(Path.GetFileName(request.Path));
        return new Diagnostic(
            ToolDiagnostics.InvalidProperty,
            request.Settings.SeverityOf(ToolDiagnostics.InvalidProperty),
            $"the item DockerGuardDockerfile {file} has the Stage {Sentence.Quote(request.Target!)}, and the file has "
                + $"no such stage{Suggestion.For(request.Target!, names)}",
            origin);
    }

    /// <summary>
    /// What does not parse, and what does but cannot be built. Without a final stage the rules about the image are
    /// silent, and silence must not look like a clean file. An error of an instruction with variables may be one of
    /// build arguments nobody gave here, so it is let be.
    /// </summary>
    private static IEnumerable<DockerfileError> Unbuildable(Dockerfile file, BuildEvaluation evaluation)
    {
        var hasNothingToBuild = evaluation.Final is null && file.Errors.Count == 0;
        return file.Errors.Concat(
            evaluation.Errors.Where(error => hasNothingToBuild
                || error.Kind == DockerfileErrorKind.Target
                || error.IsCertain
                || error.Instruction?.ToString().IndexOf('$') < 0));
    }
}
