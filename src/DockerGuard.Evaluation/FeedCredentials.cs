using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace DockerGuard.Evaluation;

/// <summary>
/// The variables of the environment by which a nuget.config gets credentials: those its feeds' addresses and
/// credentials name (<c>%FEED_TOKEN%</c>), and where a password is encrypted, which one machine alone can read, the
/// variable that NuGet asks before the file.
/// </summary>
internal static class FeedCredentials
{
    private const string OfNuGet = "NuGetPackageSourceCredentials_";

    /// <summary>The names, each once; none for a file that is no XML, for NuGet reports it itself.</summary>
    /// <param name="content">What is in the file.</param>
    public static IReadOnlyList<string> VariablesOf(byte[] content)
    {
        try
        {
            using var reader = SafeXml.Open(content);
            var root = XDocument.Load(reader).Root!;
            return
            [
                .. root.Elements("packageSources").Elements("add").Select(Value)
                    .Where(static address => address.IndexOf("://", StringComparison.Ordinal) >= 0)
                    .SelectMany(In)
                    // What is encoded in an address names nothing.
                    .Where(static name => name.Length != 2 || !name.All(Uri.IsHexDigit))
                    .Concat(root.Elements("packageSourceCredentials").Elements().SelectMany(OfFeed))
                    .Distinct(StringComparer.Ordinal),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static IEnumerable<string> OfFeed(XElement feed)
    {
        foreach (var add in feed.Elements("add"))
        {
            var names = In(Value(add)).ToList();
            foreach (var name in names) yield return name;
            var isEncrypted = names.Count == 0
                && Value(add).Length > 0
                && "Password".Equals((string?)add.Attribute("key"), StringComparison.OrdinalIgnoreCase);
            // A shell hands on no variable of another name.
            var key = XmlConvert.DecodeName(feed.Name.LocalName);
            if (isEncrypted && key.All(IsOfName)) yield return OfNuGet + key;
        }
    }

    /// <summary>The names between percent signs.</summary>
    private static IEnumerable<string> In(string value)
    {
        var parts = value.Split('%');
        for (var i = 1; i < parts.Length - 1; i++)
        {
            if (parts[i].Length == 0 || char.IsDigit(parts[i][0]) || !parts[i].All(IsOfName)) continue;
            yield return parts[i];
            i++;
        }
    }

    private static bool IsOfName(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static string Value(XElement add) => (string?)add.Attribute("value") ?? "";
}
