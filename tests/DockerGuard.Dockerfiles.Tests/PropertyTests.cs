using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

/// <summary>Files written at random from what they mean: however they are laid out, that is what is read.</summary>
[TestClass]
public sealed class PropertyTests
{
    private const int Runs = 3000;

    private static readonly string[] Names = ["a", "B_2", "http_proxy", "x.y-z", "é"];
    private static readonly string[] Plain =
    [
        "/app", ".", "a-b", "c:d", "1", "$x", "${y:-z}", "é🐳", "[a", "#b", "a\"b\"c", "'q r'",
    ];
    private static readonly string[] Breaks =
    [
        "\\\n", "\\ \t\n", "\\\n# why\n", "\\\n  # why \\\n\n", "\\\r\n", " \\\n\t",
    ];

    private sealed record Written(string Keyword, string[] Flags, string[] Words, bool IsJson);

    [TestMethod]
    public void Layout_changes_nothing_that_is_read()
    {
        var random = new Random(5);
        for (var run = 0; run < Runs; run++)
        {
            var written = Enumerable.Range(0, random.Next(1, 8))
                .Select(_ => Instruction(random))
                .Prepend(new Written("FROM", [], ["scratch"], false))
                .ToList();
            var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
            foreach (var instruction in written) Lay(text, instruction, random);
            var file = Dockerfile.Parse(text.ToString());
            Assert.AreEqual(text.ToString(), file.ToString());
            Assert.HasCount(written.Count, file.Instructions, text.ToString());
            for (var i = 0; i < written.Count; i++) AssertRead(written[i], file.Instructions[i], text.ToString());
        }
    }

    [TestMethod]
    public void An_edited_word_is_read_as_what_took_its_place()
    {
        var random = new Random(6);
        for (var run = 0; run < Runs; run++)
        {
            var text = new StringBuilder("FROM scratch\n");
            var written = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Instruction(random)).ToList();
            foreach (var instruction in written) Lay(text, instruction, random);
            var file = Dockerfile.Parse(text.ToString());
            int index = random.Next(written.Count), at = random.Next(written[index].Words.Length);
            var word = file.Instructions[index + 1].Words[at];
            var edited = Dockerfile.Parse(
                file.ApplyEdits([new TextEdit(word.Start, word.Length, written[index].IsJson ? "\"new\"" : "new")]));
            written[index].Words[at] = "new";
            for (var i = 0; i < written.Count; i++) AssertRead(written[i], edited.Instructions[i + 1], edited.Text);
        }
    }

    [TestMethod]
    public void Spans_lie_in_order_inside_their_instruction()
    {
        var random = new Random(7);
        for (var run = 0; run < Runs; run++)
        {
            var text = new StringBuilder("FROM scratch\n");
            for (var i = random.Next(1, 6); i > 0; i--) Lay(text, Instruction(random), random);
            var file = Dockerfile.Parse(text.ToString());
            foreach (var instruction in file.Instructions)
            {
                var spans = new List<SourceSpan> { instruction.KeywordSpan };
                spans.AddRange(instruction.Flags.Select(flag => flag.Span));
                spans.AddRange(instruction.Words.Select(word => word.Span));
                for (var i = 1; i < spans.Count; i++)
                {
                    Assert.IsTrue(
                        (spans[i - 1].EndLine, spans[i - 1].EndColumn).CompareTo((spans[i].Line, spans[i].Column)) <= 0,
                        text.ToString());
                }

                Assert.AreEqual((instruction.Span.Line, instruction.Span.Column), (spans[0].Line, spans[0].Column));
                // The bracket that closes an array is no word.
                var last = (spans[^1].EndLine, spans[^1].EndColumn)
                    .CompareTo((instruction.Span.EndLine, instruction.Span.EndColumn));
                Assert.IsTrue(instruction.IsJson ? last < 0 : last == 0, text.ToString());
            }
        }
    }

    private static Written Instruction(Random random)
    {
        var keyword = Pick(random, ["COPY", "ADD", "VOLUME", "ENV", "LABEL", "CMD", "EXPOSE", "ARG"]);
        var count = random.Next(2, 5);
        if (keyword is "ENV" or "LABEL")
        {
            return new Written(
                keyword, [], Enumerable.Range(0, count * 2)
                    .Select(i => i % 2 == 0 ? Pick(random, Names) : Pick(random, Plain))
                    .ToArray(), false);
        }

        if (keyword is "CMD" || (keyword is "COPY" or "ADD" or "VOLUME" && random.Next(2) == 0))
        {
            return new Written(
                keyword,
                Flags(keyword, random),
                Enumerable.Range(0, count).Select(_ => Pick(random, ["a", "b c", "é", "$x", "", "/a/b"])).ToArray(),
                true);
        }

        var words = keyword is "ARG" ? Names : ["a", "/b", "1", "$x", "é"];
        return new Written(
            keyword,
            Flags(keyword, random),
            Enumerable.Range(0, count).Select(_ => Pick(random, words)).ToArray(),
            false);
    }

    private static string[] Flags(string keyword, Random random) =>
        keyword is "COPY" && random.Next(2) == 0
            ? new[] { "--from=b", "--link", "--chown=1:1" }[..random.Next(1, 4)]
            : [];

    private static void Lay(StringBuilder text, Written instruction, Random random)
    {
        if (random.Next(3) == 0) text.Append(Pick(random, ["\n", " \t\n", "# c\n", "  #\n", "\r\n"]));
        text.Append(Pick(random, ["", " ", "\t"]))
            .Append(random.Next(2) == 0 ? instruction.Keyword : instruction.Keyword.ToLowerInvariant());
        foreach (var flag in instruction.Flags) text.Append(Gap(random)).Append(flag);
        text.Append(Gap(random));
        var words = instruction.Words;
        if (instruction.IsJson)
        {
            text.Append('[')
                .AppendJoin(Pick(random, [",", ", ", " ,\\\n "]), words.Select(word => $"\"{word}\""))
                .Append(']');
        }
        else if (instruction.Keyword is not ("ENV" or "LABEL"))
        {
            text.AppendJoin(Gap(random), words);
        }
        else
        {
            text.AppendJoin(
                Gap(random), Enumerable.Range(0, words.Length / 2).Select(i => words[i * 2] + "=" + words[i * 2 + 1]));
        }

        text.Append(Pick(random, ["\n", " \n", "\r\n"]));
    }

    /// <summary>White space, possibly with a line break in it.</summary>
    private static string Gap(Random random) =>
        random.Next(3) == 0 ? " " + Pick(random, Breaks) + Pick(random, ["", " "]) : Pick(random, [" ", "\t", "  "]);

    private static void AssertRead(Written written, Instruction read, string text)
    {
        Assert.AreEqual(written.Keyword, read.Keyword, text);
        Assert.AreEqual(written.IsJson, read.IsJson, text);
        CollectionAssert.AreEqual(written.Flags, read.Flags.Select(flag => flag.Text).ToArray(), text);
        CollectionAssert.AreEqual(
            written.Words, read.Words.Select(word => read.IsJson ? word.Value : word.Text).ToArray(), text);
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
