using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Files;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Baselines;

/// <summary>
/// A baseline as a file: YAML with one sorted line a finding, so that version control merges it line by line.
/// </summary>
public static class BaselineText
{
    /// <summary>
    /// What can be read back. Source: the bound of <see cref="PolicyText"/>, the size of some thousands of findings.
    /// </summary>
    public const int MaxBytes = PolicyText.MaxBytes;

    private const string Head =
        "# Findings that were there when this was written and are not reported. Written by dotnet build "
            + "-t:DockerGuardBaseline; delete a line to see its finding again.\n";

    private static readonly string[] Keys = ["rule", "file", "fingerprint", "message"];

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="errors">Everything that is wrong with it: DG0018. A baseline with an error accepts nothing.</param>
    public static Baseline? Load(string path, out IReadOnlyList<Diagnostic> errors)
    {
        var found = new PolicyErrors(path, ToolDiagnostics.InvalidBaseline, "baseline");
        var entries = new List<BaselineEntry>();
        switch (FileProbe.At(path))
        {
            case Existing.Nothing:
                found.Add(
                    SourceSpan.FileStart,
                    "the baseline does not exist; write it with dotnet build -t:DockerGuardBaseline");
                break;
            case Existing.Folder:
                found.Add(SourceSpan.FileStart, "the baseline is a folder, not a file");
                break;
            default:
                if (PolicyText.Read(path, found) is { } text) Read(YamlTreeReader.Read(text, found), entries, found);
                break;
        }

        errors = [.. found.InOrder];
        return errors.Count == 0 ? new Baseline(path, entries) : null;
    }

    /// <summary>Writes a baseline. The same findings give the same text on any machine.</summary>
    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder(Head);
        foreach (var entry in baseline.Entries)
        {
            text.Append("- {rule: ").Append(entry.Rule).Append(", file: ").Append(Quoted(entry.File))
                .Append(", fingerprint: ")
                .Append(Quoted(entry.Fingerprint))
                .Append(", message: ")
                .Append(Quoted(entry.Message))
                .Append("}\n");
        }

        return text.ToString();
    }

    private static void Read(YamlNode? root, List<BaselineEntry> entries, PolicyErrors errors)
    {
        if (root is null or YamlRefused or YamlScalar { IsEmpty: true }) return;
        if (root is not YamlList list)
        {
            errors.Add(root.Span, $"a baseline is a list of findings, not {root.Kind}");
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlMap map)
            {
                ReadEntry(map, entries, errors);
            }
            else if (item is not YamlRefused)
            {
                errors.Add(
                    item.Span,
                    $"a finding of a baseline is a map with rule, file, fingerprint and message, not {item.Kind}");
            }
        }
    }

    private static void ReadEntry(YamlMap map, List<BaselineEntry> entries, PolicyErrors errors)
    {
        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Name)))
            errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);
        var values = map.Entries.Where(entry => Keys.Contains(entry.Name))
            .ToDictionary(entry => entry.Name, entry => YamlValues.Text(entry, errors)?.Text);
        string[] missing = [.. Keys.Where(key => !values.ContainsKey(key)).Select(key => $"'{key}'")];
        if (missing.Length > 0)
        {
            errors.Add(map.Span, $"a finding of the baseline has no {string.Join(", ", missing)}");
        }
        else if (values.Values.All(value => value is not null))
        {
            entries.Add(
                new BaselineEntry(values["rule"]!, values["file"]!, values["fingerprint"]!, values["message"]!));
        }
    }

    /// <summary>A double-quoted scalar; what an editor would not show is escaped.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (IsHidden(c)) quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsHidden(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
