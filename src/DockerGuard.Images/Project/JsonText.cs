using System;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace DockerGuard.Images.Project;

/// <summary>Reads the JSON of a project's files as XML, each member an element of its name.</summary>
public static class JsonText
{
    /// <summary>Nobody writes deeper; the platform's reader takes the square of the depth.</summary>
    private const int DeepestLevel = 64;

    /// <summary>The root of a text in UTF-8; null for what is no JSON, or is deeper than anybody writes it.</summary>
    public static XElement? Parse(byte[] text)
    {
        try
        {
            var quotas = new XmlDictionaryReaderQuotas();
            XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
            quotas.MaxDepth = DeepestLevel;
            using var reader = JsonReaderWriterFactory.CreateJsonReader(text, quotas);
            return XElement.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            return null;
        }
    }
}
