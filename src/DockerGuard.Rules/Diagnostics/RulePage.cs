using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>The page of a rule, which lies with the assemblies so that reports can show it without a network.</summary>
public sealed class RulePage
{
    private const string Folder = "pages";
    private const int LargestPage = 1 << 20;

    private RulePage(string markdown)
    {
        Markdown = markdown;
        Summary = markdown.Split('\n').Skip(1).Select(line => line.Trim()).First(line => line.Length > 0);
    }

    /// <summary>The whole page.</summary>
    public string Markdown { get; }

    /// <summary>The sentence below the title.</summary>
    public string Summary { get; }

    /// <summary>Reads the page of a rule or condition.</summary>
    /// <exception cref="ArgumentException">The descriptor is not one of the catalogue's.</exception>
    public static RulePage Of(RuleDescriptor descriptor)
    {
        if (descriptor is null) throw new ArgumentNullException(nameof(descriptor));
        var assembly = Path.GetDirectoryName(typeof(RulePage).Assembly.Location)!;
        var file = descriptor.Name + ".md";
        // In the package, where assemblies are in tasks/<system>, one folder serves them all.
        var page = Read(Path.Combine(assembly, Folder, file)) ?? Read(Path.Combine(assembly, "..", "..", Folder, file));
        return new RulePage(
            page ?? throw new ArgumentException($"{descriptor.Name} has no page", nameof(descriptor)));
    }

    private static string? Read(string path) =>
        RegularFile.IsThere(path) && RegularFile.Read(path, LargestPage, out _) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
}
