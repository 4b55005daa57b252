using System;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace DockerGuard.Evaluation;

/// <summary>
/// Tells a nuget.config without which a restore takes the same packages from the same place: it names the public
/// gallery alone, as NuGet does by itself.
/// </summary>
internal static class NuGetDefaults
{
    private const string Gallery = "https://api.nuget.org/v3/index.json";

    /// <summary>Sections that a restore does not read, or that only switch it on.</summary>
    private static readonly string[] Unread =
        ["activePackageSource", "apikeys", "bindingRedirects", "packageManagement", "solution"];

    /// <summary>False also for a file that is no XML.</summary>
    /// <param name="content">What is in the file.</param>
    public static bool AreAll(byte[] content)
    {
        try
        {
            using var reader = SafeXml.Open(content);
            return XDocument.Load(reader).Root!.Elements().All(IsDefault);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsDefault(XElement section)
    {
        var entries = section.Elements().Where(static entry => entry.Name.LocalName != "clear").ToList();
        return section.Name.LocalName switch
        {
            "config" => entries.TrueForAll(static entry => Is(entry, "key", "defaultPushSource")),
            "disabledPackageSources" => entries.Count == 0,
            "packageRestore" => entries.TrueForAll(static entry => Is(entry, "value", "true")),
            "packageSources" => entries.TrueForAll(static entry => Is(entry, "value", Gallery)),
            var name => Array.IndexOf(Unread, name) >= 0,
        };
    }

    private static bool Is(XElement entry, string attribute, string value) =>
        value.Equals((string?)entry.Attribute(attribute), StringComparison.OrdinalIgnoreCase);
}
