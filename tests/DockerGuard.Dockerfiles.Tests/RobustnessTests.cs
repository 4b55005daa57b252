using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "FROM a AS b\n", "RUN ", "COPY --from=b x y\n", "ENV a=", "\\\n", "`\n", "# escape=`\n", "# c\n", "\n", "\r\n",
        "\r", " ", "\t", "\"", "'", "$", "${", "}", "${a:-", "${a/", "<<EOF", "<<-\"E F\"",
        "EOF\n", "[\"a\",", "\"]", "[", "]", "{", ":", "=", "--mount=type=cache,target=/x,", "--", "ONBUILD ",
        "HEALTHCHECK CMD ", "ARG ", "\0", "\uFEFF", "é", "🐳", "\uD83D", "\u0085", "\u00A0", "<<", "LABEL ", "EXPOSE ",
        "VOLUME ", "SHELL [\"s\"]\n", "USER ", "WORKDIR ", "STOPSIGNAL ", "*", "?", "%", "#", "/", "\\", ",", "1", "a",
        "FROM $a\n", "--platform=$x ", "CMD ",
    ];

    [TestMethod]
    public void Any_text_is_read_back_whole_and_evaluated()
    {
        var random = new Random(20260101);
        var text = new StringBuilder();
        for (var run = 0; run < 5000; run++)
        {
            text.Clear();
            for (var i = random.Next(30); i >= 0; i--) text.Append(Pieces[random.Next(Pieces.Length)]);
            Check(text.ToString());
        }
    }

    [TestMethod]
    public void Any_change_to_a_good_file_is_survived()
    {
        const string Good =
            "# syntax=docker/dockerfile:1\nARG V=10.0\nFROM --platform=$BUILDPLATFORM sdk:${V:-9} AS build\nRUN "
                + "--mount=type=cache,target=/x <<EOF\nset -e\nEOF\nENV A=\"1 2\" \\\n # c\n B=${A%1}\nFROM "
                + "runtime@sha256:x\nCOPY --from=build [\"/a\", \"/b\"]\nHEALTHCHECK --interval=5s CMD [\"x\"]\n"
                + "ENTRYPOINT [\"y\"]\n";
        var random = new Random(7);
        for (var run = 0; run < 2500; run++)
        {
            var text = new StringBuilder(Good);
            for (var i = random.Next(4); i >= 0; i--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0) text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at));
                else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            Check(text.ToString());
        }
    }

    private static void Check(string text)
    {
        var file = Dockerfile.Parse(text);
        Assert.AreEqual(text, file.ToString());
        Assert.AreEqual(text.Length, file.Nodes.Sum(node => node.Length));
        var lines = text.Count(c => c == '\n') + 1;
        foreach (var instruction in file.Instructions)
        {
            CheckSpans(instruction, lines);
            if (instruction is OnBuildInstruction { Inner: { } inner }) CheckSpans(inner, lines);
        }

        var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
        foreach (var error in file.Errors.Concat(evaluation.Errors))
        {
            CheckSpan(error.Span, lines);
            Assert.IsFalse(error.Message.Length > 300 || error.Message.Any(c => char.IsControl(c)), error.Message);
        }

        foreach (var stage in evaluation.Stages)
        {
            Assert.IsGreaterThanOrEqualTo(
                0, stage.Environment.Count + stage.Labels.Count + stage.ExposedPorts.Count + stage.Volumes.Count);
        }

        Assert.AreEqual(
            text, Encoding.UTF8.GetBytes(text) is var bytes && !text.Any(char.IsSurrogate)
                ? Dockerfile.Parse(bytes).Text
                : text);
    }

    private static void CheckSpans(Instruction instruction, int lines)
    {
        CheckSpan(instruction.Span, lines);
        CheckSpan(instruction.KeywordSpan, lines);
        CheckSpan(instruction.ArgumentsSpan, lines);
        foreach (var word in instruction.Words) CheckSpan(word.Span, lines);
        foreach (var heredoc in instruction.Heredocs) CheckSpan(heredoc.Span, lines);
        foreach (var flag in instruction.Flags)
        {
            CheckSpan(flag.Span, lines);
            CheckSpan(flag.ValueSpan, lines);
        }
    }

    private static void CheckSpan(SourceSpan span, int lines)
    {
        Assert.IsTrue(span.Line >= 1 && span.Column >= 1 && span.EndLine <= lines && span.EndColumn >= 1);
        Assert.IsTrue(span.Line < span.EndLine || (span.Line == span.EndLine && span.Column <= span.EndColumn));
    }

    [TestMethod]
    public void A_long_file_is_read_in_one_pass()
    {
        var lines = new List<string> { "FROM a AS s0\n" };
        for (var i = 0; i < 100_000; i++)
        {
            lines.Add((i % 4) switch
            {
                0 => $"ENV v{i % 500}=$v{(i + 1) % 500}x\n",
                1 => "RUN a \\\n",
                2 => "  b\n",
                _ => "# c\n",
            });
        }

        var text = string.Concat(lines);
        var file = Dockerfile.Parse(text);
        Assert.HasCount(50_001, file.Instructions);
        Assert.AreEqual(text, file.ToString());
        Assert.HasCount(0, file.Errors);
    }

    [TestMethod]
    public void A_long_chain_of_stages_does_not_deepen_the_stack()
    {
        var text = string.Concat(
            Enumerable.Range(0, 20_000).Select(i => i == 0 ? "FROM a AS s0\nENV x=1\n" : $"FROM s{i - 1} AS s{i}\n"));
        var final = Fixture.Final(text);
        Assert.AreEqual("a", final.ExternalFrom.Image!.Value);
        Assert.AreEqual("1", final.Environment.Single().Value.Value);
    }

    [TestMethod]
    public void Hostile_lines_do_not_deepen_the_stack()
    {
        foreach (var piece in new[] { "[", "{\"a\":", "ONBUILD ", "${a:-", "\"$", "<<", "'", "\\", "--x", "(" })
        {
            var many = string.Concat(Enumerable.Repeat(piece, 40_000));
            foreach (var keyword in new[] { "CMD [", "RUN << ", "ENV a=", "ONBUILD RUN ", "COPY ", "" })
            {
                Assert.AreEqual(
                    7 + keyword.Length + many.Length, Dockerfile.Parse("FROM a\n" + keyword + many).ToString().Length);
            }
        }
    }

    [TestMethod]
    public void Cost_grows_linearly_with_words_names_and_heredocs()
    {
        // Quadratic work on any of these would take minutes.
        var words = "FROM a\nCOPY " + string.Concat(Enumerable.Repeat("x \\\n", 200_000)) + "y\n";
        Assert.HasCount(200_001, Dockerfile.Parse(words).Instructions[1].Words);
        var names = "FROM a\nENV b=\"" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"$v{i}\\\n")) + "\"\n";
        Assert.AreEqual("", Fixture.Final(names).Environment.Single().Value.Value);
        var heredocs = "FROM a\nRUN "
            + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<<E{i} "))
            + "\n"
            + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"E{i}\n"));
        Assert.HasCount(5_000, Dockerfile.Parse(heredocs).Instructions[1].Heredocs);
    }

    [TestMethod]
    public void Work_counted_in_allocated_bytes_grows_with_the_text()
    {
        static long Measure(int lines)
        {
            var text = "FROM a AS b\n" + string.Concat(Enumerable.Range(0, lines).Select(
                i => $"ENV v{i}=$v{i / 2}x\nRUN <<E cat \\\n # c\n && b\nx\nE\nCOPY --from=b [\"c\", \"d\"]\n"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var evaluation = BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions());
            Assert.HasCount(lines, evaluation.Final!.Environment);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measure(10);
        var small = Measure(500);
        Assert.IsLessThan(small * 10, Measure(4000));
    }

    [TestMethod]
    public void Folders_that_add_up_and_mounts_with_many_fields_cost_no_more_than_their_text()
    {
        var folders = "FROM a\nWORKDIR /\n"
            + string.Concat(Enumerable.Repeat("WORKDIR aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", 40_000));
        var directory = Fixture.Final(folders).WorkingDirectory!.Value;
        Assert.IsLessThanOrEqualTo(4096, directory.Length);
        Assert.IsGreaterThan(4000, directory.Length);
        var mount = "FROM a\nRUN --mount=type=bind,target=/b"
            + string.Concat(Enumerable.Repeat(",target=/c", 200_000))
            + " x\n";
        Assert.HasCount(
            0, BuildEvaluation.Evaluate(
                Dockerfile.Parse(mount.Replace(",target=/c", ",\\\ntarget=/c")), new BuildOptions()).Errors);
    }

    [TestMethod]
    public void A_file_can_be_read_by_many_threads()
    {
        var file = Dockerfile.Parse("FROM a\nENV x=1\nRUN --mount=type=ssh b\n");
        var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
        System.Threading.Tasks.Parallel.For(0, 200, _ =>
        {
            Assert.AreEqual("1", evaluation.Final!.Environment.Single().Value.Value);
            Assert.HasCount(1, ((RunInstruction)file.Instructions[2]).Mounts);
            Assert.AreEqual("b", file.Instructions[2].Arguments);
        });
    }
}
