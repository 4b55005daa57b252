using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Images.Project;

/// <summary>
/// The properties that a project file asks for before it decides what is built: in the conditions of what says so, and
/// in its values. Whoever sets one of them for a build may get another one than was evaluated.
/// </summary>
public static class DecidingProperties
{
    /// <summary>The name of the fact that lists them.</summary>
    public const string Fact = "DecidingProperties";

    private const int MostBytes = 1 << 20;

    private const string Condition = "Condition", Use = "$(";

    /// <summary>Elements whose value says what is built and for what.</summary>
    private static readonly string[] Elements =
    [
        "InvariantGlobalization", "PublishAot", "PublishSelfContained", "PublishSingleFile", "PublishTrimmed",
        "RollForward", "RuntimeIdentifier", "SelfContained", "StaticExecutable", "TargetFramework", "TargetFrameworks",
    ];

    /// <summary>
    /// What a build sets as a rule, and no project decides anything by that matters here; and what a command is asked
    /// for by itself.
    /// </summary>
    private static readonly string[] Usual = ["Platform", "OS", "PATH", "HOME", "Version"];

    private static readonly char[] NameEnds = [' ', '\t', '\r', '\n', '>', '/'];

    /// <summary>The names in a project file and those it imports, as far as they can be read.</summary>
    /// <param name="files">Absolute paths.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> files)
    {
        if (files is null) throw new ArgumentNullException(nameof(files));
        return [.. files.SelectMany(static file => In(Read(file))).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The names in the text of a project file or one it imports.</summary>
    public static IEnumerable<string> In(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (text.IndexOf(Use, StringComparison.Ordinal) < 0) return [];
        return Conditions(text)
            .Concat(Elements.SelectMany(name => Values(text, name)))
            .SelectMany(Names)
            .Where(static name => !Contains(Usual, name) && !Contains(Elements, name))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static string Read(string file)
    {
        try
        {
            return RegularFile.Read(file, MostBytes, out _) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        }
        // MSBuild has read it already; what is no file by now decides nothing.
        catch (Exception exception)
            when (exception is IOException
                or UnauthorizedAccessException
                or SecurityException
                or ArgumentException
                or NotSupportedException)
        {
            return "";
        }
    }

    private static bool Contains(string[] names, string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Conditions(string text)
    {
        for (var at = 0; (at = text.IndexOf(Condition, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Condition.Length;
            var start = at;
            while (start < text.Length && (text[start] == '=' || char.IsWhiteSpace(text[start]))) start++;
            if (start == at || start == text.Length || text[start] is not ('"' or '\'')) continue;
            var end = text.IndexOf(text[start], start + 1);
            if (end < 0) yield break;
            if (Guards(text, at, end)) yield return text.Substring(start + 1, end - start - 1);
            at = end;
        }
    }

    /// <summary>True for a condition that what is built may hang on; most are about files and packages.</summary>
    private static bool Guards(string text, int condition, int end)
    {
        var start = text.LastIndexOf('<', condition) + 1;
        var length = text.IndexOfAny(NameEnds, start) - start;
        var element = text.Substring(start, Math.Max(length, 0));
        if (element is "When" or "Import" or "ImportGroup" || Contains(Elements, element)) return true;
        if (element != "PropertyGroup") return false;
        var close = text.IndexOf("</PropertyGroup", end, StringComparison.Ordinal);
        var group = text.Substring(end, (close < 0 ? text.Length : close) - end);
        return Elements.Any(name => group.IndexOf("<" + name, StringComparison.Ordinal) >= 0);
    }

    private static IEnumerable<string> Values(string text, string element)
    {
        for (var at = 0; (at = text.IndexOf("<" + element, at, StringComparison.Ordinal)) >= 0;)
        {
            at += element.Length + 1;
            var start = text.IndexOf('>', at);
            var end = start < 0 ? -1 : text.IndexOf("</" + element, start, StringComparison.Ordinal);
            if (end < 0) yield break;
            yield return text.Substring(start + 1, end - start - 1);
        }
    }

    private static IEnumerable<string> Names(string expression)
    {
        for (var at = 0; (at = expression.IndexOf(Use, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Use.Length;
            var end = at;
            while (end < expression.Length && (char.IsLetterOrDigit(expression[end]) || expression[end] is '_' or '-'))
                end++;
            if (end > at) yield return expression.Substring(at, end - at);
        }
    }
}
