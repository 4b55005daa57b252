using System;
using System.Collections.Generic;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A label's key is not of the form Docker asks for. Source: Docker, "Key format recommendations" of object labels;
/// hadolint DL3048.
/// </summary>
public sealed class DG6004InvalidLabelKey : ImageRule
{
    private static readonly string[] Reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    /// <summary>
    /// Keys of Docker's own that Docker asks others to write: those of extensions for Docker Desktop.
    /// </summary>
    private static readonly string[] Granted = ["com.docker.desktop.", "com.docker.extension."];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6004InvalidLabelKey", "invalid label key", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3048", Severity.Info)],
    };

    public override void Check(ImageModel image, RuleContext context) => Check(image.OwnLabels, context, Granted);

    /// <summary>
    /// Reports the keys of another form; those with a beginning of <paramref name="granted"/> may be Docker's own.
    /// </summary>
    internal static void Check(IEnumerable<Known<ImageLabel>> labels, RuleContext context, params string[] granted)
    {
        foreach (var label in labels)
        {
            var key = label.Value.Key;
            if (Problem(key, granted) is { } problem) context.Report(label.NameOrigin, $"label key '{key}' {problem}");
        }
    }

    private static string? Problem(string key, string[] granted)
    {
        if (key.Length == 0) return null;
        if (PrefixOf(key, Reserved) is { } reserved && PrefixOf(key, granted) is null)
            return $"is in '{reserved}', which is Docker's own";
        if (key[0] is < 'a' or > 'z') return "does not start with a small letter";
        foreach (var character in key)
        {
            if (!IsAllowed(character))
                return $"has '{character}' in it: small letters, digits, '.', '-', '_' and '/' are for keys";
        }

        if (!IsLetterOrDigit(key[key.Length - 1])) return "does not end with a letter or digit";
        return key.Contains("..") || key.Contains("--") ? "has two dots or hyphens in a row" : null;
    }

    private static string? PrefixOf(string key, string[] prefixes)
    {
        foreach (var prefix in prefixes)
            if (key.StartsWith(prefix, StringComparison.Ordinal)) return prefix;
        return null;
    }

    private static bool IsAllowed(char character) =>
        IsLetterOrDigit(character) || character is '.' or '-' or '_' or '/';

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
