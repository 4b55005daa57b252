using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class IgnoreFileTests
{
    [TestMethod]
    public void Patterns_keep_their_places()
    {
        const string Text = "\uFEFF# comment\r\n\r\n  **/bin/ \r\n! ./keep//me \r\n #not a comment\r\n";
        var file = IgnoreFile.Parse(Text);
        CollectionAssert.AreEqual(
            new[] { "**/bin", "!keep/me", "#not a comment" }, file.Patterns.Select(pattern => pattern.Text).ToArray());
        Assert.AreEqual("**/bin/", Fixture.TextAt(Text, file.Patterns[0].Span));
        Assert.AreEqual("! ./keep//me", Fixture.TextAt(Text, file.Patterns[1].Span));
        Assert.AreEqual(new SourceSpan(4, 1, 4, 13), file.Patterns[1].Span);
        Assert.IsTrue(file.Patterns[1].IsException);
        Assert.AreEqual("keep/me", file.Patterns[1].Pattern);
        Assert.HasCount(0, file.Errors);
    }

    [TestMethod]
    [DataRow("a[", "(1,1,1,3)", "the pattern 'a[' is malformed: '[' is not closed or holds nothing")]
    [DataRow("x\n  a\\", "(2,3,2,5)", "the pattern 'a\\' is malformed: it ends in a backslash")]
    [DataRow("!", "(1,1,1,2)", "the exception '!' has no pattern")]
    [DataRow("! /", "(1,1,1,4)", "the exception '!' has no pattern")]
    [DataRow("[z-a]", "(1,1,1,6)", "the pattern '[z-a]' is malformed: a range in '[' ends before it begins")]
    [DataRow(
        "src\\obj",
        "(1,1,1,8)",
        "the pattern 'src\\obj' is malformed: '\\o' means nothing; a backslash escapes, folders are divided by '/'")]
    [DataRow(
        "[[:upprr:]]",
        "(1,1,1,12)",
        "the pattern '[[:upprr:]]' is malformed: there is no class of characters '[:upprr:]'")]
    public void What_a_build_would_refuse_is_said_with_its_place(string text, string span, string message)
    {
        var file = IgnoreFile.Parse(text + "\nother\n");
        var error = file.Errors.Single();
        Assert.AreEqual(message, error.Message);
        Assert.AreEqual(span, error.Span.ToString());
        Assert.IsTrue(file.IsIgnored("other"));
        Assert.IsFalse(file.IsIgnored("a"));
    }

    [TestMethod]
    public void A_line_no_build_would_read_is_refused()
    {
        var file = IgnoreFile.Parse(new string('a', 65536) + "\nb\n");
        Assert.AreEqual("the line is longer than 65535 bytes", file.Errors.Single().Message);
        Assert.IsTrue(file.IsIgnored("b"));
        Assert.HasCount(0, IgnoreFile.Parse(new string('a', 65535) + "\n").Errors);
    }

    [TestMethod]
    [DataRow("*\n!src", "src/a.cs", false)]
    [DataRow("*\n!src\n**/bin", "src/bin/a", true)]
    [DataRow("**/*.pem", "a/b/c.pem", true)]
    [DataRow("bin\\debug", "bin/debug", false)]
    [DataRow("bin\\debug", "bin7ebug", true)]
    [DataRow("\\*", "*", true)]
    [DataRow("[[:digit:]]x*", "4xy", true)]
    [DataRow("\\pLx", "éx", true)]
    [DataRow("a?c", "a🐳c", true)]
    [DataRow("^a*", "abc", true)]
    [DataRow("x^a*", "x^abc", false)]
    [DataRow("x^a", "x^a", true)]
    [DataRow("a\\b*", "a-c", true)]
    [DataRow("a\\b*", "abc", false)]
    [DataRow("a\\B-*", "a-c", false)]
    [DataRow("\\Qa*", "a[^/]*$anything", true)]
    [DataRow("\\x41\\101*", "AAz", true)]
    [DataRow("[a*b]", "aaab]", true)]
    [DataRow("./a/../b/", "b/c/d", true)]
    [DataRow("/!a", "a", false)]
    [DataRow("..", "a", false)]
    [DataRow("", "a", false)]
    [DataRow("**", ".", false)]
    [DataRow("a/**/b", "a/b", true)]
    [DataRow("a/**/b", "a/x/y/b/z", true)]
    [DataRow("*.CS", "a.cs", false)]
    public void Paths_are_matched_as_a_build_matches_them(string text, string path, bool ignored) =>
        Assert.AreEqual(ignored, IgnoreFile.Parse(text).IsIgnored(path));

    [TestMethod]
    public void A_folder_no_exception_reaches_into_is_not_looked_into()
    {
        var file = IgnoreFile.Parse("docs\nout\n!docs/a/b.md\n!out/**\n");
        Assert.IsTrue(file.SkipsFolder("docs/b"));
        Assert.IsFalse(file.SkipsFolder("docs"));
        Assert.IsFalse(file.SkipsFolder("docs/a"));
        Assert.IsFalse(file.SkipsFolder("out"));
        Assert.IsFalse(file.SkipsFolder("src"));
        Assert.IsFalse(IgnoreFile.Parse("docs\n!**/b.md").SkipsFolder("docs"));
        Assert.IsTrue(IgnoreFile.Parse("docs").SkipsFolder("docs/a"));
    }

    [TestMethod]
    public void The_file_beside_the_Dockerfile_wins()
    {
        string? Find(params string[] files) => IgnoreFile.FindPath("/w/docker/Dockerfile.web", "/w", files.Contains);
        Assert.AreEqual(
            "/w/docker/Dockerfile.web.dockerignore", Find("/w/docker/Dockerfile.web.dockerignore", "/w/.dockerignore"));
        Assert.AreEqual("/w/.dockerignore", Find("/w/.dockerignore", "/w/docker/.dockerignore")?.Replace('\\', '/'));
        Assert.IsNull(Find());
    }

    [TestMethod]
    public void Expressions_match_what_a_regular_expression_library_matches()
    {
        string[] pieces =
        [
            "a", "b", "/", "*", "**", "**/", "?", "[ab]", "[^a]", "[a-c]", ".", "\\a", "\\*", "(", ")", "$", "{", "+",
            "|", "]", "^", "\\d", "\\b", "[b*", "\\B",
        ];
        string[] parts = ["a", "b", "c", ".a", "*", "(", "3", "]", "^", "$"];
        var random = new Random(11);
        var checkedCount = 0;
        for (var run = 0; run < 6_000; run++)
        {
            var text =
                string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            var file = IgnoreFile.Parse(text);
            if (file.Patterns is not [{ IsException: false } pattern]) continue;
            if (pattern.Error is not null || pattern.Match != IgnoreMatch.Expression) continue;
            checkedCount++;
            var expected = new Regex(pattern.Expression[..^1] + "\\z", RegexOptions.None, TimeSpan.FromSeconds(5));
            for (var i = 0; i < 5; i++)
            {
                var names = Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Concat(
                    Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)])));
                var path = string.Join('/', names);
                var parents = Enumerable.Range(0, path.Length + 1)
                    .Where(end => end == path.Length || path[end] == '/')
                    .Select(end => path[..end]);
                Assert.AreEqual(
                    parents.Any(expected.IsMatch),
                    file.Matches(path),
                    $"{text} as {pattern.Expression} on {path} and its parents");
            }
        }

        Assert.IsGreaterThan(1000, checkedCount);
    }

    [TestMethod]
    public void Hostile_patterns_cost_no_more_than_their_length()
    {
        // A matcher that goes back would never finish.
        var pattern = string.Concat(Enumerable.Repeat("a*", 2000));
        var file = IgnoreFile.Parse(
            pattern + "b\n**/" + string.Concat(Enumerable.Repeat("**/x", 500)) + "?\n" + new string(
                '[', 5000) + "\n" + new string('!', 5000));
        Assert.IsFalse(file.IsIgnored(new string('a', 4000)));
        Assert.HasCount(1, file.Errors);
    }

    [TestMethod]
    public void Any_text_is_read()
    {
        var random = new Random(3);
        string[] pieces =
        [
            "!", "#", "/", "\\", "[", "]", "^", "-", "*", "**", "?", "..", ".", "\n", "\r\n", " ", "\t", "\uFEFF", "é",
            "\uD83D", "\uDC33", "\0", "a", "[:alpha:]", "\\p", "\\Q", "\\E", "\\x", "0", "{", ")",
        ];
        for (var run = 0; run < 20_000; run++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(12); i >= 0; i--) text.Append(pieces[random.Next(pieces.Length)]);
            var file = IgnoreFile.Parse(text.ToString());
            foreach (var error in file.Errors)
                Assert.IsFalse(error.Message.Length > 300 || error.Message.Any(char.IsControl), error.Message);
            foreach (var path in new[] { "a", "a/a/é", "../x", "x" + text.Replace('/', '-') })
            {
                if (file.SkipsFolder(path))
                    Assert.IsTrue(file.IsIgnored(path) && file.IsIgnored(path + "/x"), $"{text} skips {path}");
            }
        }
    }
}
