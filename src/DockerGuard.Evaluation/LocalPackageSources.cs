using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>
/// The folders a nuget.config names as package sources: an image build needs them, for restore fails where one is
/// missing.
/// </summary>
internal static class LocalPackageSources
{
    /// <summary>
    /// Absolute paths of the existing folders that it does not switch off. A file that is not readable XML has none:
    /// NuGet reports it itself.
    /// </summary>
    /// <param name="nugetConfig">The file's absolute path.</param>
    /// <param name="content">What is in it.</param>
    public static IReadOnlyList<string> Of(string nugetConfig, byte[] content)
    {
        try
        {
            using var reader = SafeXml.Open(content);
            var root = XDocument.Load(reader).Root!;
            var disabled = root.Elements("disabledPackageSources").Elements("add")
                .Where(static add => "true".Equals((string?)add.Attribute("value"), StringComparison.OrdinalIgnoreCase))
                .Select(KeyOf)
                .ToList();
            return
            [
                .. root.Elements("packageSources").Elements("add")
                    .Where(add => !disabled.Contains(KeyOf(add), StringComparer.OrdinalIgnoreCase))
                    .Select(add => Folder(nugetConfig, (string?)add.Attribute("value") ?? ""))
                    .OfType<string>(),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string KeyOf(XElement add) => (string?)add.Attribute("key") ?? "";

    private static string? Folder(string nugetConfig, string value)
    {
        if (value.Length == 0
            || value.IndexOf("://", StringComparison.Ordinal) >= 0
            || value.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            return null;
        }

        var folder = Path.Combine(
            Path.GetDirectoryName(nugetConfig)!, value.Replace('\\', Path.DirectorySeparatorChar));
        return AbsolutePath.HasFolder(folder) ? folder : null;
    }
}
