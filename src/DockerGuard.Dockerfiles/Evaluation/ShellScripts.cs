using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Finds the script of an instruction: what is given to which shell.</summary>
internal static class ShellScripts
{
    /// <summary>
    /// Reads the command of <c>RUN</c>, <c>CMD</c>, <c>ENTRYPOINT</c> or <c>HEALTHCHECK</c>; null when there is none.
    /// </summary>
    public static ShellScript? Read(StageEvaluation stage, Instruction instruction) =>
        instruction is CommandInstruction command ? Read(command, () => ShellOf(stage, instruction)) : null;

    /// <summary>Reads the command of an instruction that stands before the first <c>FROM</c>.</summary>
    public static ShellScript? Read(BuildEvaluation build, Instruction instruction) =>
        instruction is CommandInstruction command
            ? Read(
                command, () => build.Options.ResolveShell?.Invoke(instruction) ?? DefaultShell(isWindows: false))
            : null;

    private static ShellScript? Read(CommandInstruction command, Func<IReadOnlyList<string>> shell)
    {
        if (command.IsJson) return ReadWords(command);
        if (command.CommandText is not { Length: > 0 } text) return null;
        var (dialect, modes) = ShellDialects.Of(shell());
        var parts = command.Parts;
        // The command of HEALTHCHECK is the end of its arguments.
        var script = command.Heredocs.Count > 0
            ? WithHeredocs(parts)
            : new ScriptText(parts.Line, parts.ArgumentsEnd - text.Length, parts.ArgumentsEnd);
        return ScriptContext.Read(script, dialect, modes);
    }

    /// <summary>The words of the exec form are the command; no shell divides them.</summary>
    private static ShellScript ReadWords(CommandInstruction command)
    {
        var from = command is HealthcheckInstruction ? 1 : 0;
        var words = new List<ShellWord>();
        for (var i = from; i < command.Words.Count; i++)
        {
            var text = TextOf(command, command.Words[i]);
            words.Add(new ShellWord(text, 0, text.Text.Length, hasGlob: false));
        }

        var parts = command.Parts;
        var whole = new ScriptText(parts.Line, parts.ArgumentsStart, parts.ArgumentsEnd);
        var context = new ScriptContext();
        var body = ExecForm.Read(whole, words, context);
        return new ShellScript(whole, ShellDialect.None, body, context);
    }

    /// <summary>
    /// A JSON string: character by character when it is written without escapes and breaks, else as one.
    /// </summary>
    private static ScriptText TextOf(CommandInstruction command, Word word)
    {
        var source = command.Source;
        var isPlain = word.Length == word.Value.Length + 2
            && string.CompareOrdinal(source.Text, word.Start + 1, word.Value, 0, word.Value.Length) == 0;
        return isPlain
            ? WholeOf(LogicalLine.From(source, word.Start + 1, word.Start + 1 + word.Value.Length))
            : new ScriptText(source, word.Value, word.Start, word.Start + word.Length);
    }

    /// <summary>The text BuildKit makes of a command and its here-documents (its frontend's dispatch of RUN).</summary>
    private static ScriptText WithHeredocs(InstructionParts parts)
    {
        var source = parts.Source;
        var segments = new List<(int Start, int End)>();
        // A lone here-document is itself the script.
        if (parts.Heredocs.Count == 1
            && HeredocWord.Parse(parts.Line.Slice(parts.ArgumentsStart, parts.ArgumentsEnd), 0) is not null)
        {
            var heredoc = parts.Heredocs[0];
            AddBody(heredoc, segments, source.Text, parts.ContentEnd);
            return WholeOf(LogicalLine.Join(source, segments.Count > 0 ? segments : [(heredoc.Start, heredoc.Start)]));
        }

        foreach (var heredoc in parts.Heredocs)
        {
            var end = System.Math.Min(heredoc.Start + heredoc.Length, parts.ContentEnd);
            var contentEnd = System.Math.Min(heredoc.Start + heredoc.Content.Length, end);
            // The line break before the body ends the line above it.
            if (heredoc.Start == 0 || source.Text[heredoc.Start - 1] != '\n' || contentEnd < heredoc.Start) break;
            segments.Add((heredoc.Start - 1, contentEnd));
            if (end > contentEnd) segments.Add((System.Math.Max(contentEnd, end - heredoc.Name.Length), end));
        }

        var whole = parts.Line.Extend(parts.ArgumentsEnd, segments);
        return new ScriptText(whole, parts.ArgumentsStart - parts.Line.Start, whole.End);
    }

    private static ScriptText WholeOf(LogicalLine line) => new(line, line.Start, line.End);

    private static void AddBody(Heredoc heredoc, List<(int Start, int End)> segments, string text, int last)
    {
        // A body that never ends takes the rest of the file, whose empty lines are no part of the instruction.
        var end = System.Math.Min(heredoc.Start + heredoc.Content.Length, last);
        if (!heredoc.Chomp)
        {
            segments.Add((heredoc.Start, end));
            return;
        }

        for (var at = heredoc.Start; at < end;)
        {
            while (at < end && text[at] == '\t') at++;
            var newline = text.IndexOf('\n', at, end - at);
            var lineEnd = newline < 0 ? end : newline + 1;
            if (lineEnd > at) segments.Add((at, lineEnd));
            at = lineEnd;
        }
    }

    private static IReadOnlyList<string> ShellOf(StageEvaluation stage, Instruction instruction)
    {
        if (stage.Build.Options.ResolveShell?.Invoke(instruction) is { } resolved) return resolved;
        var shell = stage.StateBefore(instruction).Shell;
        var isDefault = shell.Count == 2 && shell[0] == "/bin/sh" && shell[1] == "-c";
        return isDefault ? DefaultShell(IsWindows(stage)) : shell;
    }

    private static string[] DefaultShell(bool isWindows) => isWindows ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];

    /// <summary>
    /// A platform that nobody named is Linux, yet the base may be plainly for Windows. The escape character says
    /// nothing of it: the build runs the same shell whatever it is.
    /// </summary>
    private static bool IsWindows(StageEvaluation stage)
    {
        var root = stage.Build[stage.ExternalFrom.Stage!];
        return root.Base?.Platform is { } platform ? platform.Os == "windows" : WindowsImages.Has(root.ImageName);
    }
}
