using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Compound commands.</summary>
internal sealed partial class PosixParser
{
    private CompoundCommand? ReadCompound(string keyword)
    {
        if (!context.Enter(source, at, keyword.Length))
        {
            at = end;
            return null;
        }
        var start = at;
        at += keyword.Length;
        var lists = new List<ShellList>(2);
        var words = new List<ShellWord>(0);
        ShellCommand? body = null;
        ShellCompoundKind kind;
        switch (keyword)
        {
            case "{":
                kind = ShellCompoundKind.Group;
                lists.Add(ReadList());
                Close("}", start, keyword);
                break;
            case "if":
                kind = ShellCompoundKind.If;
                ReadIf(start, lists);
                break;
            case "while" or "until":
                kind = keyword == "while" ? ShellCompoundKind.While : ShellCompoundKind.Until;
                lists.Add(ReadList(isCondition: true));
                ReadDo(start, keyword, lists);
                break;
            case "for" or "select":
                kind = keyword == "for" ? ShellCompoundKind.For : ShellCompoundKind.Select;
                ReadFor(start, keyword, words, lists);
                break;
            case "case":
                kind = ShellCompoundKind.Case;
                ReadCase(start, words, lists);
                break;
            default:
                kind = ShellCompoundKind.Function;
                body = ReadFunctionKeyword(start, words);
                break;
        }
        context.Leave();
        return Complete(start, kind, lists, words, body);
    }

    private CompoundCommand Complete(int start, ShellCompoundKind kind, List<ShellList> lists, List<ShellWord> words, ShellCommand? body = null)
    {
        var stop = at;
        var redirections = ReadRedirections();
        if (redirections.Count > 0) stop = redirections[redirections.Count - 1].End;
        return new CompoundCommand(source, start, stop, kind, lists, words, redirections, body);
    }

    /// <summary>Takes the closing word; where it is missing, what opened is to blame.</summary>
    private bool Close(string keyword, int start, string opening)
    {
        SkipLines();
        if (IsKeyword(keyword))
        {
            at += keyword.Length;
            return true;
        }
        Report(start, opening.Length, $"'{opening}' has no '{keyword}'");
        return false;
    }

    private void ReadIf(int start, List<ShellList> lists)
    {
        lists.Add(ReadList(isCondition: true));
        if (!Close("then", start, "if")) return;
        lists.Add(ReadList());
        while (IsKeyword("elif"))
        {
            var elif = at;
            at += 4;
            lists.Add(ReadList(isCondition: true));
            if (!Close("then", elif, "elif")) return;
            lists.Add(ReadList());
        }
        if (IsKeyword("else"))
        {
            at += 4;
            lists.Add(ReadList());
        }
        Close("fi", start, "if");
    }

    private void ReadDo(int start, string opening, List<ShellList> lists)
    {
        if (!Close("do", start, opening)) return;
        lists.Add(ReadList());
        Close("done", start, opening);
    }

    private void ReadFor(int start, string keyword, List<ShellWord> words, List<ShellList> lists)
    {
        SkipBlanks();
        if (IsAt("((") && FindArithmeticEnd(at + 2) is var close and >= 0)
        {
            words.Add(ReadArithmeticWord(close));
            SkipBlanks();
        }
        else
        {
            if (at >= end || !IsNameStart(text[at]))
            {
                Report(start, keyword.Length, $"'{keyword}' names no variable");
                return;
            }
            words.Add(ReadWord());
            SkipLines();
            if (IsAt("in") && (at + 2 == end || IsDelimiter(text[at + 2])))
            {
                at += 2;
                ReadWords(words);
            }
        }
        SkipBlanks();
        if (at < end && text[at] == ';') at++;
        SkipLines();
        ReadDo(start, keyword, lists);
    }

    private void ReadWords(List<ShellWord> words)
    {
        while (true)
        {
            SkipBlanks();
            if (EndsWords()) return;
            words.Add(ReadWord());
        }
    }

    private void ReadCase(int start, List<ShellWord> words, List<ShellList> lists)
    {
        SkipBlanks();
        if (at < end && !IsDelimiter(text[at])) words.Add(ReadWord());
        SkipLines();
        if (!IsAt("in") || (at + 2 < end && !IsDelimiter(text[at + 2])))
        {
            Report(start, 4, "'case' has no 'in'");
            return;
        }
        at += 2;
        while (true)
        {
            SkipLines();
            if (at >= end || IsKeyword("esac")) break;
            if (text[at] == '(') at++;
            if (!ReadPatterns(words)) break;
            lists.Add(ReadList());
            SkipBlanks();
            if (IsAt(";;&")) at += 3;
            else if (IsAt(";;") || IsAt(";&")) at += 2;
            else break;
        }
        Close("esac", start, "case");
    }

    private bool ReadPatterns(List<ShellWord> words)
    {
        while (true)
        {
            SkipLines();
            if (at >= end || IsDelimiter(text[at])) return false;
            words.Add(ReadWord());
            SkipBlanks();
            if (at >= end || text[at] is not ('|' or ')')) return false;
            if (text[at++] == ')') return true;
        }
    }

    private ShellCommand? ReadFunctionKeyword(int start, List<ShellWord> words)
    {
        SkipBlanks();
        if (at >= end || IsDelimiter(text[at]))
        {
            Report(start, 8, "'function' has no name");
            return null;
        }
        var name = ReadWord();
        words.Add(name);
        IsFunctionHead(name);
        return ReadBody(start);
    }

    private CompoundCommand? ReadFunctionBody(int start, ShellWord name)
    {
        if (!context.Enter(source, start, at - start))
        {
            at = end;
            return null;
        }
        var body = ReadBody(start);
        context.Leave();
        return Complete(start, ShellCompoundKind.Function, [], [name], body);
    }

    private ShellCommand? ReadBody(int start)
    {
        SkipLines();
        var outside = modes;
        var body = ReadCommand();
        modes = outside;
        if (body is null) Report(start, at - start, "the function has no body");
        return body;
    }

    private CompoundCommand? ReadParenthesis()
    {
        var start = at;
        if (dialect == ShellDialect.Bash && IsAt("((") && FindArithmeticEnd(at + 2) is var close and >= 0)
            return Complete(start, ShellCompoundKind.Arithmetic, [], [ReadArithmeticWord(close)]);
        if (!context.Enter(source, at, 1))
        {
            at = end;
            return null;
        }
        at++;
        var outside = modes;
        var list = ReadList();
        modes = outside;
        SkipLines();
        if (at < end && text[at] == ')') at++;
        else Report(start, 1, "'(' has no ')'");
        context.Leave();
        return Complete(start, ShellCompoundKind.Subshell, [list], []);
    }

    /// <summary><c>[[ ]]</c>: between the brackets only white space divides words.</summary>
    private SimpleCommand ReadTest()
    {
        var start = at;
        var place = context.Reserve();
        var words = new List<ShellWord> { new(source, at, at + 2, hasGlob: false) };
        at += 2;
        while (true)
        {
            SkipLines();
            if (at >= end)
            {
                Report(start, 2, "'[[' has no ']]'");
                break;
            }
            var isClosing = IsAt("]]") && (at + 2 == end || IsDelimiter(text[at + 2]));
            words.Add(isClosing ? new ShellWord(source, at, at + 2, hasGlob: false) : ReadWord(isTest: true));
            if (!isClosing) continue;
            at += 2;
            break;
        }
        var last = at;
        var redirections = ReadRedirections();
        if (redirections.Count > 0) last = redirections[redirections.Count - 1].End;
        return Finish(place, start, last, words, null, redirections);
    }
}
