using System;
using System.Collections.Generic;
using System.Threading;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// One pass of the rules that are switched on: dispatch by shape and kind, with a throwing rule kept apart from the
/// others.
/// </summary>
internal sealed class RuleRun
{
    private readonly RuleContext _context;
    private readonly List<Diagnostic> _findings;
    private readonly Origin _subject;
    private readonly CancellationToken _cancellation;
    // By the number of the kind: .NET holds no code for a dictionary over an enum of ours, and would compile it.
    private readonly Dictionary<int, List<InstructionRule>> _instructionRules = [];
    private readonly List<StageRule> _stageRules = [];
    private readonly List<FileRule> _fileRules = [];
    private readonly List<ImageRule> _imageRules = [];
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public RuleRun(
        IEnumerable<Rule> rules,
        RuleContext context,
        List<Diagnostic> findings,
        Origin subject,
        CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _context = context;
        _findings = findings;
        _subject = subject;
        foreach (var rule in rules)
        {
            if (context.SeverityOf(rule.Descriptor) == Severity.Off) continue;
            switch (rule)
            {
                case InstructionRule instructionRule: Add(instructionRule); break;
                case StageRule stageRule: _stageRules.Add(stageRule); break;
                case FileRule fileRule: _fileRules.Add(fileRule); break;
                case ImageRule imageRule: _imageRules.Add(imageRule); break;
            }
        }
    }

    public void File(Dockerfile file, FileContext context)
    {
        foreach (var stage in context.Build.Stages)
        {
            if (!context.LooksInto(stage.Stage)) continue;
            foreach (var rule in _stageRules)
                Isolated(rule, stage, context, static (rule, stage, context) => rule.Check(stage, context));
        }

        foreach (var instruction in file.Instructions)
        {
            if (instruction is { Kind: not InstructionKind.From, Stage: { } stage } && !context.LooksInto(stage))
                continue;
            Instruction(instruction, context);
            if (instruction is OnBuildInstruction { Inner: { } inner } && context.View.LooksIntoOnBuild)
                Instruction(inner, context);
        }

        foreach (var rule in _fileRules)
            Isolated(rule, file, context, static (rule, file, context) => rule.Check(file, context));
    }

    public void Image(ImageModel image)
    {
        foreach (var rule in _imageRules)
            Isolated(rule, image, _context, static (rule, image, context) => rule.Check(image, context));
    }

    /// <summary>Comes last, so that the tools have had the time of the rules.</summary>
    public void Foreign(ForeignPasses passes)
    {
        foreach (var pass in passes.All)
            Isolated(pass.Rule, pass, _context, static (_, pass, context) => pass.Report(context));
    }

    private void Instruction(Instruction instruction, FileContext context)
    {
        if (!_instructionRules.TryGetValue((int)instruction.Kind, out var rules)) return;
        foreach (var rule in rules)
        {
            Isolated(
                rule, instruction, context, static (rule, instruction, context) => rule.Check(instruction, context));
        }
    }

    private void Add(InstructionRule rule)
    {
        for (var i = 0; i < rule.Kinds.Count; i++)
        {
            var kind = (int)rule.Kinds[i];
            if (!_instructionRules.TryGetValue(kind, out var rules)) _instructionRules[kind] = rules = [];
            rules.Add(rule);
        }
    }

    /// <summary>Runs a check; what it throws becomes one finding that names the rule, and the others go on.</summary>
    /// <remarks>It runs for every rule on every instruction, so it allocates nothing.</remarks>
    private void Isolated<TRule, TSubject, TContext>(
        TRule rule, TSubject subject, TContext context, Action<TRule, TSubject, TContext> check)
        where TRule : Rule
        where TContext : RuleContext
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_failed.Count > 0 && _failed.Contains(rule.Descriptor.Id)) return;
        _context.Enter(rule.Descriptor);
        try
        {
            check(rule, subject, context);
        }
        // A rule is a plug-in: whatever it throws must not take the other rules' findings with it.
#pragma warning disable CA1031
        catch (Exception exception) when (!_cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _failed.Add(rule.Descriptor.Id);
            var message = $"rule {rule.Descriptor.Name} failed with {exception.GetType().Name}; please report it with "
                + "the Dockerfile that shows it";
            var severity = _context.Settings.SeverityOf(ToolDiagnostics.RuleFailed);
            _findings.Add(new Diagnostic(ToolDiagnostics.RuleFailed, severity, message, _subject));
        }
    }
}
