using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace DockerGuard.Rules;

/// <summary>
/// The identifiers of the SPDX License List, read once from the table in the assembly, which names its version.
/// </summary>
internal sealed class SpdxList
{
    private static readonly Lazy<SpdxList> Embedded = new(
        static () => new SpdxList(), LazyThreadSafetyMode.ExecutionAndPublication);

    // SPDX 2.3, annex D: identifiers are compared without regard to case.
    private readonly Dictionary<string, string> _licenses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _exceptions = new(StringComparer.OrdinalIgnoreCase);

    private SpdxList()
    {
        using var stream = typeof(SpdxList).Assembly.GetManifestResourceStream("spdx.tsv")
            ?? throw new InvalidOperationException("the table spdx.tsv is not in the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (fields[0] == "license") _licenses.Add(fields[1], fields[1]);
            else if (fields[0] == "exception") _exceptions.Add(fields[1]);
        }
    }

    public static SpdxList Default => Embedded.Value;

    /// <summary>True for the identifier of a licence, deprecated ones included.</summary>
    public bool IsLicense(string id) => _licenses.ContainsKey(id);

    /// <summary>True for an identifier written exactly as the list has it.</summary>
    public bool IsExactLicense(string id) => _licenses.TryGetValue(id, out var listed) && listed == id;

    /// <summary>
    /// The identifier that a name such as "MIT License", "apache 2.0" or "mit" stands for, as the list has it; the text
    /// itself when there is none.
    /// </summary>
    public string IdFor(string text)
    {
        const string license = " License";
        var name = text.EndsWith(license, StringComparison.OrdinalIgnoreCase)
            ? text.Substring(0, text.Length - license.Length)
            : text;
        return _licenses.TryGetValue(name.Trim().Replace(' ', '-'), out var id) ? id : text;
    }

    /// <summary>True for what may stand after WITH.</summary>
    public bool IsException(string id) => _exceptions.Contains(id);
}
