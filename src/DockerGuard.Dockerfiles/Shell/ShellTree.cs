using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// Statements one after another: a script, or what stands between <c>then</c> and <c>fi</c>, <c>$(</c> and <c>)</c> and
/// the like.
/// </summary>
public sealed class ShellList : ShellNode
{
    internal ShellList(ScriptText source, int start, int end, IReadOnlyList<ShellAndOr> items, bool isCondition = false)
        : base(source, start, end)
    {
        Items = items;
        IsCondition = isCondition;
        for (var i = 0; i < items.Count; i++)
        {
            items[i].Parent = this;
            items[i].Index = i;
        }
    }

    public IReadOnlyList<ShellAndOr> Items { get; }

    /// <summary>Whether the list is what <c>if</c>, <c>elif</c>, <c>while</c> or <c>until</c> tests.</summary>
    public bool IsCondition { get; }
}

/// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>; most often only one.</summary>
public sealed class ShellAndOr : ShellNode
{
    private readonly int[]? _fallbacks;

    internal ShellAndOr(
        ScriptText source,
        int start,
        int end,
        IReadOnlyList<ShellPipeline> pipelines,
        IReadOnlyList<bool> isOr,
        bool isBackground)
        : base(source, start, end)
    {
        Pipelines = pipelines;
        IsBackground = isBackground;
        var next = -1;
        for (var i = pipelines.Count - 1; i >= 0; i--)
        {
            pipelines[i].Parent = this;
            pipelines[i].Index = i;
            pipelines[i].FollowsOr = i > 0 && isOr[i - 1];
            if (_fallbacks is not null) _fallbacks[i] = next;
            if (!pipelines[i].FollowsOr) continue;
            if (_fallbacks is null)
            {
                _fallbacks = new int[pipelines.Count];
                for (var j = i; j < _fallbacks.Length; j++) _fallbacks[j] = -1;
            }

            next = i;
        }
    }

    public IReadOnlyList<ShellPipeline> Pipelines { get; }

    /// <summary>Whether a single <c>&amp;</c> ends it.</summary>
    public bool IsBackground { get; }

    /// <summary>Position in the list.</summary>
    internal int Index { get; set; }

    /// <summary>The pipeline that runs when one fails; null when the whole fails with it.</summary>
    internal ShellPipeline? FallbackOf(ShellPipeline pipeline) =>
        _fallbacks is null || _fallbacks[pipeline.Index] < 0 ? null : Pipelines[_fallbacks[pipeline.Index]];
}

/// <summary>Commands joined by <c>|</c>; most often only one.</summary>
public sealed class ShellPipeline : ShellNode
{
    internal ShellPipeline(
        ScriptText source, int start, int end, IReadOnlyList<ShellCommand> commands, bool isNegated, ShellModes modes)
        : base(source, start, end)
    {
        Commands = commands;
        IsNegated = isNegated;
        Modes = modes;
        for (var i = 0; i < commands.Count; i++)
        {
            commands[i].Parent = this;
            commands[i].PipelineIndex = i;
        }
    }

    public IReadOnlyList<ShellCommand> Commands { get; }

    /// <summary>Whether <c>!</c> stands before it.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether <c>||</c> stands before it: it runs only when what came before has failed.</summary>
    public bool FollowsOr { get; internal set; }

    /// <summary>Whether <c>pipefail</c> is on here, by <c>SHELL</c> or by <c>set</c>.</summary>
    public bool HasPipefail => Modes.IsPipefail;

    /// <summary>Whether <c>errexit</c> is on here, by <c>SHELL</c> or by <c>set</c>.</summary>
    public bool HasErrexit => Modes.IsErrexit;

    internal ShellModes Modes { get; }

    /// <summary>Position among what <c>&amp;&amp;</c> and <c>||</c> join.</summary>
    internal int Index { get; set; }
}

/// <summary>One member of a pipeline.</summary>
public abstract class ShellCommand : ShellNode
{
    private protected ShellCommand(ScriptText source, int start, int end, IReadOnlyList<ShellRedirection> redirections)
        : base(source, start, end)
    {
        Redirections = redirections;
        foreach (var redirection in redirections) redirection.Parent ??= this;
    }

    /// <summary>Redirections of this command, here-documents included.</summary>
    public IReadOnlyList<ShellRedirection> Redirections { get; }

    /// <summary>Position in the pipeline, 0-based.</summary>
    public int PipelineIndex { get; internal set; }
}

/// <summary>Which compound command.</summary>
public enum ShellCompoundKind
{
    Subshell,
    Group,
    If,
    For,
    Select,
    While,
    Until,
    Case,
    Function,
    Arithmetic,

    /// <summary>A statement of PowerShell with a keyword, or an expression.</summary>
    Statement,
}

/// <summary>
/// A command made of lists: <c>( )</c>, <c>{ }</c>, <c>if</c>, <c>for</c>, a function definition and so on.
/// </summary>
public sealed class CompoundCommand : ShellCommand
{
    internal CompoundCommand(
        ScriptText source,
        int start,
        int end,
        ShellCompoundKind kind,
        IReadOnlyList<ShellList> lists,
        IReadOnlyList<ShellWord> words,
        IReadOnlyList<ShellRedirection> redirections, ShellCommand? body = null)
        : base(source, start, end, redirections)
    {
        Kind = kind;
        Lists = lists;
        Words = words;
        Body = body;
        foreach (var list in lists) list.Parent = this;
        foreach (var word in words) word.SetParent(this);
        if (body is not null) body.Parent = this;
    }

    public ShellCompoundKind Kind { get; }

    /// <summary>The lists in order, conditions included.</summary>
    public IReadOnlyList<ShellList> Lists { get; }

    /// <summary>
    /// The words of the head: the variable and values of <c>for</c>, the subject and patterns of <c>case</c>, the name
    /// of a function.
    /// </summary>
    public IReadOnlyList<ShellWord> Words { get; }

    /// <summary>What a function runs; null for anything else.</summary>
    public ShellCommand? Body { get; }
}
