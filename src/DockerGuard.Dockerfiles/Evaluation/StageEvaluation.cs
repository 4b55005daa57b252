using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// A stage once variables are expanded and bases known: where it comes from and what its image is configured with.
/// </summary>
public sealed class StageEvaluation
{
    private readonly BuildEvaluation _build;
    private readonly List<StageSource> _sources = [];
    private StageRunner? _runner;
    private StageRunner? _result;
    private IReadOnlyList<Setting<NamedValue>>? _environment;
    private IReadOnlyList<Setting<NamedValue>>? _labels;
    private IReadOnlyList<Setting<string>>? _exposedPorts;
    private IReadOnlyList<Setting<string>>? _volumes;
    private ShellScript?[]? _scripts;

    internal StageEvaluation(
        BuildEvaluation build, Stage stage, Dictionary<string, StageEvaluation> earlier, List<DockerfileError> errors)
    {
        _build = build;
        Stage = stage;
        ExternalFrom = stage.From;
        ImageName = "";
        if (stage.From.Image is not { } image) return;
        var platform = ReadPlatform(errors);
        TargetPlatform = Platform.IsValid(platform) ? Platform.Read(platform) : null;
        // A name nobody can know is as good as one that depends on a variable without a value.
        if (build.Expand(image.Text, image.Span, build.GlobalMap) is not { } expansion)
        {
            UnresolvedVariable = image.Text;
            return;
        }

        if (expansion.Missing.Count > 0) UnresolvedVariable = expansion.Missing[0];
        if (expansion.Error is { } error)
            Add(errors, $"'{Sentence.Show(image.Text)}' cannot be expanded: {error}", image.Span);
        else if (expansion.Value.Length == 0)
            Add(errors, $"the image name '{Sentence.Show(image.Text)}' is empty after expansion", image.Span);
        // A stage of its own name comes before everything FROM says.
        NamedContext = stage.Name is null ? null : build.Contexts.Find(stage.Name, platform);
        IsReplaced = NamedContext is not null;
        if (!IsReplaced && earlier.TryGetValue(expansion.Value, out var baseStage))
        {
            BaseStage = baseStage;
            ExternalFrom = baseStage.ExternalFrom;
            Base = baseStage.Base;
            return;
        }

        ImageName = expansion.Value;
        if (expansion.Error is not null || ImageName.Length == 0) return;
        if (ImageName != "scratch" && ImageReference.Problem(ImageName) is { } problem)
        {
            Add(errors, $"'{Sentence.Show(ImageName)}' is no image name: {problem}", image.Span);
            return;
        }

        NamedContext ??= build.Contexts.Find(ImageName, platform);
        if (NamedContext is not null)
        {
            ImageName = NamedContexts.ImageOf(NamedContext) ?? "";
            if (ImageName.Length > 0 && ImageName != "scratch" && ImageReference.Problem(ImageName) is { } wrong)
            {
                Add(errors, $"the named context '{Sentence.Show(NamedContext)}' is no image name: {wrong}", image.Span);
                return;
            }
        }

        IsScratch = ImageName == "scratch";
        // A folder or a repository has files and no configuration.
        Base = IsScratch || ImageName.Length == 0 ? new ImageConfig() : build.Options.ResolveBase?.Invoke(ImageName);
    }

    public Stage Stage { get; }

    /// <summary>
    /// The image named in <c>FROM</c>, expanded, or the one a named context puts in its place; empty when the stage
    /// continues another one or files alone.
    /// </summary>
    public string ImageName { get; }

    /// <summary>
    /// The platform the stage is made for: that of <c>FROM --platform</c>, else the one built for; null when the flag's
    /// value is none.
    /// </summary>
    public Platform? TargetPlatform { get; }

    /// <summary>
    /// The value of the <c>--build-context</c> that takes the place of the stage or its base image; null when none
    /// does.
    /// </summary>
    public string? NamedContext { get; }

    /// <summary>
    /// Whether a named context takes the place of the whole stage: what its instructions do is not part of the build.
    /// </summary>
    public bool IsReplaced { get; }

    /// <summary>Whether the stage itself starts from nothing.</summary>
    public bool IsScratch { get; }

    /// <summary>
    /// The first variable in <c>FROM</c> that has neither value nor default; null when the name is complete.
    /// </summary>
    public string? UnresolvedVariable { get; }

    /// <summary>The stage this one continues.</summary>
    public StageEvaluation? BaseStage { get; }

    /// <summary>
    /// What is known of the external image at the root of the chain; empty for <c>scratch</c>, null when nothing is
    /// known.
    /// </summary>
    public ImageConfig? Base { get; }

    /// <summary>The <c>FROM</c> that names the external image at the root of the chain.</summary>
    public FromInstruction ExternalFrom { get; }

    /// <summary>The stages and images files are taken from.</summary>
    public IReadOnlyList<StageSource> Sources => _sources;

    /// <summary>Null when neither the chain of stages nor a known base image sets one.</summary>
    public Setting<string>? User => Result.User;

    /// <summary>
    /// Null when neither the chain of stages nor a known base image sets one; relative when it depends on an unknown
    /// base image.
    /// </summary>
    public Setting<string>? WorkingDirectory => Result.WorkingDirectory;

    /// <summary>The image's variables in the order first set, the base image's included.</summary>
    public IReadOnlyList<Setting<NamedValue>> Environment =>
        _environment ??= Merge(static stage => stage.Result.Environment, static setting => setting.Value.Key);

    public IReadOnlyList<Setting<NamedValue>> Labels =>
        _labels ??= Merge(static stage => stage.Result.Labels, static setting => setting.Value.Key);

    /// <summary>Ports with their protocol, such as <c>80/tcp</c>; a range stays a range.</summary>
    public IReadOnlyList<Setting<string>> ExposedPorts =>
        _exposedPorts ??= Merge(static stage => stage.Result.ExposedPorts, static setting => setting.Value);

    public IReadOnlyList<Setting<string>> Volumes =>
        _volumes ??= Merge(static stage => stage.Result.Volumes, static setting => setting.Value);

    /// <summary>
    /// The variables the stage adds to those of the stage it continues; those of the base image where it continues
    /// none.
    /// </summary>
    public IReadOnlyList<Setting<NamedValue>> OwnEnvironment => Result.Environment;

    /// <summary>The ports, as <see cref="OwnEnvironment"/> has the variables.</summary>
    public IReadOnlyList<Setting<string>> OwnExposedPorts => Result.ExposedPorts;

    /// <summary>The volumes, as <see cref="OwnEnvironment"/> has the variables.</summary>
    public IReadOnlyList<Setting<string>> OwnVolumes => Result.Volumes;

    /// <summary>
    /// The command as it is started, the shell included for shell text; empty for <c>ENTRYPOINT []</c>.
    /// </summary>
    public Setting<IReadOnlyList<string>>? Entrypoint => Result.Entrypoint;

    /// <summary>
    /// The command as it is started, the shell included for shell text. An <c>ENTRYPOINT</c> drops one that an earlier
    /// stage or the base image set.
    /// </summary>
    public Setting<IReadOnlyList<string>>? Cmd => Result.Cmd;

    /// <summary>
    /// Docker's test: <c>NONE</c>, or <c>CMD</c> or <c>CMD-SHELL</c> with the command; empty when the base image has
    /// one.
    /// </summary>
    public Setting<IReadOnlyList<string>>? Healthcheck => Result.Healthcheck;

    public Setting<string>? StopSignal => Result.StopSignal;

    /// <summary>What holds after the last instruction.</summary>
    public StageState EndState => Result.End;

    internal BuildEvaluation Build => _build;

    /// <summary>What the stage hands on.</summary>
    internal StageRunner Result => _result ?? throw new InvalidOperationException("the stage has not been evaluated");

    /// <summary>
    /// What holds just before an instruction of this stage, <c>FROM</c> and the inner ones of <c>ONBUILD</c> included.
    /// </summary>
    /// <exception cref="ArgumentException">The instruction belongs to another stage or file.</exception>
    public StageState StateBefore(Instruction instruction)
    {
        if (instruction is null) throw new ArgumentNullException(nameof(instruction));
        if (instruction.Stage != Stage)
            throw new ArgumentException("the instruction does not belong to this stage", nameof(instruction));
        return instruction == Stage.From
            ? new StageState(null, null, _build.GlobalMap, VariableMap.Empty, [])
            : _runner!.StateBefore(instruction.IndexInStage);
    }

    /// <summary>
    /// Expands a text with the variables that hold before an instruction; the text itself when it cannot be expanded.
    /// </summary>
    public string Expand(string text, Instruction at) =>
        BuildEvaluation.NeedsExpansion(text, _build.File.EscapeCharacter)
            ? Expansion.Expand(text, StateBefore(at).Variables, _build.File.EscapeCharacter).Value
            : text;

    /// <summary>
    /// The variables of an instruction of this stage that have no value there; empty for <c>FROM</c> and for what no
    /// build expands.
    /// </summary>
    public IReadOnlyList<UndefinedVariable> UndefinedVariables(Instruction instruction) =>
        UndefinedVariableFinder.Find(instruction, StateBefore(instruction), _build);

    /// <summary>
    /// The script of a <c>RUN</c>, <c>CMD</c>, <c>ENTRYPOINT</c> or <c>HEALTHCHECK</c> of this stage, those inside
    /// <c>ONBUILD</c> included, in the language of the <c>SHELL</c> that holds there; null for any other instruction
    /// and when there is no command. It is read once.
    /// </summary>
    /// <exception cref="ArgumentException">The instruction belongs to another stage or file.</exception>
    public ShellScript? ScriptOf(Instruction instruction)
    {
        if (instruction is null) throw new ArgumentNullException(nameof(instruction));
        if (instruction.Stage != Stage)
            throw new ArgumentException("the instruction does not belong to this stage", nameof(instruction));
        if (instruction is not CommandInstruction) return null;
        var known = _scripts
            ?? Interlocked.CompareExchange(ref _scripts, new ShellScript?[Stage.Instructions.Count], null)
            ?? _scripts;
        ref var place = ref known[instruction.IndexInStage];
        if (Volatile.Read(ref place) is { } script) return script;
        return _build.Noted(ShellScripts.Read(this, instruction)) is { } read
            ? Interlocked.CompareExchange(ref place, read, null) ?? read
            : null;
    }

    internal void Run(List<DockerfileError> errors)
    {
        _runner = new StageRunner(this, errors);
        // BuildKit checks the instructions of a replaced stage too, but nothing of them is handed on.
        _result = IsReplaced ? new StageRunner(this, errors) : _runner;
        _runner.Run();
    }

    internal void FindSources(
        List<StageEvaluation> stages, Dictionary<string, StageEvaluation> byName, List<DockerfileError> errors)
    {
        foreach (var instruction in Stage.Instructions)
        {
            if (instruction is CopyInstruction { From: { Value: { Length: > 0 } name } flag })
                AddSource(name, flag, instruction, stages, byName, errors);
            if (instruction is not RunInstruction run) continue;
            foreach (var mount in run.Mounts)
                if (mount.From is { Length: > 0 } from) AddSource(from, mount.Flag, run, stages, byName, errors);
        }
    }

    private void AddSource(
        string name,
        Flag flag,
        Instruction instruction,
        List<StageEvaluation> stages,
        Dictionary<string, StageEvaluation> byName,
        List<DockerfileError> errors)
    {
        StageEvaluation? source = null;
        string? error = null;
        if (instruction is CopyInstruction
            && int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            if (index >= 0 && index < stages.Count) source = stages[index];
            else error = $"there is no stage number {Sentence.Show(name)}";
        }
        else if (byName.TryGetValue(name.ToLowerInvariant(), out source) || name is "scratch" or "context")
        {
            // A stage, or a name that BuildKit itself gives a meaning.
        }
        else if (name.IndexOf('$') >= 0)
        {
            error = $"a variable is not expanded in from={Sentence.Show(name)}; name a stage with FROM and take it "
                + "from there";
        }
        else if (ImageReference.Problem(name) is { } problem)
        {
            error = $"'{Sentence.Show(name)}' is neither a stage nor an image: {problem}";
        }

        var context = source is null && error is null ? _build.Contexts.Find(name, _build.Options.Platform) : null;
        if (source is not null && source.Stage.Index >= Stage.Index)
        {
            error = source == this
                ? "a stage cannot take files from itself"
                : $"the stage '{Sentence.Show(name)}' comes later in the file";
            source = null;
        }

        if (error is not null)
        {
            var span = flag.ValueSpan;
            errors.Add(new DockerfileError(DockerfileErrorKind.Build, error, span, instruction) { IsCertain = true });
        }

        _sources.Add(new StageSource(name, source, instruction, flag.ValueSpan, context));
    }

    /// <summary>The platform of the stage: that of the flag, else the one built for.</summary>
    private string ReadPlatform(List<DockerfileError> errors)
    {
        if (Stage.From.Platform is not { Value: { Length: > 0 } text } flag) return _build.Options.Platform;
        var platform = _build.ExpandText(text, flag.ValueSpan, Stage.From, _build.GlobalMap, errors);
        if (platform.Length == 0)
            Add(errors, $"the platform '{Sentence.Show(text)}' is empty after expansion", flag.ValueSpan);
        else if (!Platform.IsValid(platform))
            Add(errors, $"'{Sentence.Show(platform)}' is no platform, such as linux/amd64", flag.ValueSpan);
        return platform;
    }

    private void Add(List<DockerfileError> errors, string message, SourceSpan span) =>
        errors.Add(new DockerfileError(DockerfileErrorKind.Build, message, span, Stage.From));

    /// <summary>
    /// The settings of the base image and the chain of stages; a later one takes the place of an earlier one of its
    /// name.
    /// </summary>
    private List<Setting<T>> Merge<T>(Func<StageEvaluation, List<Setting<T>>> own, Func<Setting<T>, string> key)
    {
        var chain = new Stack<StageEvaluation>();
        for (var stage = this; stage is not null; stage = stage.BaseStage) chain.Push(stage);
        var merged = new List<Setting<T>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stage in chain)
        {
            foreach (var setting in own(stage))
            {
                if (places.TryGetValue(key(setting), out var place))
                {
                    merged[place] = setting;
                    continue;
                }

                places.Add(key(setting), merged.Count);
                merged.Add(setting);
            }
        }

        return merged;
    }
}
