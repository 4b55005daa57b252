using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// Finds what a command starts: another command behind <c>sudo</c>, <c>env</c> and the like, or a script given as text.
/// </summary>
internal static class CommandWrappers
{
    /// <summary>Nobody stacks more; the chain is climbed from inside by those who ask.</summary>
    private const int MaximumChain = 16;

    /// <param name="Letters">One-letter flags that take a value.</param>
    /// <param name="Names">Long flags that take the next argument as their value.</param>
    /// <param name="Operands">How many operands stand before the command.</param>
    /// <param name="TakesAssignments">Whether assignments may stand before the command.</param>
    private sealed record Wrapper(
        string Letters = "", string[]? Names = null, int Operands = 0, bool TakesAssignments = false);

    private static readonly Dictionary<string, Wrapper> Known = new(StringComparer.Ordinal)
    {
        ["sudo"] = new(
            "ugpCDRTUrth", [
                "--user", "--group", "--prompt", "--close-from", "--chdir", "--chroot", "--command-timeout",
                "--other-user", "--role", "--type", "--host",
            ], TakesAssignments: true),
        ["doas"] = new("uC"),
        ["env"] = new("uCS", ["--unset", "--chdir", "--split-string"], TakesAssignments: true),
        ["exec"] = new("a"),
        ["command"] = new(),
        ["builtin"] = new(),
        ["time"] = new("fo", ["--format", "--output"]),
        ["nohup"] = new(),
        ["nice"] = new("n", ["--adjustment"]),
        ["ionice"] = new("cnpPu", ["--class", "--classdata"]),
        ["setsid"] = new(),
        ["stdbuf"] = new("ioe", ["--input", "--output", "--error"]),
        ["timeout"] = new("sk", ["--signal", "--kill-after"], Operands: 1),
        ["chroot"] = new("", null, Operands: 1),
        ["gosu"] = new("", null, Operands: 1),
        ["su-exec"] = new("", null, Operands: 1),
        ["setpriv"] = new("", [
            "--reuid", "--regid", "--groups", "--inh-caps", "--ambient-caps", "--bounding-set", "--securebits",
            "--pdeathsig",
        ]),
        ["runuser"] = new("ugGs", ["--user", "--group", "--supp-group", "--shell"]),
        ["flock"] = new("Ewx", ["--timeout", "--wait", "--conflict-exit-code"], Operands: 1),
        ["xargs"] = new("adEILnPs", [
            "--arg-file", "--delimiter", "--max-lines", "--max-args", "--max-procs", "--max-chars", "--replace",
            "--process-slot-var",
        ]),
        ["xvfb-run"] = new(
            "nefspw", ["--server-num", "--error-file", "--auth-file", "--server-args", "--xauth-protocol", "--wait"]),
        ["fakeroot"] = new("lsib", ["--lib", "--faked"]),
        ["eatmydata"] = new(),
        ["unbuffer"] = new(),
        ["busybox"] = new(),
        ["tini"] = new("pe"),
        ["dumb-init"] = new("r", ["--rewrite"]),
        ["call"] = new(),
    };

    /// <summary>Adds to a command what it starts, and so on inwards.</summary>
    public static void Unwrap(SimpleCommand command, ScriptContext context, ShellModes modes)
    {
        for (var i = 0; i < MaximumChain; i++)
        {
            if (command.BaseName is not { } name || command.Arguments.Count == 0) return;
            if (ReadScript(command, name, context, modes)) return;
            if (FindInner(command, name) is not { } inner) return;
            var place = context.Reserve();
            context.Complete(place, inner);
            command.Wrap(inner);
            command = inner;
        }

        if (StartsAnother(command)) context.LeaveUnread(command.Source, command.Start, command.Length);
    }

    private static bool StartsAnother(SimpleCommand command) =>
        command.BaseName is { } name
        && command.Arguments.Count > 0
        && (ShellDialects.Find(name) is not null
            || name is "eval" or "su" or "runuser"
            || FindInner(command, name) is not null);

    /// <summary>Reads a here-document as a script when it is a shell's input.</summary>
    public static void ReadInput(SimpleCommand command, ShellHeredoc heredoc, ScriptContext context)
    {
        while (command.Wrapped is { } wrapped) command = wrapped;
        if (command.BaseName is not { } name || command.Script is not null) return;
        if (ShellDialects.Find(name) is not { } dialect || dialect is not (ShellDialect.Sh or ShellDialect.Bash))
            return;
        if (heredoc.Parent is ShellRedirection { FileDescriptor: not (null or 0) }) return;
        var modes = default(ShellModes);
        if (FindOperand(command.Arguments, ref modes, out var readsInput, out _) >= 0 && !readsInput) return;
        var (script, opaque) = heredoc.AsScript();
        command.Run(context.ReadList(script, dialect, modes, opaque));
    }

    private static bool ReadScript(SimpleCommand command, string name, ScriptContext context, ShellModes modes)
    {
        var arguments = command.Arguments;
        ShellWord? script = null;
        var dialect = ShellDialects.Find(name);
        switch (dialect)
        {
            case ShellDialect.Sh or ShellDialect.Bash:
                modes = default;
                var operand = FindOperand(arguments, ref modes, out _, out var isText);
                if (isText && operand >= 0) script = arguments[operand];
                break;
            case ShellDialect.PowerShell or ShellDialect.Cmd:
                var from = WindowsShells.FindScript(command, dialect.Value);
                if (from < 0) return true;
                if (from + 1 < arguments.Count)
                {
                    ReadRest(command, from, dialect.Value, context);
                    return true;
                }

                script = arguments[from];
                break;
            default:
                if (name == "eval" && arguments.Count == 1)
                {
                    script = arguments[0];
                    dialect = command.Dialect;
                }
                else if (name is "su" or "runuser")
                {
                    script = ValueOf(arguments, "-c", "--command");
                    dialect = ShellDialect.Sh;
                    modes = default;
                }

                break;
        }

        if (script is null || dialect is null) return dialect is not null && name != "runuser";
        command.Run(context.ReadList(script.AsScript(), dialect.Value, modes, script.Opaque));
        return true;
    }

    /// <summary>Several arguments together are the script: PowerShell and cmd join them.</summary>
    private static void ReadRest(SimpleCommand command, int from, ShellDialect dialect, ScriptContext context)
    {
        var first = command.Arguments[from];
        var last = command.Arguments[command.Arguments.Count - 1];
        if (first.Source != last.Source)
        {
            // In the exec form the words are apart already.
            var words = Rest(command, from + 1);
            var inner = new SimpleCommand(
                command.Source, command.Start, command.End, dialect, words, [], command.Redirections);
            context.Complete(context.Reserve(), inner);
            command.Wrap(inner);
            return;
        }

        var opaque = new List<int>();
        for (var i = from; i < command.Arguments.Count; i++)
        {
            foreach (var substitution in command.Arguments[i].Substitutions)
            {
                opaque.Add(substitution.Start - first.Start);
                opaque.Add(substitution.End - first.Start);
            }
        }

        var text = first.Source.Text.Substring(first.Start, last.End - first.Start);
        var script = new ScriptText(first.Source, text, [0, first.Start]);
        if (context.ReadJoined(script, dialect, opaque.Count > 0 ? opaque.ToArray() : null) is { } list)
            command.Run(list);
    }

    private static SimpleCommand? FindInner(SimpleCommand command, string name)
    {
        var arguments = command.Arguments;
        if (name == "find") return FindExec(command);
        if (!Known.TryGetValue(name, out var wrapper) || (name == "call" && command.Dialect != ShellDialect.Cmd))
            return null;
        if (name == "command" && arguments[0].Value is "-v" or "-V") return null;
        var assignments = new List<ShellAssignment>(0);
        var i = SkipFlags(arguments, wrapper);
        while (wrapper.TakesAssignments && i < arguments.Count && ToAssignment(arguments[i]) is { } assignment)
        {
            assignments.Add(assignment);
            i++;
        }

        i += wrapper.Operands;
        return i < arguments.Count ? Make(command, i + 1, Rest(command, i + 1), assignments) : null;
    }

    private static int SkipFlags(IReadOnlyList<ShellWord> arguments, Wrapper wrapper)
    {
        var i = 0;
        for (; i < arguments.Count; i++)
        {
            var value = arguments[i].Value;
            if (value == "--") return i + 1;
            if (value.Length == 0 || value[0] != '-') return i;
            if (value.StartsWith("--", StringComparison.Ordinal))
            {
                if (wrapper.Names is not null && Array.IndexOf(wrapper.Names, value) >= 0) i++;
                continue;
            }

            var letter = value.IndexOfAny(wrapper.Letters.ToCharArray(), 1);
            if (letter > 0 && letter == value.Length - 1) i++;
        }

        return i;
    }

    /// <summary>The command of <c>find -exec</c>, up to the semicolon or plus sign.</summary>
    private static SimpleCommand? FindExec(SimpleCommand command)
    {
        var words = command.WordSegment;
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (words.Array![words.Offset + i].Value is not ("-exec" or "-execdir" or "-ok" or "-okdir")) continue;
            var stop = i + 1;
            while (stop < words.Count && words.Array[words.Offset + stop].Value is not (";" or "+")) stop++;
            return stop == i + 1
                ? null
                : Make(
                    command, i + 1, new ArraySegment<ShellWord>(words.Array, words.Offset + i + 1, stop - i - 1), []);
        }

        return null;
    }

    private static ArraySegment<ShellWord> Rest(SimpleCommand command, int from)
    {
        var words = command.WordSegment;
        return new ArraySegment<ShellWord>(words.Array!, words.Offset + from, words.Count - from);
    }

    private static SimpleCommand Make(
        SimpleCommand command, int from, ArraySegment<ShellWord> words, List<ShellAssignment> assignments)
    {
        var first = words.Array![words.Offset];
        var last = words.Array[words.Offset + words.Count - 1];
        // Words of the exec form have texts of their own; their command has the place of the whole.
        var isOwn = first.Source != command.Source;
        var inner = new SimpleCommand(
            command.Source, isOwn ? command.Start : first.Start, isOwn
                ? command.End
                : last.End, command.Dialect, words, assignments, command.Redirections);
        foreach (var assignment in assignments) assignment.Parent = inner;
        return inner;
    }

    private static ShellAssignment? ToAssignment(ShellWord word)
    {
        var equals = word.Value.IndexOf('=');
        if (equals <= 0 || char.IsDigit(word.Value[0])) return null;
        for (var i = 0; i < equals; i++)
            if (!(word.Value[i] < 0x80 && char.IsLetterOrDigit(word.Value[i])) && word.Value[i] != '_') return null;
        return new ShellAssignment(
            word.Source, word.Start, word.End, word.Value.Substring(0, equals), isAppend: false, word.Skip(equals + 1));
    }

    /// <summary>The first operand of a POSIX shell, and what its flags say; -1 when there is none.</summary>
    private static int FindOperand(
        IReadOnlyList<ShellWord> arguments, ref ShellModes modes, out bool readsInput, out bool isText)
    {
        readsInput = isText = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i].Value;
            if (value is "--" or "-") return i + 1 < arguments.Count ? i + 1 : -1;
            if (value.Length < 2 || value[0] is not ('-' or '+')) return i;
            if (value[1] == '-')
            {
                if (value is "--rcfile" or "--init-file") i++;
                continue;
            }

            isText |= value[0] == '-' && value.IndexOf('c') > 0;
            readsInput |= value[0] == '-' && value.IndexOf('s') > 0;
            modes = modes.With(value, i + 1 < arguments.Count ? arguments[i + 1].Value : null);
            if (value.IndexOfAny(['o', 'O']) > 0) i++;
        }

        return -1;
    }

    private static ShellWord? ValueOf(IReadOnlyList<ShellWord> arguments, string shortName, string longName)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
            if (arguments[i].Value == shortName || arguments[i].Value == longName) return arguments[i + 1];
        return null;
    }
}
