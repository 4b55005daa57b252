using System;
using System.Collections.Generic;
using System.IO;

namespace DockerGuard.Images.Catalog;

/// <summary>
/// The shape of the tables in Data: lines of '#' say where the facts come from, the first other line names the columns,
/// then one fact a line. The tables are ours, so a malformed one is a fault of the build and throws.
/// </summary>
internal static class TabSeparatedTable
{
    /// <summary>The rows of a table of this assembly.</summary>
    public static IEnumerable<string[]> ReadEmbedded(string name) => Read(name, Text(name));

    /// <summary>A table of this assembly as it is written.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(TabSeparatedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the table {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a table.</summary>
    /// <param name="name">What a fault names.</param>
    /// <param name="text">The table.</param>
    public static IEnumerable<string[]> Read(string name, string text)
    {
        using var reader = new StringReader(text);
        var columns = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (columns == 0)
            {
                columns = fields.Length;
                continue;
            }

            if (fields.Length != columns)
                throw new InvalidDataException($"{name}: '{line}' has {fields.Length} columns instead of {columns}");
            yield return fields;
        }
    }
}
