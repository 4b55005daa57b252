using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Xml;
using DockerGuard.Oci.Files;

namespace DockerGuard.Images.Project;

/// <summary>The properties and items one MSBuild file writes down, with the places of their values.</summary>
internal sealed class ProjectFile
{
    // Far above any project file; below what would make a build slow.
    private const int MaximumCharacters = 8 * 1024 * 1024;

    private ProjectFile(string path, IReadOnlyList<NamedText> properties, IReadOnlyList<ProjectFileItem> items)
    {
        Path = path;
        Properties = properties;
        Items = items;
    }

    public string Path { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<NamedText> Properties { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<ProjectFileItem> Items { get; }

    public static ProjectFile Load(string path)
    {
        try
        {
            // MSBuild has read it already, so what is no file now only has no places to tell of.
            if (RegularFile.Read(path, MaximumCharacters, out _) is not { } bytes) return new ProjectFile(path, [], []);
            using var reader = new StreamReader(new MemoryStream(bytes));
            return Parse(path, reader.ReadToEnd());
        }
        catch (Exception exception)
            when (exception is IOException
                or UnauthorizedAccessException
                or SecurityException
                or ArgumentException
                or NotSupportedException)
        {
            return new ProjectFile(path, [], []);
        }
    }

    public static ProjectFile Parse(string path, string text)
    {
        var properties = new List<NamedText>();
        var items = new List<ProjectFileItem>();
        try
        {
            // A project file has no use for a DTD, and one could name other files or grow without end.
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaximumCharacters,
            };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            Read(reader, new XmlPlaces(text, (IXmlLineInfo)reader), properties, items);
        }
        catch (XmlException)
        {
            // Half a file would give half an answer.
            return new ProjectFile(path, [], []);
        }

        return new ProjectFile(path, properties, items);
    }

    private static void Read(
        XmlReader reader, XmlPlaces places, List<NamedText> properties, List<ProjectFileItem> items)
    {
        var ancestors = new Stack<string>();
        ProjectFileItem? item = null;
        int? valueStart = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    valueStart = null;
                    var parent = ancestors.Count > 0 ? ancestors.Peek() : "";
                    var name = reader.LocalName;
                    var isEmpty = reader.IsEmptyElement;
                    if (parent == "ItemGroup") items.Add(item = ReadItem(reader, places));
                    if (!isEmpty) ancestors.Push(name);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    valueStart ??= places.Offset;
                    break;
                case XmlNodeType.EndElement:
                    var ended = ancestors.Pop();
                    if (valueStart is { } start && ancestors.Count > 0)
                    {
                        var value = places.Trimmed(start, places.EndTagStart);
                        if (ancestors.Peek() == "PropertyGroup") properties.Add(new NamedText(ended, value));
                        else if (item is not null && ancestors.Peek() == item.Name)
                            item.Metadata.Add(new NamedText(ended, value));
                    }

                    valueStart = null;
                    break;
            }
        }
    }

    private static ProjectFileItem ReadItem(XmlReader reader, XmlPlaces places)
    {
        var name = reader.LocalName;
        var metadata = new List<NamedText>();
        var isUpdate = false;
        IReadOnlyList<LocatedText> identities = [];
        while (reader.MoveToNextAttribute())
        {
            var (start, end) = places.AttributeValue();
            switch (reader.LocalName)
            {
                case "Include":
                    identities = places.Parts(start, end).ToArray();
                    break;
                case "Update":
                    identities = places.Parts(start, end).ToArray();
                    isUpdate = true;
                    break;
                case "Exclude" or "Remove" or "Condition" or "Label" or "KeepMetadata" or "RemoveMetadata"
                    or "KeepDuplicates" or "MatchOnMetadata":
                    break;
                default:
                    metadata.Add(new NamedText(reader.LocalName, places.Trimmed(start, end)));
                    break;
            }
        }

        reader.MoveToElement();
        return new ProjectFileItem(name, isUpdate, identities, metadata);
    }
}
