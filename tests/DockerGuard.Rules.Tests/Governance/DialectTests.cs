using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>What no analyzer of the build holds of the dialect.</summary>
[TestClass]
public sealed partial class DialectTests
{
    private const int Width = 120;

    [TestMethod]
    public void No_line_is_wider_than_120_columns() =>
        Assert.AreEqual("", Found((line, isText) => line.Length > Width && !isText));

    [TestMethod]
    public void Null_is_asked_for_by_pattern() =>
        Assert.AreEqual("", Found((line, isText) => !isText && NullComparison().IsMatch(line)));

    /// <summary>
    /// The lines that are wrong, with their places. Text of a raw string is data, and stands as it is.
    /// </summary>
    private static string Found(Func<string, bool, bool> isWrong)
    {
        var wrong = new List<string>();
        foreach (var file in Sources.All)
        {
            var number = 0;
            var isText = false;
            foreach (var line in File.ReadLines(RepositoryRoot.File(file)))
            {
                number++;
                if (isWrong(line, isText)) wrong.Add($"{file}({number}): {line.Trim()}");
                if (RawString().Count(line) % 2 == 1) isText = !isText;
            }
        }

        return string.Join('\n', wrong);
    }

    [GeneratedRegex("\"\"\"+")]
    private static partial Regex RawString();

    // Outside of comments and texts.
    [GeneratedRegex("""^(?!\s*//)[^"]*(==|!=) null\b""")]
    private static partial Regex NullComparison();
}
