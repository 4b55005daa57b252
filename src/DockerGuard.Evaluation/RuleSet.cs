using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>The files a ruleset includes.</summary>
internal static class RuleSet
{
    public const string Extension = ".ruleset";

    /// <summary>Adds them, and what they include.</summary>
    /// <param name="value">The file, as a property of the project names it.</param>
    /// <param name="inputs">Takes what is found.</param>
    public static void Read(string value, InputCollector inputs)
    {
        if (AbsolutePath.TryOf(inputs.Directory, value) is not { } first) return;
        var waiting = new Queue<string>([first]);
        var known = new HashSet<string>(AbsolutePath.Comparer);
        while (waiting.Count > 0)
        {
            var file = waiting.Dequeue();
            if (!known.Add(file) || !AbsolutePath.HasFile(file)) continue;
            foreach (var path in Includes(file, inputs.Read))
            {
                var included = AbsolutePath.TryOf(Path.GetDirectoryName(file)!, path);
                if (included is null) continue;
                inputs.AddFile(BuildInputKind.Property, inputs.Directory, included, "CodeAnalysisRuleSet");
                waiting.Enqueue(included);
            }
        }
    }

    private static List<string> Includes(string file, Func<string, byte[]?> read)
    {
        try
        {
            if (read(file) is not { } bytes) return [];
            using var reader = SafeXml.Open(bytes);
            return XDocument.Load(reader).Descendants("Include")
                .Select(static include => (string?)include.Attribute("Path"))
                .OfType<string>()
                .ToList();
        }
        catch (XmlException)
        {
            // The compiler tells of it.
            return [];
        }
    }
}
