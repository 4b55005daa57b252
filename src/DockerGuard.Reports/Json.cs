using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml.Linq;
using DockerGuard.Oci.Text;

namespace DockerGuard.Reports;

/// <summary>
/// Writes JSON with the platform's own writer, which takes it as XML: an element a member, the type an attribute.
/// </summary>
/// <remarks>
/// A JSON library would be one more assembly to load into every build, and to agree about with other tasks.
/// </remarks>
internal static class Json
{
    private static readonly XNamespace AnyName = "item";

    public static XElement Object(string name, params XElement?[] members) =>
        Element(name, "object", members.OfType<XElement>());

    public static XElement Object(string name, IEnumerable<XElement> members) => Element(name, "object", members);

    public static XElement Array(string name, IEnumerable<XElement> items) => Element(name, "array", items);

    /// <summary>An array that is left out when it is empty.</summary>
    public static XElement? ArrayOrNothing(string name, IEnumerable<XElement> items) =>
        Array(name, items) is { HasElements: true } array ? array : null;

    /// <summary>A text, made printable: viewers show it to people, and print it to consoles.</summary>
    public static XElement Text(string name, string value) => Element(name, "string", Printable.Block(value));

    public static XElement Number(string name, int value) => Element(name, "number", value);

    public static XElement Flag(string name, bool value) => Element(name, "boolean", value);

    /// <summary>An item of an array.</summary>
    public const string Item = "item";

    public static string Write(XElement root)
    {
        using var stream = new MemoryStream();
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using (var writer = JsonReaderWriterFactory.CreateJsonWriter(
            stream, encoding, ownsStream: false, indent: true, indentChars: "  "))
        {
            root.WriteTo(writer);
        }

        // The writer escapes the solidus, which JSON allows and nobody reads with pleasure.
        return Encoding.UTF8.GetString(stream.ToArray()).Replace("\\/", "/") + "\n";
    }

    private static XElement Element(string name, string type, object content)
    {
        var isXmlName = System.Xml.XmlReader.IsName(name) && name.IndexOf(':') < 0;
        if (isXmlName) return new XElement(name, new XAttribute("type", type), content);
        return new XElement(
            AnyName + "item",
            new XAttribute(XNamespace.Xmlns + "a", AnyName.NamespaceName),
            new XAttribute("item", name),
            new XAttribute("type", type),
            content);
    }
}
