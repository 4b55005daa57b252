using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>Gathers the scripts of a Dockerfile that ShellCheck can read: RUN in shell form, here-documents, and those a shell is given as one.</summary>
internal sealed class EmbeddedScripts
{
    private readonly BuildEvaluation _build;
    private readonly bool _isHadolint;
    private readonly Dictionary<Stage, VariableScope> _scopes = [];
    private readonly VariableScope _loose = new(null);
    private readonly List<EmbeddedScript> _scripts = [];
    private IReadOnlyList<string> _looseShell = ["/bin/sh", "-c"];

    private EmbeddedScripts(BuildEvaluation build, bool isHadolint)
    {
        _build = build;
        _isHadolint = isHadolint;
    }

    /// <param name="build">The build the scripts are part of.</param>
    /// <param name="isHadolint">True to read them as hadolint does: one shell, variables by name, nothing known inside ONBUILD.</param>
    public static IReadOnlyList<EmbeddedScript> Of(BuildEvaluation build, bool isHadolint)
    {
        var scripts = new EmbeddedScripts(build, isHadolint);
        foreach (var instruction in build.File.Instructions) scripts.Read(instruction);
        return scripts._scripts;
    }

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
        var evaluation = _build[stage];
        scope = new VariableScope(evaluation.BaseStage is { } baseStage && _scopes.TryGetValue(baseStage.Stage, out var outer) ? outer : null);
        if (evaluation is { BaseStage: null, Base: { } config }) scope.AddEnvironment(config.Environment.Keys);
        _scopes.Add(stage, scope);
        return scope;
    }

    private void Add(RunInstruction run, VariableScope scope)
    {
        if (_build.ScriptOf(run) is not { Dialect: ShellDialect.Sh or ShellDialect.Bash } script) return;
        if (ShebangOf(run, script, out var isPortable) is { } shebang) Add(script.Body.Source, shebang, scope, run, isPortable);
        if (_isHadolint) return;
        foreach (var command in script.Commands)
        {
            // A shell that reads a here-document; hadolint takes that for text. Escapes in it belong to the shell around it.
            if (command is not { Script: { } inner, Name: { } name } || !command.Redirections.Any(redirection => redirection.Heredoc is { } heredoc && IsVerbatim(heredoc))) continue;
            string[] words = [name, .. command.Arguments.Select(argument => argument.Value)];
            if (ShellNames.Shebang(words) is { } line) Add(inner.Source, line, scope, run, isPortable: false);
        }
    }

    private static bool IsVerbatim(ShellHeredoc heredoc) => !heredoc.Expand || heredoc.Text.IndexOf('\\') < 0;

    private void Add(ScriptText text, string shebang, VariableScope scope, RunInstruction run, bool isPortable)
    {
        var known = _isHadolint && run.IsOnBuild ? null : scope;
        _scripts.Add(new EmbeddedScript(text, shebang, VariableScope.Mentioned(known, text.Text, run.IsOnBuild), isPortable));
    }

    private string? ShebangOf(RunInstruction run, ShellScript script, out bool isPortable)
    {
        isPortable = false;
        var shell = run.Stage is { } stage ? _build[stage].StateBefore(run).Shell : _looseShell;
        if (_isHadolint) return ShellNames.HadolintShebang(run.IsOnBuild ? ["/bin/sh"] : shell);
        var own = ShellNames.OfScript(script.Text);
        if (own is null && shell.Count > 0 && shell[0] == "/bin/sh" && run.Stage is not null)
        {
            var system = ShellNames.SystemShell(_build[run.Stage]);
            isPortable = system == "busybox";
            shell = ["/bin/" + system, .. shell.Skip(1)];
        }

        return ShellNames.Shebang(own ?? shell);
    }
}
