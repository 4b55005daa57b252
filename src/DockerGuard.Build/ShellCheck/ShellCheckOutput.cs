using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Build.ShellCheck;

/// <summary>
/// Reads ShellCheck's <c>json1</c> format: an object with <c>comments</c>, whose ends and cures no other format tells.
/// </summary>
internal static class ShellCheckOutput
{
    /// <summary>ShellCheck nests four levels; what nests deeper is something else.</summary>
    private const int DeepestLevel = 16;

    /// <summary>The comments; null when this is not what ShellCheck writes about so many scripts.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="scripts">Number of scripts, whose files <see cref="FileName"/> named.</param>
    public static IReadOnlyList<ForeignComment>? Read(byte[] bytes, int scripts)
    {
        try
        {
            if (bytes.Length == 0) return null;
            var quotas =
                new XmlDictionaryReaderQuotas { MaxDepth = DeepestLevel, MaxStringContentLength = bytes.Length };
            using var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, quotas);
            if (XElement.Load(reader).Element("comments") is not { } comments) return null;
            var numbers = Enumerable.Range(0, scripts).ToDictionary(FileName, StringComparer.Ordinal);
            return [.. comments.Elements().Select(comment => Comment(comment, numbers))];
        }
        catch (Exception exception)
            when (exception is XmlException or FormatException or OverflowException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The name of a script's file: one that no script sources by chance, and short, for all names stand on one command
    /// line.
    /// </summary>
    public static string FileName(int script) => "_" + script.ToString(CultureInfo.InvariantCulture);

    private static ForeignComment Comment(XElement comment, Dictionary<string, int> numbers) =>
        new(
            numbers[Text(comment, "file")],
            Place(comment),
            "SC" + Number(comment, "code").ToString(CultureInfo.InvariantCulture),
            Text(comment, "level"),
            Text(comment, "message"),
            [.. (comment.Element("fix")?.Element("replacements")?.Elements() ?? [])
                .Select(replacement => new ForeignReplacement(Place(replacement), Text(replacement, "replacement")))]);

    private static ForeignPlace Place(XElement element) =>
        new(
            Number(element, "line"),
            Number(element, "column"),
            Number(element, "endLine"),
            Number(element, "endColumn"));

    private static string Text(XElement element, string name) =>
        element.Element(name)?.Value ?? throw new FormatException(name);

    private static int Number(XElement element, string name) =>
        int.Parse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture);
}
