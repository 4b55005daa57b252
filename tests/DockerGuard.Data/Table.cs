using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Data;

/// <summary>A table as the product embeds it: comment lines, a line of column names, rows; parted by tabs.</summary>
internal static class Table
{
    public static string Write(IEnumerable<string> comments, string[] columns, IEnumerable<string[]> rows)
    {
        var lines = comments.Select(comment => "# " + comment).Append(string.Join('\t', columns));
        return string.Concat(lines.Concat(rows.Select(row => string.Join('\t', row))).Select(line => line + "\n"));
    }

    /// <summary>The rows of a table by their first column.</summary>
    public static Dictionary<string, string[]> Read(string text) =>
        text.Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], StringComparer.Ordinal);
}
