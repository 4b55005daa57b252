using System;
using System.IO;

namespace DockerGuard.Testing;

/// <summary>
/// A part of a document that is made from something else, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name
/// --&gt;</c>. Tests hold it fresh; with DOCKERGUARD_UPDATE=1 they write it anew.
/// </summary>
public static class MarkedSection
{
    /// <param name="document">Absolute path of the document.</param>
    /// <param name="name">The markers' name.</param>
    /// <param name="expected">What must stand between the markers; a final line end is added when it lacks one.</param>
    public static void AssertHolds(string document, string name, string expected)
    {
        var begin = $"<!-- {name} -->\n";
        var text = File.ReadAllText(document);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.IsTrue(start >= begin.Length && end >= start, $"{Path.GetFileName(document)} has no markers for {name}");

        expected = expected.TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("DOCKERGUARD_UPDATE") == "1")
        {
            File.WriteAllText(document, text[..start] + expected + text[end..]);
            return;
        }

        Assert.AreEqual(
            expected,
            text[start..end],
            $"'{name}' is stale: run the tests with DOCKERGUARD_UPDATE=1 and look at the change");
    }
}
