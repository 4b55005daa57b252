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
    public static IEnumerable<string[]> ReadEmbedded(string name)
    {
        using var stream = typeof(TabSeparatedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the table {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        foreach (var row in Read(name, reader)) yield return row;
    }

    public static IEnumerable<string[]> Read(string name, TextReader reader)
    {
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
