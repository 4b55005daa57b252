using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Simple commands, their assignments and redirections.</summary>
internal sealed partial class PosixParser
{
    private ShellCommand? ReadCommand()
    {
        SkipBlanks();
        if (at >= end) return null;
        var c = text[at];
        if (c == '(') return ReadParenthesis();
        if (c is '\n' or ';' or '|' or ')' || (c == '&' && !IsRedirection())) return null;
        var keyword = PeekKeyword();
        return keyword switch
        {
            null or "time" or "!" => ReadSimpleCommand(),
            "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}" => null,
            "[[" => ReadTest(),
            _ => ReadCompound(keyword),
        };
    }

    private ShellCommand? ReadSimpleCommand()
    {
        var start = at;
        var last = at;
        var place = context.Reserve();
        var words = new List<ShellWord>(4);
        List<ShellAssignment>? assignments = null;
        List<ShellRedirection>? redirections = null;
        while (true)
        {
            SkipBlanks();
            if (at >= end) break;
            if (IsRedirection()) (redirections ??= []).Add(ReadRedirection());
            else if (EndsWords()) break;
            else if (words.Count == 0 && ReadAssignment() is { } assignment) (assignments ??= []).Add(assignment);
            else
            {
                var word = ReadWord();
                words.Add(word);
                if (words.Count == 1 && assignments is null && redirections is null && IsFunctionHead(word))
                {
                    context.Cancel(place);
                    return ReadFunctionBody(start, word);
                }
            }
            last = at;
        }
        if (last == start)
        {
            context.Cancel(place);
            return null;
        }
        return Finish(place, start, last, words, assignments, redirections);
    }

    private SimpleCommand Finish(
        int place, int start, int last, List<ShellWord> words, List<ShellAssignment>? assignments, List<ShellRedirection>? redirections)
    {
        var command = new SimpleCommand(
            source, start, last, dialect, new ArraySegment<ShellWord>(words.ToArray()),
            assignments is null ? [] : assignments, redirections is null ? [] : redirections);
        foreach (var word in words) word.SetParent(command);
        if (assignments is not null)
            foreach (var assignment in assignments)
            {
                assignment.Parent = command;
                assignment.Value.SetParent(command);
            }
        context.Complete(place, command);
        if (command.Name == "set") SetModes(command);
        CommandWrappers.Unwrap(command, context, modes);
        return command;
    }

    private void SetModes(SimpleCommand command)
    {
        var arguments = command.Arguments;
        for (var i = 0; i < arguments.Count && arguments[i].Value != "--"; i++)
            modes = modes.With(arguments[i].Value, i + 1 < arguments.Count ? arguments[i + 1].Value : null);
    }

    private bool IsLoneReturn() => text[at] == '\r' && LineBreakAt(at) == 0;

    private ShellAssignment? ReadAssignment()
    {
        var start = at;
        var i = at;
        if (!IsNameStart(text[i])) return null;
        while (i < end && IsNameCharacter(text[i])) i++;
        var nameEnd = i;
        if (i < end && text[i] == '[')
        {
            while (i < end && text[i] != ']' && !IsDelimiter(text[i])) i++;
            if (i < end && text[i] == ']') i++;
        }
        var isAppend = i + 1 < end && text[i] == '+' && text[i + 1] == '=';
        if (isAppend) i++;
        if (i >= end || text[i] != '=') return null;
        at = i + 1;
        var value = ReadWord();
        return new ShellAssignment(source, start, at, text.Substring(start, nameEnd - start), isAppend, value);
    }

    private static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNameCharacter(char c) => IsNameStart(c) || c is >= '0' and <= '9';

    private bool IsFunctionHead(ShellWord name)
    {
        if (at >= end || name.IsQuoted || !name.IsStatic) return false;
        var i = at;
        while (i < end && text[i] is ' ' or '\t') i++;
        if (i >= end || text[i] != '(') return false;
        i++;
        while (i < end && text[i] is ' ' or '\t') i++;
        if (i >= end || text[i] != ')') return false;
        at = i + 1;
        return true;
    }

    private bool IsRedirection()
    {
        var i = at;
        var c = text[i];
        if (c == '&') return dialect == ShellDialect.Bash && i + 1 < end && text[i + 1] == '>';
        while (i < end && text[i] is >= '0' and <= '9') i++;
        if (i >= end || text[i] is not ('<' or '>')) return false;
        // <( and >( are words.
        return i > at || i + 1 >= end || text[i + 1] != '(';
    }

    private static readonly string[] Operators = ["&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">"];

    private ShellRedirection ReadRedirection()
    {
        var start = at;
        int? descriptor = null;
        while (text[at] is >= '0' and <= '9') descriptor = Math.Min(99999, (descriptor ?? 0) * 10 + text[at++] - '0');
        var sign = Array.Find(Operators, IsAt)!;
        at += sign.Length;
        while (at < end && text[at] is ' ' or '\t') at++;
        if (EndsWords())
        {
            Report(start, at - start, $"nothing follows '{sign}'");
            return new ShellRedirection(source, start, start + sign.Length, sign, descriptor, null);
        }
        var target = ReadWord();
        var redirection = new ShellRedirection(source, start, at, sign, descriptor, target);
        if (sign is "<<" or "<<-") pending.Add((redirection, target.IsQuoted));
        return redirection;
    }

    private List<ShellRedirection> ReadRedirections()
    {
        var redirections = new List<ShellRedirection>(0);
        while (true)
        {
            SkipBlanks();
            if (at >= end || !IsRedirection()) return redirections;
            redirections.Add(ReadRedirection());
        }
    }
}
