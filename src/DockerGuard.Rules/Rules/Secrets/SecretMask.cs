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
            .Concat(SecretOptions.In(file.Text, isProse: false)
                .Select(place => file.Text.Substring(place.Start, place.End - place.Start))
                .Where(value => value.Length >= LeastLength && value.IndexOf('\n') < 0))));

    /// <summary>True when nothing of a text is secret.</summary>
    public bool IsOpen(string text) => Apply(text) == text;

    /// <summary>The text with <c>***</c> for what is secret; its lines stay where they are.</summary>
    public string Apply(string text)
    {
        foreach (var value in _values) text = text.Replace(value, Mask);
        text = MaskOptions(text);
        return string.Join("\n", text.Split('\n')
            .Select(static line => SecretText.Hide(SecretSettings.Hide(line, isProse: false))));
    }

    /// <summary>Options of commands, which may go on in the next line.</summary>
    private static string MaskOptions(string text)
    {
        var masked = new StringBuilder();
        var done = 0;
        foreach (var (start, end) in SecretOptions.In(text, isProse: false))
        {
            masked.Append(text, done, start - done);
            masked.Append(string.Join("\n", text.Substring(start, end - start).Split('\n')
                .Select(static line => Mask + line.Substring(line.TrimEnd('\r', '\\').Length))));
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsSecret(string name, Word value) =>
        (SecretNames.LooksSecret(name) && !SecretNames.IsHarmless(name, value.Value))
            || SecretNames.HoldsSecret(value.Value);

    /// <summary>The value as it is written, a line at a time, and as it is meant.</summary>
    private static IEnumerable<string> Spellings(string text, KeyValue pair)
    {
        var value = pair.Value!;
        foreach (var line in text.Substring(value.Start, value.Length).Split('\n').Append(value.Value))
        {
            var spelling = line.Trim(' ', '\t', '\r', '\\', '"', '\'');
            if (spelling.Length == 0 || SecretSettings.IsReference(spelling)) continue;
            if (spelling.Length >= LeastLength) yield return spelling;
            // NAME=value is masked where it stands, as any setting is; NAME value goes with its name.
            else if (text[value.Start - 1] != '=') yield return text.Substring(pair.Start, pair.Length);
        }
    }
}
