using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// What a rule over a Dockerfile may know: the build, the scripts of its commands, and what lies around the file.
/// </summary>
public sealed class FileContext : RuleContext
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<object, object?> _facts = [];
    private ShellScript? _scriptOfNames;
    private ISet<Stage>? _shipped;

    internal FileContext(
        LintRequest request, List<Diagnostic> findings, BuildEvaluation evaluation, FileView view)
        : base(request.Settings, request.Catalog, findings)
    {
        Build = evaluation;
        Path = request.Path;
        View = view;
        Image = ImageModel.FromDockerfile(
            request.Dockerfile,
            request.Path,
            evaluation,
            request.Catalog,
            request.Mirrors,
            request.Project,
            request.BuildOrigin,
            request.Context,
            request.Build);
        IgnoreFile = request.IgnoreFile;
        OnlyReachableStages = request.OnlyReachableStages;
        Cancellation = request.Cancellation;
    }

    /// <summary>The build of the Dockerfile: its stages, variables and reachability.</summary>
    public BuildEvaluation Build { get; }

    /// <summary>Absolute path of the Dockerfile.</summary>
    internal string Path { get; }

    /// <summary>What is known of the image that the file builds, and of the images it uses.</summary>
    public ImageModel Image { get; }

    /// <summary>
    /// The ignore file of the build context, <c>.dockerignore</c> or the Dockerfile's own; null when there is none or
    /// it is not known.
    /// </summary>
    public IgnoreFile? IgnoreFile { get; }

    /// <summary>What the rule set sees of scripts and stages.</summary>
    internal FileView View { get; }

    /// <summary>True when only what one build runs is looked at.</summary>
    internal bool OnlyReachableStages { get; }

    /// <summary>For what takes long over one instruction; the engine looks at it before each.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>What the file says to BuildKit's checks.</summary>
    internal CheckComments? Checks { get; init; }

    /// <summary>
    /// The image a stage starts from; null when it starts from another stage, from nothing or from files alone.
    /// </summary>
    public UsedImage? ImageOf(StageEvaluation stage) => stage.Stage.From.Image is { } word ? UsedAt(word.Span) : null;

    /// <summary>The image an instruction takes files from; null when it takes them from elsewhere.</summary>
    public UsedImage? ImageOf(StageSource source) => UsedAt(source.Span);

    private UsedImage? UsedAt(SourceSpan span)
    {
        var images = FactOf(Image, static image => image.UsedImages
            .GroupBy(static used => ((FileOrigin)used.Origin).Span)
            .ToDictionary(static at => at.Key, static at => at.First()));
        return images.TryGetValue(span, out var used) ? used : null;
    }

    /// <summary>
    /// True when the instructions of a stage are looked at; the engine asks for shapes below <see cref="FileRule"/>.
    /// </summary>
    public bool LooksInto(Stage stage) => !OnlyReachableStages || Build.IsReachable(stage);

    /// <summary>The script of an instruction, read once for all rules; null when it has none.</summary>
    public ShellScript? ScriptOf(Instruction instruction) => Build.ScriptOf(instruction);

    /// <summary>
    /// The commands of a script that the rule set looks at: those in every nesting, or what a peer sees of them.
    /// </summary>
    public IEnumerable<SimpleCommand> CommandsOf(ShellScript script) => View.Commands(script);

    /// <summary>The pipelines of a script that the rule set looks at.</summary>
    public IEnumerable<ShellPipeline> PipelinesOf(ShellScript script) => View.Pipelines(script);

    /// <summary>True when what an instruction leaves behind is in the image that ships.</summary>
    public bool Ships(Instruction instruction) =>
        instruction.Stage is not { } stage || (_shipped ??= View.ShippedStages(Build)).Contains(stage);

    /// <summary>Reports a finding in the file being checked.</summary>
    /// <param name="span">What is wrong, as narrow as can be.</param>
    /// <param name="message">What was found.</param>
    /// <param name="fix">The mechanical cure.</param>
    /// <param name="values">The things the message names, in order, for whoever says the same in other words.</param>
    /// <param name="cause">The instruction elsewhere that makes this place wrong.</param>
    public void Report(
        SourceSpan span,
        string message,
        Fix? fix = null,
        IReadOnlyList<string>? values = null,
        Instruction? cause = null) =>
        Add(new Diagnostic(Rule, SeverityOf(Rule), message, Path, span)
        {
            Fix = fix,
            Values = values is null ? ValueList.Empty : new ValueList(values),
            Cause = cause?.Span,
        });

    /// <summary>
    /// Something that many findings ask about the file, a script and the like: worked out once, so that a long file
    /// stays cheap.
    /// </summary>
    /// <param name="subject">What it is about; equal subjects share the answer.</param>
    /// <param name="find">A static method or lambda, which is part of the question.</param>
    internal TFact FactOf<TSubject, TFact>(TSubject subject, Func<TSubject, TFact> find)
        where TSubject : notnull
    {
        var question = (subject, find);
        if (_facts.TryGetValue(question, out var known)) return (TFact)known!;
        var fact = find(subject);
        _facts[question] = fact;
        return fact;
    }

    /// <summary>
    /// True when a script runs one of these commands, by base name; the names are gathered once a script.
    /// </summary>
    internal bool RunsAny(ShellScript script, IReadOnlyList<string>? commands)
    {
        if (commands is null) return true;
        if (_scriptOfNames != script)
        {
            _scriptOfNames = script;
            _names.Clear();
            for (var i = 0; i < script.Commands.Count; i++)
                if (script.Commands[i].BaseName is { } name) _names.Add(name);
        }

        // By index: it is asked for every rule on every script, and an enumerator of an interface is an object.
        for (var i = 0; i < commands.Count; i++)
            if (_names.Contains(commands[i])) return true;
        return false;
    }

    /// <summary>
    /// The severity of the policy, and a warning for an experimental check that only the file asks for.
    /// </summary>
    internal override Severity SeverityOf(RuleDescriptor rule) =>
        Settings.SeverityOf(rule, isAskedFor: Checks?.AskFor(rule) == true);
}
