using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// BuildKit's own way to tune its checks: the <c># check=…</c> directive, which the build argument
/// <c>BUILDKIT_DOCKERFILE_CHECK</c> takes the place of, and the same comment above one instruction. Source: BuildKit,
/// frontend/dockerfile 1.26 (facts on each rule of it in the rule's page).
/// </summary>
/// <remarks>
/// In the profile <c>buildkit</c> a comment reaches as far as there. In the others it also silences the checks that
/// BuildKit runs before it looks at comments, names are compared without case, and what has no effect is reported.
/// </remarks>
internal sealed class CheckComments
{
    private const string Argument = "BUILDKIT_DOCKERFILE_CHECK";
    private const string Mark = "check=";

    /// <summary>The checks BuildKit makes without looking at the comments above an instruction.</summary>
    private static readonly HashSet<string> BlindToComments = new(StringComparer.Ordinal)
    {
        "NoEmptyContinuation", "ConsistentInstructionCasing", "DuplicateStageName", "ReservedStageName",
        "InvalidBaseImagePlatform", "InvalidDefaultArgInFrom",
    };

    private readonly string _path;
    private readonly RuleSettings _settings;
    private readonly bool _isExact;
    private readonly CheckOptions _file;
    private readonly Dictionary<int, CheckOptions> _byLine = [];
    private readonly List<Diagnostic> _problems = [];

    public CheckComments(LintRequest request)
    {
        _path = request.Path;
        _settings = request.Settings;
        _isExact = request.RuleSet.Comments.ReadsChecksAsBuildKit;
        _file = ReadFile(request);
        foreach (var instruction in request.Dockerfile.Instructions) ReadAbove(instruction, request.Dockerfile);
    }

    /// <summary>True for an experimental check that the file asks for, anywhere in it.</summary>
    public bool AskFor(RuleDescriptor rule) =>
        rule.IsExperimental
            && (_file.RunsExperimental(rule) || _byLine.Values.Any(options => options.RunsExperimental(rule)));

    /// <summary>
    /// Takes away what is skipped, makes errors of warnings where the file says so, and adds what is wrong with the
    /// comments themselves.
    /// </summary>
    /// <param name="result">The findings no other comment silences.</param>
    public LintResult Apply(LintResult result)
    {
        var left = new List<Diagnostic>(result.Findings.Count);
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            var isOurs = finding.File == _path && !finding.Descriptor.IsTool;
            if (isOurs && IsUnasked(finding)) continue;
            if (isOurs && Silencing(finding) is { } options)
            {
                suppressed.Add(finding with
                {
                    SuppressedBy = new Suppression(
                    SilencedBy.CheckOption, new FileOrigin(_path, options.Span), options.Reason)
                });
            }
            else
            {
                left.Add(isOurs && _file.IsError ? finding.MadeErrorByFile() : finding);
            }
        }

        left.AddRange(_problems);
        return new LintResult(left, suppressed);
    }

    /// <summary>
    /// An experimental check runs over the whole file where one comment asks for it; what it finds elsewhere nobody
    /// wants to know.
    /// </summary>
    private bool IsUnasked(Diagnostic finding) =>
        IsExperiment(finding.Descriptor)
            && !_file.RunsExperimental(finding.Descriptor)
            && !At(finding.Span).RunsExperimental(finding.Descriptor);

    private CheckOptions? Silencing(Diagnostic finding)
    {
        var rule = finding.Descriptor;
        // Skipping does not reach the experimental checks.
        if (IsExperiment(rule)) return null;
        var here = At(finding.Span);
        var above = finding.Cause is { } cause ? At(cause) : CheckOptions.None;
        if (_isExact)
        {
            // BuildKit looks above the instruction it works on when it finds out, which is the later one of two.
            here = BlindToComments.Contains(rule.BuildKitName ?? "") ? CheckOptions.None
                : finding.Cause is null ? here
                : above;
            above = CheckOptions.None;
        }

        return new[] { _file, here, above }.FirstOrDefault(options => options.Skips(rule, _isExact));
    }

    private bool IsExperiment(RuleDescriptor rule) => rule.IsExperimental && _settings.SeverityOf(rule) == Severity.Off;

    private CheckOptions At(SourceSpan span) =>
        _byLine.TryGetValue(span.Line, out var options) ? options : CheckOptions.None;

    private CheckOptions ReadFile(LintRequest request)
    {
        if (request.BuildArguments.TryGetValue(Argument, out var argument))
            return Checked(CheckOptions.Read(argument), SourceSpan.FileStart, $"build argument {Argument}: ");
        var directive = request.Dockerfile.Directives.FirstOrDefault(static directive => directive.Name == "check");
        return directive is null ? CheckOptions.None : Checked(CheckOptions.Read(directive.Value), directive.ValueSpan);
    }

    /// <summary>
    /// The first check comment above an instruction counts, empty ones and other instructions being the limit; BuildKit
    /// reads no indented ones.
    /// </summary>
    private void ReadAbove(Instruction instruction, Dockerfile file)
    {
        var options = CheckOptions.None;
        foreach (var comment in instruction.LeadingComments)
        {
            if (!comment.Text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)
                || (_isExact && comment.Span.Column > 1))
            {
                continue;
            }

            if (options != CheckOptions.None)
            {
                Problem(
                    "only the first check comment above an instruction counts; put all names into it", comment.Span);
                continue;
            }

            options = Checked(CheckOptions.Read(comment.Text.Substring(Mark.Length)), comment.Span);
        }

        if (options == CheckOptions.None) return;
        var last = file.GetSpan(instruction.ContentStart, instruction.ContentLength).EndLine;
        for (var line = instruction.StartLine; line <= last; line++) _byLine[line] = options;
    }

    private CheckOptions Checked(CheckOptions options, SourceSpan span, string prefix = "")
    {
        options.Span = span;
        if (options.Problem is { } problem) Problem(prefix + problem, span);
        if (_isExact) return options;
        foreach (var name in options.Skipped.Concat(options.Experimental))
        {
            if (RuleCatalog.FindAll(name).Count > 0) continue;
            var names = RuleCatalog.Descriptors.Select(static rule => rule.BuildKitName).OfType<string>();
            Problem($"{prefix}no check is named '{name}'{Suggestion.For(name, names)}", span);
        }

        return options;
    }

    private void Problem(string message, SourceSpan span) =>
        _problems.Add(new Diagnostic(
            ToolDiagnostics.InvalidSuppression,
            _settings.SeverityOf(ToolDiagnostics.InvalidSuppression),
            message,
            _path,
            span));
}
