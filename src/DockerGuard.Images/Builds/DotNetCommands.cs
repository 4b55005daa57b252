using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Goes through a script as a shell does, with its folder and variables, and gathers what <c>dotnet</c> is told.
/// </summary>
internal sealed class DotNetCommands
{
    private const string Program = "dotnet";

    private readonly List<DotNetCommand> _found = [];

    private DotNetCommands()
    {
    }

    /// <summary>The <c>dotnet</c> commands of a script in the order they are written.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">The variables it starts with; asked for only where there are commands.</param>
    /// <param name="directory">The folder it starts in, absolute; null when that is not known.</param>
    public static IReadOnlyList<DotNetCommand> Of(
        ShellScript script, Func<IReadOnlyDictionary<string, string>> variables, string? directory)
    {
        if (!script.Find(Program).Any()) return [];
        var commands = new DotNetCommands();
        commands.Visit(script.Body, ShellScope.At(variables(), directory));
        return commands._found;
    }

    private void Visit(ShellList list, ShellScope scope)
    {
        foreach (var item in list.Items)
        {
            // A command behind && or || need not have been run for what comes after the list.
            var isSure = true;
            var before = item.Pipelines.Any(static pipeline => pipeline.FollowsOr) ? scope.Copy() : null;
            foreach (var pipeline in item.Pipelines)
            {
                if (!isSure) before ??= scope.Copy();
                Visit(pipeline, scope);
                isSure &= !pipeline.IsTest();
            }

            if (before is not null) scope.Doubt(before);
        }
    }

    private void Visit(ShellPipeline pipeline, ShellScope scope)
    {
        foreach (var command in pipeline.Commands)
        {
            // The members of a pipe are subshells.
            var inner = pipeline.Commands.Count > 1 ? scope.Copy() : scope;
            if (command is SimpleCommand simple) Visit(simple, inner);
            else if (command is CompoundCommand compound) Visit(compound, inner);
        }
    }

    private void Visit(CompoundCommand compound, ShellScope scope)
    {
        if (compound.Kind == ShellCompoundKind.Group)
        {
            foreach (var list in compound.Lists) Visit(list, scope);
            return;
        }

        var isLoop = compound.Kind is ShellCompoundKind.For or ShellCompoundKind.Select;
        if (isLoop && compound.Words.Count > 0)
            scope.Set(compound.Words[0].Value, CommandWord.Unknown.ToString());
        var branches = new List<ShellScope>();
        foreach (var list in compound.Lists)
        {
            var branch = scope.Copy();
            Visit(list, branch);
            branches.Add(branch);
        }

        if (compound.Body is { } body) Visit(body, scope.Copy());
        if (compound.Kind == ShellCompoundKind.Subshell) return;
        foreach (var branch in branches) scope.Doubt(branch);
    }

    private void Visit(ShellCommand body, ShellScope scope)
    {
        if (body is CompoundCommand compound) Visit(compound, scope);
        else if (body is SimpleCommand simple) Visit(simple, scope);
    }

    private void Visit(SimpleCommand command, ShellScope scope)
    {
        foreach (var word in command.Words.Concat(command.Assignments.Select(static assignment => assignment.Value)))
            foreach (var substitution in word.Substitutions) Visit(substitution.Body, scope.Copy());
        Assign(command, scope);
        if (command.Is("cd", "pushd", "chdir", "Set-Location", "Push-Location")) EnterFolder(command, scope);
        else if (command.Is("popd", "Pop-Location")) scope.Enter(null);
        else if (command.Is(Program)) Add(command, scope);
        // A script given as text is another process, but for eval; what is started by another command is in the same.
        if (command.Script is { } script) Visit(script, command.Is("eval") ? scope : scope.Copy());
        if (command.Wrapped is { } wrapped) Visit(wrapped, scope);
    }

    private static void Assign(SimpleCommand command, ShellScope scope)
    {
        if (command.NameWord is null)
        {
            foreach (var assignment in command.Assignments)
                scope.Set(assignment.Name, ValueOf(assignment, command, scope));
        }
        else if (command.Is("export", "declare", "local", "readonly", "typeset"))
        {
            foreach (var word in command.Arguments.SelectMany(word => scope.Expand(word, command.Dialect)).ToList())
            {
                var equals = word.Text.IndexOf('=');
                if (equals > 0) scope.Set(word.Text.Substring(0, equals), word.Text.Substring(equals + 1));
            }
        }
        else if (command.Is("read"))
        {
            foreach (var word in command.Operands()) scope.Set(word.Value, CommandWord.Unknown.ToString());
        }
    }

    private static string ValueOf(ShellAssignment assignment, SimpleCommand command, ShellScope scope) =>
        assignment.IsAppend
            ? CommandWord.Unknown.ToString()
            : assignment.Value.Text.Length == 0
            ? ""
            : scope.ExpandOne(assignment.Value, command.Dialect) ?? CommandWord.Unknown.ToString();

    private static void EnterFolder(SimpleCommand command, ShellScope scope)
    {
        var operands = command.Operands();
        scope.Enter(operands.Count == 1 ? scope.ExpandOne(operands[0], command.Dialect) : null);
    }

    private void Add(SimpleCommand command, ShellScope scope)
    {
        var words = command.Arguments.SelectMany(word => scope.Expand(word, command.Dialect)).ToList();
        var own = scope;
        if (command.Assignments.Count > 0)
        {
            own = scope.Copy();
            foreach (var assignment in command.Assignments)
                own.Set(assignment.Name, ValueOf(assignment, command, scope));
        }

        var read = DotNetCommandLine.Read(
            words, command.Span, scope.Directory, own.Copy().Variables, command.IsSure());
        if (read is not null) _found.Add(read);
    }
}
