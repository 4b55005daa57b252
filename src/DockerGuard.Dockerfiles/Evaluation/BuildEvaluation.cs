using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// What a build of a file means: variables expanded, stages connected, the configuration of every stage.
/// A file with errors is evaluated as far as it can be.
/// </summary>
public sealed partial class BuildEvaluation
{
    /// <summary>
    /// Characters that all variables of a file together are expanded to. Values that grow with every line, such as
    /// thousands of <c>ENV A2=${A1}x</c>, would add up to the square of the file.
    /// </summary>
    private const int MaximumExpansion = 1 << 24;

    private readonly bool[] _reachable;
    private readonly bool _hasGlobalErrors;
    private readonly List<UnreadPart> _unread = [];
    private long _expanded;
    private readonly List<StageEvaluation> _stages = [];

    private BuildEvaluation(Dockerfile file, BuildOptions options)
    {
        File = file;
        Options = options;
        Contexts = new NamedContexts(options);
        _defaults = new Lazy<VariableMap?>(EvaluateDefaults);
        _globalNames = new Lazy<VariableMap>(
            () => file.GlobalArgs.SelectMany(static arg => arg.Pairs)
                .Aggregate(VariableMap.Empty, static (names, pair) => names.Set(pair.Key.Text, "")));
        var fromErrors = new List<DockerfileError>();
        GlobalVariables = EvaluateGlobalArgs(Options.BuildArguments, fromErrors);
        _hasGlobalErrors = fromErrors.Count > 0;
        var byName = new Dictionary<string, StageEvaluation>(StringComparer.Ordinal);
        foreach (var stage in file.Stages)
        {
            Options.Cancellation.ThrowIfCancellationRequested();
            var evaluation = new StageEvaluation(this, stage, byName, fromErrors);
            _stages.Add(evaluation);
            // COPY --from and a later FROM find the last stage of a name.
            if (stage.Name is { } name) byName[name] = evaluation;
        }

        Final = FindTarget(byName, fromErrors);
        var sourceErrors = new List<DockerfileError>();
        var commandErrors = new List<DockerfileError>();
        foreach (var stage in _stages)
        {
            stage.FindSources(_stages, byName, sourceErrors);
            stage.Run(commandErrors);
        }

        if (IsCutShort) GlobalVariables = VariableMap.Empty;
        _reachable = FindReachable();
        fromErrors.AddRange(sourceErrors);
        fromErrors.AddRange(commandErrors);
        Errors = fromErrors;
    }

    public Dockerfile File { get; }

    public BuildOptions Options { get; }

    /// <summary>The stages in the order of the file.</summary>
    public IReadOnlyList<StageEvaluation> Stages => _stages;

    /// <summary>The stage that is built: the target, else the last; null when there is none.</summary>
    public StageEvaluation? Final { get; }

    /// <summary>The variables <c>FROM</c> can use: the <c>ARG</c>s before it and the platform's.</summary>
    public IReadOnlyDictionary<string, string> GlobalVariables { get; }

    /// <summary>
    /// What <c>docker build --check</c> would stop at once the file itself is right, in the order it would.
    /// </summary>
    public IReadOnlyList<DockerfileError> Errors { get; }

    /// <summary>
    /// What has been left unread so far, for it is larger or deeper than anything people write. Scripts are read when
    /// they are asked for, so it may grow.
    /// </summary>
    public IReadOnlyList<UnreadPart> Unread
    {
        get
        {
            lock (_unread) return [.. _unread];
        }
    }

    /// <summary>
    /// What <c>docker build --check</c> would stop at, the errors of the file itself first; null when it would not
    /// stop. Everything else is what comes after it is mended.
    /// </summary>
    public DockerfileError? FirstError => File.FirstError ?? (Errors.Count > 0 ? Errors[0] : null);

    /// <summary>A stage with what is known of it.</summary>
    public StageEvaluation this[Stage stage] =>
        _stages[(stage ?? throw new ArgumentNullException(nameof(stage))).Index];

    /// <summary>
    /// The script of a command instruction, as <see cref="StageEvaluation.ScriptOf"/> reads it. One that stands before
    /// the first <c>FROM</c> belongs to no stage; it is read as if the default shell ran it.
    /// </summary>
    public ShellScript? ScriptOf(Instruction instruction)
    {
        if (instruction is null) throw new ArgumentNullException(nameof(instruction));
        return instruction.Stage is { } stage
            ? this[stage].ScriptOf(instruction)
            : Noted(ShellScripts.Read(this, instruction));
    }

    /// <summary>Notes what of a script was too deep to be read.</summary>
    internal ShellScript? Noted(ShellScript? script)
    {
        if (script?.UnreadFrom is { } place)
            LeaveUnread("the shell text is nested too deep to be checked", place);
        return script;
    }

    internal NamedContexts Contexts { get; }

    internal VariableMap GlobalMap => (VariableMap)GlobalVariables;

    /// <summary>Evaluates a build.</summary>
    /// <exception cref="OperationCanceledException">The options' token has been cancelled.</exception>
    public static BuildEvaluation Evaluate(Dockerfile file, BuildOptions options) =>
        new(
            file ?? throw new ArgumentNullException(nameof(file)),
            options ?? throw new ArgumentNullException(nameof(options)));

    /// <summary>Whether the stage is part of what is built.</summary>
    public bool IsReachable(Stage stage)
    {
        if (stage is null) throw new ArgumentNullException(nameof(stage));
        return stage.Index < _reachable.Length && _reachable[stage.Index];
    }

    private VariableMap EvaluateGlobalArgs(IReadOnlyDictionary<string, string> arguments, List<DockerfileError> errors)
    {
        var variables = PlatformArguments.Of(Options);
        foreach (var instruction in File.GlobalArgs)
        {
            foreach (var pair in instruction.Pairs)
            {
                var name = pair.Key.Text;
                if (arguments.TryGetValue(name, out var given)) variables = variables.Set(name, given);
                else if (pair.Value is { } value)
                    variables = variables.Set(name, ExpandWord(value, instruction, variables, errors));
            }
        }

        return variables;
    }

    /// <summary>Expands a word; an error is noted and the word left as it is.</summary>
    internal string ExpandWord(
        Word word, Instruction instruction, VariableMap variables, List<DockerfileError> errors)
    {
        var text = instruction.IsJson ? word.Value : word.Text;
        if (!NeedsExpansion(text, File.EscapeCharacter)) return text;
        // Without variables nothing is left but quotes and escapes; where those could be taken off, they have been.
        var isUnquoted = !instruction.IsJson && word.Value.Length < word.Text.Length && text.IndexOf('$') < 0;
        return isUnquoted ? word.Value : ExpandText(text, word.Span, instruction, variables, errors);
    }

    internal string ExpandText(
        string text, SourceSpan span, Instruction instruction, VariableMap variables, List<DockerfileError> errors)
    {
        if (!NeedsExpansion(text, File.EscapeCharacter)) return text;
        if (Expand(text, span, variables) is not { } expansion) return text;
        if (expansion.Error is { } error)
        {
            errors.Add(new DockerfileError(
                DockerfileErrorKind.Build, $"'{Sentence.Show(text)}' cannot be expanded: {error}", span, instruction));
        }

        return expansion.Value;
    }

    /// <summary>
    /// Expands a text of the file while the build is evaluated; null once variables have grown too long together.
    /// </summary>
    internal Expansion? Expand(string text, SourceSpan span, VariableMap variables)
    {
        if (IsCutShort && text.IndexOf('$') >= 0) return null;
        var expansion = Expansion.Expand(text, variables, File.EscapeCharacter);
        return text.IndexOf('$') < 0 || Spend(expansion.Value.Length, span) ? expansion : null;
    }

    /// <summary>Counts characters that variables were expanded to; false when they have become too many.</summary>
    internal bool Spend(int length, SourceSpan span)
    {
        if (IsCutShort) return false;
        _expanded += length;
        if (!IsCutShort) return true;
        LeaveUnread("the values of the variables are too long together to be checked from here on", span);
        return false;
    }

    /// <summary>Whether variables have grown so long that their values are no longer known.</summary>
    internal bool IsCutShort => _expanded > MaximumExpansion;

    private void LeaveUnread(string message, SourceSpan span)
    {
        lock (_unread) _unread.Add(new UnreadPart(message, span));
    }

    internal static bool NeedsExpansion(string text, char escape)
    {
        foreach (var c in text)
            if (c is '$' or '\'' or '"' || c == escape) return true;
        return false;
    }

    private StageEvaluation? FindTarget(Dictionary<string, StageEvaluation> byName, List<DockerfileError> errors)
    {
        if (_stages.Count == 0)
        {
            errors.Add(new DockerfileError(
                DockerfileErrorKind.Build, "the file has no FROM, so there is nothing to build", SourceSpan.FileStart));
            return null;
        }

        if (string.IsNullOrEmpty(Options.Target)) return _stages[_stages.Count - 1];
        var target = Options.Target!;
        if (byName.TryGetValue(target.ToLowerInvariant(), out var named)) return named;
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < _stages.Count)
        {
            return _stages[index];
        }

        var span = _stages[_stages.Count - 1].Stage.From.Span;
        errors.Add(new DockerfileError(
            DockerfileErrorKind.Target, $"there is no stage '{Sentence.Show(target)}' to build", span));
        return null;
    }

    private bool[] FindReachable()
    {
        var found = new bool[_stages.Count];
        var pending = new Stack<StageEvaluation>();
        if (Final is not null) pending.Push(Final);
        while (pending.Count > 0)
        {
            var stage = pending.Pop();
            if (found[stage.Stage.Index]) continue;
            found[stage.Stage.Index] = true;
            if (stage.IsReplaced) continue;
            if (stage.BaseStage is { } baseStage) pending.Push(baseStage);
            foreach (var source in stage.Sources)
                if (source.Stage is { } from) pending.Push(from);
        }

        return found;
    }
}
