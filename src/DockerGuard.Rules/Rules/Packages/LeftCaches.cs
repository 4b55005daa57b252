using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// What a package manager downloads and nobody removes in the same layer. What the rules about that share.
/// </summary>
internal static class LeftCaches
{
    private static readonly char[] Wildcards = ['*', '?', '[', '{'];

    /// <summary>
    /// The call whose cache stays, for no command after it cleans up; null when one does, or when there is no call.
    /// </summary>
    /// <remarks>It is the last one: to clean before it leaves what it brings.</remarks>
    public static PackageCommand? Uncleaned(
        ShellScript script,
        FileContext context,
        IReadOnlyList<PackageCommand> calls,
        Func<SimpleCommand, bool> cleans) =>
        calls.Count > 0 && !IsCleanedAfter(calls[calls.Count - 1], script, context, cleans)
            ? calls[calls.Count - 1]
            : null;

    /// <summary>True when a command after a call cleans up.</summary>
    public static bool IsCleanedAfter(
        PackageCommand call, ShellScript script, FileContext context, Func<SimpleCommand, bool> cleans)
    {
        var isAfter = false;
        foreach (var command in context.CommandsOf(script))
        {
            if (command == call.Command) isAfter = true;
            else if (cleans(command) && (isAfter || IsInFunction(command))) return true;
        }

        return false;
    }

    /// <summary>
    /// Reports a call whose cache stays; <paramref name="cleaning"/> is the command that would remove it.
    /// </summary>
    public static void Report(
        PackageCommand call, string cleaning, RunInstruction run, ShellScript script, FileContext context) =>
        context.Report(
            call.Verb.Span, $"'{call.Title}' leaves its cache in the image: there is no '{cleaning}' after it",
            ShellFixes.AppendToChain(run, script, call.Command, cleaning));

    /// <summary>
    /// True when one of these folders, or one it lies in, is a cache or tmpfs mount and thus no part of the layer.
    /// </summary>
    public static bool AreMounted(RunInstruction run, params string[] folders) =>
        run.Mounts.Count > 0 && AreInMount(run, folders);

    private static bool AreInMount(RunInstruction run, string[] folders) =>
        CacheMounts.Cover(run, folders)
        || CacheMounts.Any(run, target => target.Length > 1
            && folders.Any(folder => folder.StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal)));

    /// <summary>True when a command deletes one of these folders or what is in it.</summary>
    public static bool Removes(SimpleCommand command, params string[] folders)
    {
        var deletes = command.Is("rm") ? command.HasFlag("r", "R", "recursive")
            : command.Is("find") && (command.HasArgument("-delete") || command.Wrapped?.Is("rm") == true);
        return deletes && NamesAny(command, folders);
    }

    // Apart, because what it captures is an object, and nearly no command deletes anything.
    private static bool NamesAny(SimpleCommand command, string[] folders) =>
        command.Operands().Any(operand => folders.Any(folder => Covers(operand, folder)));

    private static bool Covers(ShellWord word, string folder)
    {
        var path = word.Value;
        // Of a path made of variables only the end may be known.
        if (!word.IsStatic) return path.IndexOf(folder, StringComparison.Ordinal) >= 0;
        if (path.Length == 0 || path[0] != '/') return false;
        var wildcard = path.IndexOfAny(Wildcards);
        if (wildcard < 0) return (folder + "/").StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal);
        var start = path.Substring(0, wildcard);
        return folder.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(folder, StringComparison.Ordinal);
    }

    /// <summary>A function is written before it is called.</summary>
    private static bool IsInFunction(ShellNode command)
    {
        for (var node = command; node is not null; node = node.Parent)
            if (node is CompoundCommand { Kind: ShellCompoundKind.Function }) return true;
        return false;
    }
}
