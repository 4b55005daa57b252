using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Goes through a stage's instructions and keeps what each leaves behind.</summary>
internal sealed partial class StageRunner
{
    private const string LinuxPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private const string WindowsPath = @"c:\Windows\System32;c:\Windows";

    /// <summary>
    /// Linux knows no longer path (PATH_MAX); without a limit, relative ones would add up to a cost that grows with
    /// their square.
    /// </summary>
    private const int MaximumPathLength = 4096;

    private static readonly string[] LinuxShell = ["/bin/sh", "-c"];
    private static readonly string[] WindowsShell = ["cmd", "/S", "/C"];

    private readonly StageEvaluation _stage;
    private readonly BuildEvaluation _build;
    private readonly List<DockerfileError> _errors;
    private readonly StageState[] _before;
    private VariableMap _variables;
    private VariableMap _declared = VariableMap.Empty;
    private IReadOnlyList<string> _shell;
    private bool _hasOwnCmd;

    public StageRunner(StageEvaluation stage, List<DockerfileError> errors)
    {
        _stage = stage;
        _errors = errors;
        _build = stage.Build;
        _before = new StageState[stage.Stage.Instructions.Count];
        if (stage.BaseStage?.Result is { } inherited)
        {
            _variables = inherited._variables;
            _declared = inherited._declared;
            _shell = inherited._shell;
            User = inherited.User;
            WorkingDirectory = inherited.WorkingDirectory;
            Entrypoint = inherited.Entrypoint;
            Cmd = inherited.Cmd;
            Healthcheck = inherited.Healthcheck;
            StopSignal = inherited.StopSignal;
            End = inherited.End;
            return;
        }

        var isWindows = PlatformArguments.IsWindows(_build.Options);
        _variables = VariableMap.Empty.Set("PATH", isWindows ? WindowsPath : LinuxPath);
        _shell = isWindows ? WindowsShell : LinuxShell;
        if (stage.Base is { } image) Inherit(image);
        End = State();
    }

    public Setting<string>? User { get; private set; }

    public Setting<string>? WorkingDirectory { get; private set; }

    public Setting<IReadOnlyList<string>>? Entrypoint { get; private set; }

    public Setting<IReadOnlyList<string>>? Cmd { get; private set; }

    public Setting<IReadOnlyList<string>>? Healthcheck { get; private set; }

    public Setting<string>? StopSignal { get; private set; }

    public List<Setting<NamedValue>> Environment { get; } = [];

    public List<Setting<NamedValue>> Labels { get; } = [];

    public List<Setting<string>> ExposedPorts { get; } = [];

    public List<Setting<string>> Volumes { get; } = [];

    public StageState End { get; private set; }

    public StageState StateBefore(int index) => _before[index];

    public void Run()
    {
        var instructions = _stage.Stage.Instructions;
        for (var i = 0; i < instructions.Count; i++)
        {
            _build.Options.Cancellation.ThrowIfCancellationRequested();
            if (_build.IsCutShort && _variables.Count > 0)
            {
                _variables = VariableMap.Empty;
                End = State();
            }

            _before[i] = End;
            if (Apply(instructions[i])) End = State();
        }
    }

    private StageState State() => new(User?.Value, WorkingDirectory?.Value, _variables, _declared, _shell);

    private void Inherit(ImageConfig image)
    {
        var span = (_stage.ExternalFrom.Image?.Span).GetValueOrDefault(_stage.ExternalFrom.Span);
        if (!string.IsNullOrEmpty(image.User)) User = new(image.User!, null, span);
        if (!string.IsNullOrEmpty(image.WorkingDirectory)) WorkingDirectory = new(image.WorkingDirectory!, null, span);
        else if (_stage.IsScratch) WorkingDirectory = new("/", null, span);
        foreach (var pair in image.Environment)
        {
            _variables = _variables.Set(pair.Key, pair.Value);
            Environment.Add(new(new NamedValue(pair.Key, pair.Value), null, span));
        }

        foreach (var pair in image.Labels) Labels.Add(new(new NamedValue(pair.Key, pair.Value), null, span));
        foreach (var port in image.ExposedPorts) ExposedPorts.Add(new(port, null, span));
        foreach (var volume in image.Volumes) Volumes.Add(new(volume, null, span));
        if (image.Entrypoint is { } entrypoint) Entrypoint = new(entrypoint, null, span);
        if (image.Cmd is { } cmd) Cmd = new(cmd, null, span);
        if (image.Shell is { Count: > 0 } given) _shell = given;
        if (image.HasHealthcheck) Healthcheck = new([], null, span);
    }

    /// <summary>Returns whether the state changed.</summary>
    private bool Apply(Instruction instruction)
    {
        switch (instruction)
        {
            case EnvInstruction env:
                SetEnvironment(env);
                return true;
            case ArgInstruction arg:
                Declare(arg);
                return true;
            case UserInstruction { User: { } user }:
                User = new(Expand(user, instruction), instruction, user.Span);
                return true;
            case WorkdirInstruction { Path: { } path }:
                var directory = PathNames.Join(WorkingDirectory?.Value, Expand(path, instruction));
                if (directory.Length <= MaximumPathLength) WorkingDirectory = new(directory, instruction, path.Span);
                return true;
            case ShellInstruction when instruction.IsJson && instruction.Words.Count > 0:
                _shell = Values(instruction, 0);
                return true;
            case LabelInstruction label:
                foreach (var pair in label.Pairs)
                {
                    Labels.Add(Paired(
                        new(Expand(pair.Key, label), pair.Value is null ? "" : Expand(pair.Value, label)),
                        label,
                        pair));
                }

                return false;
            case ExposeInstruction:
                Expose(instruction);
                return false;
            case VolumeInstruction:
                foreach (var word in instruction.Words)
                    Volumes.Add(new(Expand(word, instruction), instruction, word.Span));
                return false;
            case StopSignalInstruction { Signal: { } signal }:
                StopSignal = new(Expand(signal, instruction), instruction, signal.Span);
                Note(BuildChecks.CheckSignal(StopSignal.Value), signal.Span, instruction);
                return false;
            case CmdInstruction:
                _hasOwnCmd = true;
                Cmd = new(CommandLine(instruction, 0), instruction, instruction.ArgumentsSpan);
                return false;
            case EntrypointInstruction:
                Entrypoint = new(CommandLine(instruction, 0), instruction, instruction.ArgumentsSpan);
                if (!_hasOwnCmd) Cmd = null;
                return false;
            case HealthcheckInstruction healthcheck:
                SetHealthcheck(healthcheck);
                return false;
            case TransferInstruction transfer:
                CheckTransfer(transfer);
                return false;
            case RunInstruction run:
                CheckMounts(run);
                return false;
            default:
                return false;
        }
    }

    private string Expand(Word word, Instruction instruction) =>
        _build.ExpandWord(word, instruction, _variables, _errors);

    private string Expand(Flag flag, Instruction instruction) =>
        _build.ExpandText(flag.Value ?? "", flag.ValueSpan, instruction, _variables, _errors);

    private void Note(string? message, SourceSpan span, Instruction instruction)
    {
        if (message is not null)
            _errors.Add(new DockerfileError(DockerfileErrorKind.Build, message, span, instruction));
    }

    private void SetEnvironment(EnvInstruction env)
    {
        // All pairs see the variables as they were before the instruction.
        var changed = _variables;
        foreach (var pair in env.Pairs)
        {
            var set = new NamedValue(
                Expand(pair.Key, env), pair.Value is null ? "" : Expand(pair.Value, env));
            changed = changed.Set(set.Key, set.Value);
            Environment.Add(Paired(set, env, pair));
        }

        _variables = changed;
    }

    private static Setting<NamedValue> Paired(
        NamedValue value, Instruction instruction, KeyValue pair) =>
        new(value, instruction, pair.Span) { Pair = pair };

    private void Declare(ArgInstruction arg)
    {
        foreach (var pair in arg.Pairs)
        {
            var name = Expand(pair.Key, arg);
            _declared = _declared.Set(name, "");
            if (_build.Options.BuildArguments.TryGetValue(name, out var given))
                _variables = _variables.Set(name, given);
            else if (pair.Value is { } value) _variables = _variables.Set(name, Expand(value, arg));
            else if (_build.GlobalMap.TryGetValue(name, out var global)) _variables = _variables.Set(name, global);
        }
    }

    private void Expose(Instruction instruction)
    {
        foreach (var word in instruction.Words)
        {
            if (_build.Expand(word.Text, word.Span, _variables) is not { } expansion) continue;
            if (expansion.Error is { } error)
            {
                Note($"'{Sentence.Show(word.Text)}' cannot be expanded: {error}", word.Span, instruction);
                continue;
            }

            foreach (var text in expansion.Words)
            {
                var port = BuildChecks.ReadPort(text, out var problem);
                Note(problem, word.Span, instruction);
                if (port is not null) ExposedPorts.Add(new(port, instruction, word.Span));
            }
        }
    }

    private void SetHealthcheck(HealthcheckInstruction healthcheck)
    {
        IReadOnlyList<string> test;
        if (healthcheck.IsNone) test = ["NONE"];
        else if (healthcheck.IsJson) test = ["CMD", .. Values(healthcheck, 1)];
        else if (healthcheck.CommandText is { } text) test = ["CMD-SHELL", text];
        else return;
        Healthcheck = new(test, healthcheck, healthcheck.ArgumentsSpan);
    }

    private string[] CommandLine(Instruction instruction, int from)
    {
        if (instruction.IsJson) return Values(instruction, from);
        if (instruction.Arguments.Length == 0) return [];
        return [.. _shell, instruction.Arguments];
    }

    private static string[] Values(Instruction instruction, int from)
    {
        var values = new string[instruction.Words.Count - from];
        for (var i = 0; i < values.Length; i++) values[i] = instruction.Words[i + from].Value;
        return values;
    }
}
