using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci.Text;

namespace DockerGuard.Rules;

/// <summary>
/// Takes secret values out of what is shown of a Dockerfile: values that the rules about secrets find, wherever they
/// stand in the file, what is set to a telling name in any other line, what is given to a telling option, and
/// credentials of addresses.
/// </summary>
public sealed class SecretMask
{
    private const string Mask = "***";

    /// <summary>A shorter value is found all over a file, so it is masked only where it is set.</summary>
    private const int LeastLength = 6;

    /// <summary>The longest first, for one value may be part of another.</summary>
    private readonly List<string> _values;

    private SecretMask(IEnumerable<string> values) =>
        _values = [.. values.Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];

    /// <summary>A mask of what is secret in some files, such as one before and after a change.</summary>
    public static SecretMask Of(params Dockerfile[] files) => new(files.SelectMany(file =>
        file.Instructions.Select(instruction => (instruction as OnBuildInstruction)?.Inner ?? instruction)
            .OfType<PairInstruction>()
            .SelectMany(instruction => instruction.Pairs)
            .Where(pair => pair.Value is not null && IsSecret(pair.Key.Value, pair.Value))
            .SelectMany(pair => Spellings(file.Text, pair))
            .Concat(SecretOptions.In(file.Text)
                .Select(place => file.Text.Substring(place.Start, place.End - place.Start))
                .Where(value => value.Length >= LeastLength && value.IndexOf('\n') < 0))));

    /// <summary>True when nothing of a text is secret.</summary>
    public bool IsOpen(string text) => Apply(text) == text;

    /// <summary>The text with <c>***</c> for what is secret; its lines stay where they are.</summary>
    public string Apply(string text)
    {
        foreach (var value in _values) text = text.Replace(value, Mask);
        text = MaskOptions(text);
        return string.Join("\n", text.Split('\n').Select(line => AddressCredentials.Hide(MaskSettings(line))));
    }

    /// <summary>Options of commands, which may go on in the next line.</summary>
    private static string MaskOptions(string text)
    {
        var masked = new StringBuilder();
        var done = 0;
        foreach (var (start, end) in SecretOptions.In(text))
        {
            masked.Append(text, done, start - done);
            masked.Append(string.Join("\n", text.Substring(start, end - start).Split('\n')
                .Select(static line => Mask + line.Substring(line.TrimEnd('\r', '\\').Length))));
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsSecret(string name, Word value) =>
        SecretNames.LooksSecret(name) || SecretNames.HoldsSecret(value.Value);

    /// <summary>The value as it is written, a line at a time, and as it is meant.</summary>
    private static IEnumerable<string> Spellings(string text, KeyValue pair)
    {
        var value = pair.Value!;
        foreach (var line in text.Substring(value.Start, value.Length).Split('\n').Append(value.Value))
        {
            var spelling = line.Trim(' ', '\t', '\r', '\\', '"', '\'');
            if (spelling.Length == 0 || IsReference(spelling)) continue;
            if (spelling.Length >= LeastLength) yield return spelling;
            // NAME=value is masked where it stands, as any setting is; NAME value goes with its name.
            else if (text[value.Start - 1] != '=') yield return text.Substring(pair.Start, pair.Length);
        }
    }

    /// <summary>True for <c>$NAME</c> and <c>${NAME}</c>, which tell nothing.</summary>
    private static bool IsReference(string value)
    {
        if (value.Length < 2 || value[0] != '$') return false;
        var name = value[1] == '{' && value[value.Length - 1] == '}'
            ? value.Substring(2, value.Length - 3) : value.Substring(1);
        return name.All(c => char.IsLetterOrDigit(c) || c == '_');
    }

    /// <summary><c>NAME=value</c> and <c>name: value</c> of scripts, comments and here-documents.</summary>
    private static string MaskSettings(string line)
    {
        StringBuilder? masked = null;
        var done = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is not ('=' or ':') || !IsNamePart(line[i - 1])) continue;
            var nameStart = i;
            while (nameStart > done && IsNamePart(line[nameStart - 1])) nameStart--;
            if (!SecretNames.LooksSecret(line.Substring(nameStart, i - nameStart).TrimStart('-'))) continue;
            var (start, end) = ValueAfter(line, i);
            var value = line.Substring(start, end - start).Trim('"', '\'');
            if (value.Length == 0 || IsReference(value)) continue;
            masked = (masked ?? new StringBuilder()).Append(line, done, start - done).Append(Mask);
            i = done = end;
        }

        return masked is null ? line : masked.Append(line, done, line.Length - done).ToString();
    }

    /// <summary>
    /// Where a value starts and ends: at its closing quote, else at a blank or what ends a word or a line for a shell.
    /// </summary>
    private static (int Start, int End) ValueAfter(string line, int sign)
    {
        var start = sign + 1;
        while (line[sign] == ':' && start < line.Length && line[start] == ' ') start++;
        if (start < line.Length && line[start] is '"' or '\'')
        {
            var close = line.IndexOf(line[start], start + 1);
            return (start, close < 0 ? line.Length : close + 1);
        }

        var end = start;
        while (end < line.Length && line[end] is not (' ' or '\t' or '\r' or ';' or '&' or '|' or ')' or '"' or '\''))
            end++;
        var isLast = end == line.Length || line[end] == '\r';
        if (isLast && end > start && line[end - 1] == '\\') end--;
        return (start, end);
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
