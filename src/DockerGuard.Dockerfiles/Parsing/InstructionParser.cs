using System.Collections.Generic;
using System.Text;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>Takes one joined line apart: keyword, flags, arguments.</summary>
internal static class InstructionParser
{
    /// <summary>
    /// An ONBUILD inside another is refused anyway; reading on to any depth would let the input choose the call depth.
    /// </summary>
    private const int MaximumOnBuildDepth = 16;

    /// <summary>Reads an instruction from a range of a joined line.</summary>
    /// <param name="line">The joined line.</param>
    /// <param name="start">Where the range begins; white space before the keyword is allowed.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="escape">The file's escape character.</param>
    /// <param name="onBuildDepth">How many ONBUILDs the instruction is inside of.</param>
    public static InstructionParts Parse(LogicalLine line, int start, int end, char escape, int onBuildDepth = 0)
    {
        var text = line.Text;
        start = Characters.SkipSpace(text, start, end);
        end = Characters.TrimEnd(text, start, end);
        var keywordEnd = start;
        while (keywordEnd < end && !Characters.IsSeparator(text[keywordEnd])) keywordEnd++;
        var at = keywordEnd;
        while (at < end && Characters.IsSeparator(text[at])) at++;

        List<Flag>? flags = null;
        at = FlagReader.Read(line, at, end, ref flags);
        var from = line.ToSource(start);
        var parts = new InstructionParts(line)
        {
            Kind = Keywords.Find(text, start, keywordEnd),
            LineStart = start,
            KeywordEnd = keywordEnd,
            KeywordStart = from,
            ArgumentsStart = at,
            ArgumentsEnd = end,
            ContentEnd = line.ToSourceEnd(start, end),
            NodeStart = from,
            NodeEnd = line.ToSourceEnd(start, end),
            OnBuildDepth = onBuildDepth,
        };
        if (flags is not null) parts.Flags = flags;
        if (at < end) ReadArguments(parts, escape);
        return parts;
    }

    private static void ReadArguments(InstructionParts parts, char escape)
    {
        var line = parts.Line;
        int start = parts.ArgumentsStart, end = parts.ArgumentsEnd;
        switch (parts.Kind)
        {
            case InstructionKind.Run or InstructionKind.Cmd or InstructionKind.Entrypoint or InstructionKind.Shell:
                if (!ReadJson(parts, start)) parts.Words = [WordReader.Verbatim(line, start, end)];
                break;
            case InstructionKind.Add or InstructionKind.Copy or InstructionKind.Volume:
                if (!ReadJson(parts, start)) parts.Words = WordReader.ReadSeparated(line, start, end, escape);
                break;
            case InstructionKind.Healthcheck:
                ReadHealthcheck(parts);
                break;
            case InstructionKind.Env or InstructionKind.Label:
                ReadPairs(parts, escape);
                break;
            case InstructionKind.Arg:
                ReadArgs(parts, escape);
                break;
            case InstructionKind.User or InstructionKind.Workdir or InstructionKind.StopSignal:
                parts.Words = [WordReader.Expandable(line, start, end, escape)];
                break;
            case InstructionKind.Maintainer:
                parts.Words = [WordReader.Verbatim(line, start, end)];
                break;
            case InstructionKind.OnBuild:
                if (parts.OnBuildDepth < MaximumOnBuildDepth)
                    parts.Inner = Parse(line, start, end, escape, parts.OnBuildDepth + 1);
                if (parts.Inner?.SyntaxError is { } error)
                {
                    parts.SyntaxError = error;
                    parts.SyntaxErrorSpan = parts.Inner.SyntaxErrorSpan;
                }

                break;
            default:
                parts.Words = WordReader.ReadSeparated(line, start, end, escape);
                break;
        }
    }

    private static bool ReadJson(InstructionParts parts, int start, Word? before = null)
    {
        var line = parts.Line;
        if (line.Text[start] != '[') return false;
        var elements = new List<JsonString>();
        var form = JsonReader.Read(line.Text, start, parts.ArgumentsEnd, elements);
        if (form == JsonForm.None) return false;
        if (form == JsonForm.OtherValues)
        {
            Refuse(parts, "the JSON form takes an array of strings only", parts.ArgumentsStart, parts.ArgumentsEnd);
            return false;
        }

        var isExpanded = parts.Kind is InstructionKind.Add or InstructionKind.Copy or InstructionKind.Volume;
        var words = new List<Word>(elements.Count + 1);
        if (before is not null) words.Add(before);
        foreach (var element in elements)
        {
            var (from, to, value) = (element.Start, element.End, element.Value);
            words.Add(
                WordReader.Make(line, from, to, line.Slice(from, to), value, isExpanded && value.IndexOf('$') >= 0));
        }

        parts.IsJson = true;
        parts.Words = words;
        return true;
    }

    private static void ReadHealthcheck(InstructionParts parts)
    {
        var text = parts.Line.Text;
        var end = parts.ArgumentsEnd;
        var typeEnd = parts.ArgumentsStart;
        var type = new StringBuilder();
        for (var ended = false; !ended && typeEnd < end && !Characters.IsAsciiSpace(text[typeEnd]);)
        {
            var length = Utf8Text.CharacterLength(text, typeEnd);
            var from = type.Length;
            // BuildKit looks for the end of the type byte by byte.
            ended = text[typeEnd] >= 0x80 && Utf8Text.AppendBytes(text, typeEnd, type, stopAtSpace: true);
            if (ended)
            {
                for (var i = from; i < type.Length; i++) type[i] = (char)(type[i] + 0xDC00);
            }
            else
            {
                type.Length = from;
                type.Append(text, typeEnd, length);
            }

            typeEnd += length;
        }

        var typeText = type.ToString();
        var typeWord = WordReader.Make(
            parts.Line, parts.ArgumentsStart, typeEnd, typeText, typeText, hasVariables: false);
        var command = typeEnd;
        while (command < end && Characters.IsAsciiSpace(text[command])) command++;
        if (command == end) parts.Words = [typeWord];
        else if (!ReadJson(parts, command, typeWord))
            parts.Words = [typeWord, WordReader.Verbatim(parts.Line, command, end)];
    }

    private static void ReadPairs(InstructionParts parts, char escape)
    {
        var line = parts.Line;
        var text = line.Text;
        var found = WordReader.FindQuoted(text, parts.ArgumentsStart, parts.ArgumentsEnd, escape);
        if (found.Count == 0) return;
        var words = new List<Word>(found.Count * 2);
        var pairs = new List<KeyValue>(found.Count);
        parts.Words = words;
        parts.Pairs = pairs;
        if (IndexOfEquals(text, found[0]) < 0)
        {
            ReadLegacyPair(parts, escape, words, pairs);
            return;
        }

        foreach (var word in found)
        {
            var equals = IndexOfEquals(text, word);
            if (equals < 0)
            {
                Refuse(
                    parts,
                    $"'{Sentence.Show(line.Slice(word.Start, word.End))}' has no '=': write name=value",
                    word.Start,
                    word.End);
                continue;
            }

            var key = WordReader.Expandable(line, word.Start, equals, escape);
            var value = WordReader.Expandable(line, equals + 1, word.End, escape);
            words.Add(key);
            words.Add(value);
            pairs.Add(new KeyValue(line.Source, key, value));
        }
    }

    private static void ReadLegacyPair(InstructionParts parts, char escape, List<Word> words, List<KeyValue> pairs)
    {
        var line = parts.Line;
        parts.IsLegacyPair = true;
        var keyEnd = parts.ArgumentsStart;
        while (keyEnd < parts.ArgumentsEnd && !Characters.IsSeparator(line.Text[keyEnd])) keyEnd++;
        var valueStart = keyEnd;
        while (valueStart < parts.ArgumentsEnd && Characters.IsSeparator(line.Text[valueStart])) valueStart++;
        var key = WordReader.Expandable(line, parts.ArgumentsStart, keyEnd, escape);
        words.Add(key);
        if (keyEnd == parts.ArgumentsEnd)
        {
            Refuse(parts, $"{Keywords.All[(int)parts.Kind]} needs a name and a value", parts.ArgumentsStart, keyEnd);
            return;
        }

        var value = WordReader.Expandable(line, valueStart, parts.ArgumentsEnd, escape);
        words.Add(value);
        pairs.Add(new KeyValue(line.Source, key, value));
    }

    private static void ReadArgs(InstructionParts parts, char escape)
    {
        var line = parts.Line;
        var found = WordReader.FindQuoted(line.Text, parts.ArgumentsStart, parts.ArgumentsEnd, escape);
        var words = new List<Word>(found.Count);
        var pairs = new List<KeyValue>(found.Count);
        foreach (var word in found)
        {
            var equals = IndexOfEquals(line.Text, word);
            words.Add(WordReader.Expandable(line, word.Start, word.End, escape));
            var key = equals < 0 ? words[words.Count - 1] : WordReader.Expandable(line, word.Start, equals, escape);
            pairs.Add(new KeyValue(
                line.Source, key, equals < 0 ? null : WordReader.Expandable(line, equals + 1, word.End, escape)));
        }

        parts.Words = words;
        parts.Pairs = pairs;
    }

    private static int IndexOfEquals(string text, (int Start, int End) word) =>
        text.IndexOf('=', word.Start, word.End - word.Start);

    private static void Refuse(InstructionParts parts, string message, int start, int end)
    {
        if (parts.SyntaxError is not null) return;
        var from = parts.Line.ToSource(start);
        parts.SyntaxError = message;
        parts.SyntaxErrorSpan = parts.Source.GetSpan(from, parts.Line.ToSourceEnd(start, end) - from);
    }
}
