using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>What a rule may know besides the thing it checks, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly List<Diagnostic> _findings;
    private readonly string _file;
    private readonly BuildEvaluation? _evaluation;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<object, object?> _facts = [];
    private ShellScript? _scriptOfNames;
    private RuleDescriptor? _rule;

    internal RuleContext(
        string file, RuleSettings settings, ImageCatalog catalog, ProjectFacts? project, List<Diagnostic> findings, BuildEvaluation? evaluation = null)
    {
        _file = file;
        _findings = findings;
        _evaluation = evaluation;
        Settings = settings;
        Catalog = catalog;
        Project = project;
    }

    /// <summary>Profile, policy and the day of the build.</summary>
    public RuleSettings Settings { get; }

    /// <summary>The known .NET images and the lifetimes of their .NET versions.</summary>
    public ImageCatalog Catalog { get; }

    /// <summary>The evaluated project; null when a Dockerfile is linted on its own.</summary>
    public ProjectFacts? Project { get; }

    /// <summary>True in the parity profile of a peer: there a rule looks where the peer looks, however much more it knows elsewhere.</summary>
    /// <param name="peer"><see cref="Profiles.Hadolint"/> or <see cref="Profiles.BuildKit"/>.</param>
    public bool Follows(string peer) => Settings.Profile == peer;

    /// <summary>The build of the Dockerfile: its stages, variables and reachability. Only rules over a Dockerfile may ask.</summary>
    public BuildEvaluation Build => _evaluation ?? throw new InvalidOperationException("an image without a Dockerfile has no build");

    internal bool HasBuild => _evaluation is not null;
    /// <summary>The mirrors images are fetched from.</summary>
    public RegistryMirrors Mirrors { get; init; } = RegistryMirrors.Empty;

    /// <summary>What the file says to BuildKit's checks; null for an image without a Dockerfile.</summary>
    internal CheckComments? Checks { get; init; }

    /// <summary>True when only what one build runs is looked at.</summary>
    internal bool OnlyReachableStages { get; init; }

    /// <summary>True when the instructions of a stage are looked at; the engine asks for shapes below <see cref="FileRule"/>.</summary>
    public bool LooksInto(Stage stage) => !OnlyReachableStages || Build.IsReachable(stage);

    /// <summary>The ignore file of the build context, <c>.dockerignore</c> or the Dockerfile's own; null when there is none or it is not known.</summary>
    public IgnoreFile? IgnoreFile { get; init; }

    /// <summary>What ShellCheck is doing meanwhile; null when it is not asked.</summary>
    internal ShellCheckPass? ShellCheck { get; init; }

    /// <summary>The script of an instruction, read once for all rules; null when it has none.</summary>
    public ShellScript? ScriptOf(Instruction instruction) => Build.ScriptOf(instruction);

    /// <summary>Reports a finding in the file being checked.</summary>
    /// <param name="span">What is wrong, as narrow as can be.</param>
    /// <param name="message">What was found.</param>
    /// <param name="fix">The mechanical cure.</param>
    /// <param name="peerMessage">BuildKit's own message.</param>
    /// <param name="cause">The instruction elsewhere that makes this place wrong.</param>
    public void Report(SourceSpan span, string message, Fix? fix = null, string? peerMessage = null, Instruction? cause = null) =>
        Add(new Diagnostic(_rule!, SeverityOf(_rule!), message, _file, span) { Fix = fix, PeerMessage = peerMessage, Cause = cause?.Span });

    /// <summary>Reports a finding at the place that caused a fact.</summary>
    public void Report(Origin origin, string message, Fix? fix = null) =>
        Add(new Diagnostic(_rule!, SeverityOf(_rule!), message, origin.File, origin.Span) { Fix = fix });

    /// <summary>Reports a finding another tool made, under that tool's own code.</summary>
    internal void Report(RuleDescriptor code, SourceSpan span, string message, Fix? fix)
    {
        if (Settings.SeverityOf(code) is var severity && severity == Severity.Off) return;
        _findings.Add(new Diagnostic(code, severity, message, _file, span) { Fix = fix, IsEnforced = Settings.IsSet(code) });
    }

    /// <summary>The commands of a script, in every nesting; in hadolint's profile those hadolint sees.</summary>
    public IEnumerable<SimpleCommand> CommandsOf(ShellScript script) => Follows(Profiles.Hadolint) ? HadolintView.Commands(script) : script.Commands;

    /// <summary>The pipelines of a script, in every nesting; in hadolint's profile those hadolint sees.</summary>
    public IEnumerable<ShellPipeline> PipelinesOf(ShellScript script) => Follows(Profiles.Hadolint) ? HadolintView.Pipelines(script) : script.Pipelines;

    /// <summary>True when what an instruction leaves behind is in the image that ships: its stage is the final one or one the final one continues.</summary>
    public bool Ships(Instruction instruction)
    {
        if (instruction.Stage is not { } stage) return true;
        return Follows(Profiles.Hadolint) ? FactOf(Build.File, HadolintView.ShippedStages).Contains(stage) : FactOf(Build, ShippedStages).Contains(stage);
    }

    private static HashSet<Stage> ShippedStages(BuildEvaluation build)
    {
        var stages = new HashSet<Stage>();
        for (var shipped = build.Final; shipped is not null; shipped = shipped.BaseStage) stages.Add(shipped.Stage);
        return stages;
    }

    /// <summary>Something that many findings ask about the file, a script and the like: worked out once, so that a long file stays cheap.</summary>
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

    /// <summary>True when a script runs one of these commands, by base name; the names are gathered once a script.</summary>
    internal bool RunsAny(ShellScript script, IReadOnlyList<string>? commands)
    {
        if (commands is null) return true;
        if (_scriptOfNames != script)
        {
            _scriptOfNames = script;
            _names.Clear();
            foreach (var command in script.Commands)
                if (command.BaseName is { } name) _names.Add(name);
        }

        foreach (var command in commands)
            if (_names.Contains(command)) return true;
        return false;
    }

    /// <summary>The severity a rule has here: that of the policy, and a warning for an experimental check that only the file asks for.</summary>
    internal Severity SeverityOf(RuleDescriptor rule)
    {
        var severity = Settings.SeverityOf(rule);
        return severity == Severity.Off && Checks?.AskFor(rule) == true ? Severity.Warning : severity;
    }

    /// <summary>Makes <paramref name="rule"/> the author of the findings that follow.</summary>
    internal void Enter(RuleDescriptor rule) => _rule = rule;

    private void Add(Diagnostic finding) => _findings.Add(Settings.IsSet(finding.Descriptor) ? finding with { IsEnforced = true } : finding);
}
