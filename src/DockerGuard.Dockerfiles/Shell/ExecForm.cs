using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>A command whose words are given apart.</summary>
internal static class ExecForm
{
    public static ShellList Read(ScriptText source, List<ShellWord> words, ScriptContext context)
    {
        var length = source.Text.Length;
        if (words.Count == 0) return new ShellList(source, 0, length, []);
        var command = new SimpleCommand(
            source, 0, length, ShellDialect.None, new ArraySegment<ShellWord>(words.ToArray()), [], []);
        context.Complete(context.Reserve(), command);
        CommandWrappers.Unwrap(command, context, default);
        var pipeline = new ShellPipeline(source, 0, length, [command], isNegated: false, default);
        return new ShellList(
            source, 0, length, [new ShellAndOr(source, 0, length, [pipeline], [], isBackground: false)]);
    }
}
