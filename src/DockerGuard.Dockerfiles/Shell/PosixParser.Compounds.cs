using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Compound commands.</summary>
internal sealed partial class PosixParser
{
    private CompoundCommand? ReadCompound(string keyword)
    {
        if (!_context.Enter(_source, _at, keyword.Length))
        {
            _at = _end;
            return null;
        }

        var start = _at;
        _at += keyword.Length;
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

        _context.Leave();
        return Complete(start, kind, lists, words, body);
    }

    private CompoundCommand Complete(
        int start, ShellCompoundKind kind, List<ShellList> lists, List<ShellWord> words, ShellCommand? body = null)
    {
        var stop = _at;
        var redirections = ReadRedirections();
        if (redirections.Count > 0) stop = redirections[redirections.Count - 1].End;
        return new CompoundCommand(_source, start, stop, kind, lists, words, redirections, body);
    }

    /// <summary>Takes the closing word; where it is missing, what opened is to blame.</summary>
    private bool Close(string keyword, int start, string opening)
    {
        SkipLines();
        if (IsKeyword(keyword))
        {
            _at += keyword.Length;
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
            var elif = _at;
            _at += 4;
            lists.Add(ReadList(isCondition: true));
            if (!Close("then", elif, "elif")) return;
            lists.Add(ReadList());
        }

        if (IsKeyword("else"))
        {
            _at += 4;
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
        if (IsAt("((") && FindArithmeticEnd(_at + 2) is var close and >= 0)
        {
            words.Add(ReadArithmeticWord(close));
            SkipBlanks();
        }
        else
        {
            if (_at >= _end || !IsNameStart(_text[_at]))
            {
                Report(start, keyword.Length, $"'{keyword}' names no variable");
                return;
            }

            words.Add(ReadWord());
            SkipLines();
            if (IsAt("in") && (_at + 2 == _end || IsDelimiter(_text[_at + 2])))
            {
                _at += 2;
                ReadWords(words);
            }
        }

        SkipBlanks();
        if (_at < _end && _text[_at] == ';') _at++;
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
        if (_at < _end && !IsDelimiter(_text[_at])) words.Add(ReadWord());
        SkipLines();
        if (!IsAt("in") || (_at + 2 < _end && !IsDelimiter(_text[_at + 2])))
        {
            Report(start, 4, "'case' has no 'in'");
            return;
        }

        _at += 2;
        while (true)
        {
            SkipLines();
            if (_at >= _end || IsKeyword("esac")) break;
            if (_text[_at] == '(') _at++;
            if (!ReadPatterns(words)) break;
            lists.Add(ReadList());
            SkipBlanks();
            if (IsAt(";;&")) _at += 3;
            else if (IsAt(";;") || IsAt(";&")) _at += 2;
            else break;
        }

        Close("esac", start, "case");
    }

    private bool ReadPatterns(List<ShellWord> words)
    {
        while (true)
        {
            SkipLines();
            if (_at >= _end || IsDelimiter(_text[_at])) return false;
            words.Add(ReadWord());
            SkipBlanks();
            if (_at >= _end || _text[_at] is not ('|' or ')')) return false;
            if (_text[_at++] == ')') return true;
        }
    }

    private ShellCommand? ReadFunctionKeyword(int start, List<ShellWord> words)
    {
        SkipBlanks();
        if (_at >= _end || IsDelimiter(_text[_at]))
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
        if (!_context.Enter(_source, start, _at - start))
        {
            _at = _end;
            return null;
        }

        var body = ReadBody(start);
        _context.Leave();
        return Complete(start, ShellCompoundKind.Function, [], [name], body);
    }

    private ShellCommand? ReadBody(int start)
    {
        SkipLines();
        var outside = _modes;
        var body = ReadCommand();
        _modes = outside;
        if (body is null) Report(start, _at - start, "the function has no body");
        return body;
    }

    private CompoundCommand? ReadParenthesis()
    {
        var start = _at;
        if (_dialect == ShellDialect.Bash && IsAt("((") && FindArithmeticEnd(_at + 2) is var close and >= 0)
            return Complete(start, ShellCompoundKind.Arithmetic, [], [ReadArithmeticWord(close)]);
        if (!_context.Enter(_source, _at, 1))
        {
            _at = _end;
            return null;
        }

        _at++;
        var outside = _modes;
        var list = ReadList();
        _modes = outside;
        SkipLines();
        if (_at < _end && _text[_at] == ')') _at++;
        else Report(start, 1, "'(' has no ')'");
        _context.Leave();
        return Complete(start, ShellCompoundKind.Subshell, [list], []);
    }

    /// <summary><c>[[ ]]</c>: between the brackets only white space divides words.</summary>
    private SimpleCommand ReadTest()
    {
        var start = _at;
        var place = _context.Reserve();
        var words = new List<ShellWord> { new(_source, _at, _at + 2, hasGlob: false) };
        _at += 2;
        while (true)
        {
            SkipLines();
            if (_at >= _end)
            {
                Report(start, 2, "'[[' has no ']]'");
                break;
            }

            var isClosing = IsAt("]]") && (_at + 2 == _end || IsDelimiter(_text[_at + 2]));
            words.Add(isClosing ? new ShellWord(_source, _at, _at + 2, hasGlob: false) : ReadWord(isTest: true));
            if (!isClosing) continue;
            _at += 2;
            break;
        }

        var last = _at;
        var redirections = ReadRedirections();
        if (redirections.Count > 0) last = redirections[redirections.Count - 1].End;
        return Finish(place, start, last, words.ToArray(), null, redirections);
    }
}
