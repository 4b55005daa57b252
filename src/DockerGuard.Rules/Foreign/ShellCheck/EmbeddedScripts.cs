using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>
/// Gathers the scripts of a Dockerfile that ShellCheck can read: RUN in shell form, here-documents, and those a shell
/// is given as one.
/// </summary>
internal class EmbeddedScripts(BuildEvaluation build)
{
    private readonly Dictionary<Stage, VariableScope> _scopes = [];
    private readonly VariableScope _loose = new(null);
    private readonly List<EmbeddedScript> _scripts = [];
    private IReadOnlyList<string> _looseShell = ["/bin/sh", "-c"];

    /// <summary>The scripts, in the order of the file.</summary>
    public IReadOnlyList<EmbeddedScript> Read()
    {
        foreach (var instruction in build.File.Instructions)
        {
            build.Options.Cancellation.ThrowIfCancellationRequested();
            Read(instruction);
        }

        return _scripts;
    }

    /// <summary>True to read also the scripts that commands are given as here-documents.</summary>
    protected virtual bool ReadsNested => true;

    /// <summary>True when the names that are set where an instruction stands are set for its script, too.</summary>
    protected virtual bool SeesVariables(RunInstruction run) => true;

    /// <summary>The line that tells which shell a script is for; null for one that is left alone.</summary>
    /// <param name="run">The instruction.</param>
    /// <param name="script">Its script.</param>
    /// <param name="isPortable">True when the shell of the image does more than ShellCheck believes.</param>
    protected virtual string? ShebangOf(RunInstruction run, ShellScript script, out bool isPortable)
    {
        isPortable = false;
        var shell = ShellOf(run);
        var own = ShellNames.OfScript(script.Text);
        if (own is null && shell.Count > 0 && shell[0] == "/bin/sh" && run.Stage is not null)
        {
            var system = ShellNames.SystemShell(build[run.Stage]);
            isPortable = system == "busybox";
            shell = ["/bin/" + system, .. shell.Skip(1)];
        }

        return ShellNames.Shebang(own ?? shell);
    }

    /// <summary>The shell a RUN is given to.</summary>
    protected IReadOnlyList<string> ShellOf(RunInstruction run) =>
        run.Stage is { } stage ? build[stage].StateBefore(run).Shell : _looseShell;

    private void Read(Instruction instruction)
    {
        var scope = ScopeOf(instruction);
        switch (instruction)
        {
            case PairInstruction pairs and (ArgInstruction or EnvInstruction):
                scope.Add(pairs);
                break;
            case ShellInstruction shell when shell.Stage is null:
                _looseShell = [.. shell.Words.Select(word => word.Value)];
                break;
            case RunInstruction run:
                Add(run, scope);
                break;
            case OnBuildInstruction { Inner: RunInstruction inner }:
                Add(inner, scope);
                break;
        }
    }

    private VariableScope ScopeOf(Instruction instruction)
    {
        if (instruction.Stage is not { } stage) return _loose;
        if (_scopes.TryGetValue(stage, out var scope)) return scope;
        var evaluation = build[stage];
        scope = new VariableScope(
            evaluation.BaseStage is { } baseStage && _scopes.TryGetValue(baseStage.Stage, out var outer)
                ? outer
                : null);
        if (evaluation is { BaseStage: null, Base: { } config }) scope.AddEnvironment(config.Environment.Keys);
        _scopes.Add(stage, scope);
        return scope;
    }

    private void Add(RunInstruction run, VariableScope scope)
    {
        if (build.ScriptOf(run) is not { Dialect: ShellDialect.Sh or ShellDialect.Bash } script) return;
        if (ShebangOf(run, script, out var isPortable) is { } shebang)
            Add(script.Body.Source, shebang, scope, run, isPortable);
        if (!ReadsNested) return;
        foreach (var command in script.Commands)
        {
            // A shell that reads a here-document; hadolint takes that for text. Escapes in it belong to the shell
            // around it.
            if (command is not { Script: { } inner, Name: { } name }
                || !command.Redirections.Any(redirection => redirection.Heredoc is { } heredoc && IsVerbatim(heredoc)))
            {
                continue;
            }

            string[] words = [name, .. command.Arguments.Select(argument => argument.Value)];
            if (ShellNames.Shebang(words) is { } line) Add(inner.Source, line, scope, run, isPortable: false);
        }
    }

    private static bool IsVerbatim(ShellHeredoc heredoc) => !heredoc.Expand || heredoc.Text.IndexOf('\\') < 0;

    private void Add(ScriptText text, string shebang, VariableScope scope, RunInstruction run, bool isPortable)
    {
        var known = SeesVariables(run) ? scope : null;
        _scripts.Add(
            new EmbeddedScript(text, shebang, VariableScope.Mentioned(known, text.Text, run.IsOnBuild), isPortable));
    }
}
