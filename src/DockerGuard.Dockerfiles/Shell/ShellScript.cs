using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// A script taken apart. Reading never throws on what the text holds: what cannot be read is in <see cref="Errors"/>
/// and the rest is there. Immutable and safe to share between threads.
/// </summary>
public sealed class ShellScript
{
    internal ShellScript(ScriptText text, ShellDialect dialect, ShellList body, ScriptContext context)
    {
        Text = text.Text;
        Dialect = dialect;
        Body = body;
        Commands = context.Commands;
        Pipelines = context.Pipelines;
        Errors = context.Errors;
        UnreadFrom = context.UnreadFrom;
    }

    /// <summary>The script as the shell is given it.</summary>
    public string Text { get; }

    public ShellDialect Dialect { get; }

    public ShellList Body { get; }

    /// <summary>
    /// Every command anywhere: in pipelines, loops, functions, substitutions, scripts given as text, and behind others
    /// such as <c>sudo</c>. In the order they are written; one comes before those inside it.
    /// </summary>
    public IReadOnlyList<SimpleCommand> Commands { get; }

    /// <summary>Every pipeline of more than one command, anywhere.</summary>
    public IReadOnlyList<ShellPipeline> Pipelines { get; }

    /// <summary>What a shell would refuse, and what is nested too deep to be read.</summary>
    public IReadOnlyList<ShellError> Errors { get; }

    /// <summary>
    /// The place from which commands are nested or wrapped too deep to be read; null when every command is in
    /// <see cref="Commands"/>.
    /// </summary>
    public SourceSpan? UnreadFrom { get; }

    /// <summary>Reads a script on its own; spans count from its first character.</summary>
    public static ShellScript Parse(string text, ShellDialect dialect = ShellDialect.Sh)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        return ScriptContext.Read(
            new ScriptText(LogicalLine.From(new SourceText(text), 0, text.Length), 0, text.Length), dialect, default);
    }

    /// <summary>The commands of any of these names, as <see cref="SimpleCommand.Is"/> compares them.</summary>
    public IEnumerable<SimpleCommand> Find(params string[] names)
    {
        foreach (var command in Commands)
            if (command.Is(names)) yield return command;
    }

    /// <summary>
    /// Whether a command has this name and all of these arguments: <c>Runs("yum", "clean", "all")</c>.
    /// </summary>
    public bool Runs(string name, params string[] arguments)
    {
        foreach (var command in Commands)
            if (command.Runs(name, arguments)) return true;
        return false;
    }
}
