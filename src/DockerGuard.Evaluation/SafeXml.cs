using System.IO;
using System.Xml;

namespace DockerGuard.Evaluation;

/// <summary>The one way to read XML that is no project: it fetches nothing and unfolds no entities.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Begins to read; what is no XML is found as it is read.</summary>
    /// <param name="content">What is in the file.</param>
    public static XmlReader Open(byte[] content) => XmlReader.Create(new MemoryStream(content), Settings);
}
