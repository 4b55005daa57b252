using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>A command with its arguments, wherever in the script it stands.</summary>
public sealed partial class SimpleCommand : ShellCommand
{
    private readonly ArraySegment<ShellWord> _words;
    private readonly ShellDialect _dialect;
    private string? _baseName;

    internal SimpleCommand(
        ScriptText source, int start, int end, ShellDialect dialect, ArraySegment<ShellWord> words,
        IReadOnlyList<ShellAssignment> assignments, IReadOnlyList<ShellRedirection> redirections)
        : base(source, start, end, redirections)
    {
        _words = words;
        _dialect = dialect;
        Assignments = assignments;
        // An empty collection expression would make a default segment here, which cannot be enumerated.
        Arguments = words.Count > 1
            ? new ArraySegment<ShellWord>(words.Array!, words.Offset + 1, words.Count - 1)
            : Array.Empty<ShellWord>();
    }

    /// <summary>The name and the arguments.</summary>
    public IReadOnlyList<ShellWord> Words => _words.Array is null ? Array.Empty<ShellWord>() : _words;

    /// <summary>The word that names the command; null when there are only assignments or redirections.</summary>
    public ShellWord? NameWord => _words.Count > 0 ? _words.Array![_words.Offset] : null;

    /// <summary>
    /// The name, with its path when one is written; null when there is none or it is made of expansions.
    /// </summary>
    public string? Name => NameWord is { IsStatic: true } word ? word.Value : null;

    /// <summary>The name without path, and without <c>.exe</c>; null as <see cref="Name"/> is.</summary>
    public string? BaseName => _baseName ??= Name is { } name ? FileNames.Stem(name) : null;

    /// <summary>The words after the name.</summary>
    public IReadOnlyList<ShellWord> Arguments { get; }

    /// <summary>The assignments before the name; those of <c>env</c> for the command it starts.</summary>
    public IReadOnlyList<ShellAssignment> Assignments { get; }

    /// <summary>The language the command is written in.</summary>
    public ShellDialect Dialect => _dialect;

    /// <summary>The command this one starts: the <c>apt-get</c> of <c>sudo -E apt-get update</c>.</summary>
    public SimpleCommand? Wrapped { get; private set; }

    /// <summary>The command that starts this one, such as <c>sudo</c>, <c>env</c> or <c>xargs</c>.</summary>
    public SimpleCommand? Wrapper => Parent as SimpleCommand;

    /// <summary>The script given as text, as in <c>sh -c "..."</c>.</summary>
    public ShellList? Script { get; private set; }

    /// <summary>
    /// The pipeline the command is part of, by way of what starts it; null only for a function's body that is a lone
    /// command.
    /// </summary>
    public ShellPipeline? Pipeline
    {
        get
        {
            var node = Parent;
            while (node is SimpleCommand) node = node.Parent;
            return node as ShellPipeline;
        }
    }

    /// <summary>The member of the pipeline that reads this command's output.</summary>
    public ShellCommand? PipedInto
    {
        get
        {
            ShellCommand command = this;
            while (command.Parent is SimpleCommand wrapper) command = wrapper;
            return command.Parent is ShellPipeline pipeline && command.PipelineIndex + 1 < pipeline.Commands.Count
                ? pipeline.Commands[command.PipelineIndex + 1]
                : null;
        }
    }

    internal ArraySegment<ShellWord> WordSegment => _words;

    internal void Wrap(SimpleCommand inner)
    {
        Wrapped = inner;
        inner.Parent = this;
        inner.PipelineIndex = PipelineIndex;
    }

    internal void Run(ShellList script)
    {
        Script = script;
        script.Parent = this;
    }
}
