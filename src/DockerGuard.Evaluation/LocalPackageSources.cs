using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;

namespace DockerGuard.Evaluation;

/// <summary>
/// The folders a nuget.config names as package sources: an image build needs them, for restore fails where one is
/// missing.
/// </summary>
internal static class LocalPackageSources
{
    /// <summary>
    /// Absolute paths of the existing folders. A file that is not readable XML has none: NuGet reports it itself.
    /// </summary>
    /// <param name="nugetConfig">The file's absolute path.</param>
    /// <param name="content">What is in it.</param>
    public static IReadOnlyList<string> Of(string nugetConfig, byte[] content)
    {
        var folders = new List<string>();
        try
        {
            using var reader = SafeXml.Open(content);
            var isInSources = false;
            while (reader.Read())
            {
                if (reader.Name == "packageSources")
                    isInSources = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                if (!isInSources || reader.NodeType != XmlNodeType.Element || reader.Name != "add") continue;
                if (reader.GetAttribute("value") is { Length: > 0 } value && Folder(nugetConfig, value) is { } folder)
                    folders.Add(folder);
            }
        }
        catch (XmlException)
        {
            return [];
        }

        return folders;
    }

    private static string? Folder(string nugetConfig, string value)
    {
        if (value.IndexOf("://", StringComparison.Ordinal) >= 0 || value.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
            return null;
        var folder = Path.Combine(
            Path.GetDirectoryName(nugetConfig)!, value.Replace('\\', Path.DirectorySeparatorChar));
        return Directory.Exists(folder) ? folder : null;
    }
}
