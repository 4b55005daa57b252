using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Oci.Text;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// What the project's properties ask of a task, by the names of the properties: the one place that makes values of
/// their texts.
/// </summary>
/// <param name="items">An item a property: its name and the metadata <c>Value</c>.</param>
internal sealed class TaskSettings(ITaskItem[] items)
{
    /// <summary>Marks the items that stand for environment variables of other tools.</summary>
    private const string VariableKind = "variable";

    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    /// <summary>MSBuild's own words for a condition.</summary>
    private static readonly string[] Yes = ["true", "on", "yes"], No = ["false", "off", "no"];

    /// <summary>Every property of the product that is true or false, whoever reads it.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "DockerGuardEnableDefaultItems", "DockerGuardEnabled", "DockerGuardFixDryRun", "DockerGuardGenerateDockerfile",
        "DockerGuardOverwriteDockerfile", "DockerGuardPinBaseImage", "DockerGuardReadBaseImage",
        "DockerGuardUpdateBaseline", "DockerGuardVerifyGenerated",
    ];

    private readonly Dictionary<string, string> _values =
        items.ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The variables other tools read from the environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } =
        items.Where(item => item.GetMetadata("Kind") == VariableKind)
            .ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.Ordinal);

    /// <summary>The value as it is written; null when there is none.</summary>
    public string? Text(string name) =>
        _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>The entries of a list.</summary>
    public IReadOnlyList<string> List(string name) =>
        (Text(name) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A condition.</summary>
    /// <exception cref="InvalidSettingException">It is neither true nor false.</exception>
    public bool Flag(string name, bool otherwise) => Flag(name, Text(name), otherwise);

    /// <summary>A condition whose text is at hand.</summary>
    /// <inheritdoc cref="Flag(string, bool)"/>
    public static bool Flag(string name, string? text, bool otherwise)
    {
        if (string.IsNullOrWhiteSpace(text)) return otherwise;
        var value = text!.Trim();
        return IsFlag(value, out var isYes)
            ? isYes
            : throw new InvalidSettingException($"{name} is {Sentence.Quote(value)}; write true or false");
    }

    /// <summary>Whether a text is one of a condition's.</summary>
    public static bool IsFlag(string text, out bool isYes)
    {
        isYes = Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        return isYes || No.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A day.</summary>
    /// <exception cref="InvalidSettingException">It is none.</exception>
    public DateTime Day(string name, DateTime otherwise)
    {
        if (Text(name) is not { } value) return otherwise;
        if (DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        throw new InvalidSettingException($"{name} is {Sentence.Quote(value)}; write a date as yyyy-MM-dd");
    }

    /// <summary>A duration in seconds.</summary>
    /// <exception cref="InvalidSettingException">It is none, or out of bounds.</exception>
    public TimeSpan Seconds(string name, int otherwise, int most)
    {
        if (Text(name) is not { } value) return TimeSpan.FromSeconds(otherwise);
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds >= 1 && seconds <= most) return TimeSpan.FromSeconds(seconds);
        throw new InvalidSettingException($"{name} is {Sentence.Quote(value)}; write seconds from 1 to {most}");
    }
}
