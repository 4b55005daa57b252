using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace DockerGuard.Evaluation;

/// <summary>What a nuget.config says of feeds to whoever restores without the user's own one.</summary>
/// <param name="IsClosed">Whether one of its feeds may ask who calls: it is not known to be open to all.</param>
/// <param name="IsCleared">Whether it drops all feeds of configurations above.</param>
internal sealed record FeedSources(bool IsClosed, bool IsCleared)
{
    private static readonly FeedSources None = new(IsClosed: false, IsCleared: false);

    /// <summary>Reads it; a file that is no XML says nothing, for NuGet reports it itself.</summary>
    /// <param name="content">What is in the file.</param>
    public static FeedSources Of(byte[] content)
    {
        try
        {
            using var reader = SafeXml.Open(content);
            var sources = XDocument.Load(reader).Root!.Elements("packageSources").ToList();
            return new FeedSources(
                Addresses(sources).Any(static address => !IsOpen(address)), sources.Elements("clear").Any());
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static IEnumerable<Uri> Addresses(IEnumerable<XElement> sources) => sources.Elements("add")
        .Select(static add => (string?)add.Attribute("value") ?? "")
        // Others are folders.
        .Where(static value => value.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        .Select(static value => Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : null)
        .OfType<Uri>();

    /// <summary>The gallery, and the public feeds of services whose addresses say that they are.</summary>
    private static bool IsOpen(Uri address)
    {
        bool IsAt(string host) => address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);
        if (address.UserInfo.Length > 0) return false;
        return IsAt("nuget.org")
            || (IsAt("dev.azure.com") && address.AbsolutePath.IndexOf("/public/", StringComparison.Ordinal) > 0)
            || (IsAt("pkgs.visualstudio.com")
                && address.AbsolutePath.StartsWith("/public/", StringComparison.Ordinal));
    }
}
