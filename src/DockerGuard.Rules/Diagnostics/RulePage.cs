using System;
using System.IO;
using System.Linq;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>The page of a rule, which the assembly carries so that reports can show it without a network.</summary>
public sealed class RulePage
{
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
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream(descriptor.Name + ".md")
            ?? throw new ArgumentException($"{descriptor.Name} has no page", nameof(descriptor));
        using var reader = new StreamReader(stream);
        return new RulePage(reader.ReadToEnd());
    }
}
