using System.Linq;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class SpanTests
{
    [TestMethod]
    public void Words_of_a_plain_line()
    {
        var from = Fixture.Only<FromInstruction>("\n  FROM --platform=linux/amd64  mcr/aspnet:10.0   AS  final \n");
        Assert.AreEqual(new SourceSpan(2, 3, 2, 59), from.Span);
        Assert.AreEqual(new SourceSpan(2, 3, 2, 7), from.KeywordSpan);
        Assert.AreEqual(new SourceSpan(2, 8, 2, 30), from.Platform!.Span);
        Assert.AreEqual(new SourceSpan(2, 19, 2, 30), from.Platform.ValueSpan);
        Assert.AreEqual(new SourceSpan(2, 32, 2, 47), from.Image!.Span);
        Assert.AreEqual(new SourceSpan(2, 54, 2, 59), from.StageName!.Span);
    }

    [TestMethod]
    public void A_word_over_a_continuation_spans_its_lines()
    {
        const string Text = "FROM a\nENV one=1 \\\n  # note\n\n  two=\"x \\\n y\" three=3\n";
        var env = Fixture.Only<EnvInstruction>(Text);
        var two = env.Pairs[1];
        Assert.AreEqual("\"x  y\"", two.Value!.Text);
        Assert.AreEqual("x  y", two.Value.Value);
        Assert.AreEqual(new SourceSpan(5, 3, 6, 4), two.Span);
        Assert.AreEqual("two=\"x \\\n y\"", Fixture.TextAt(Text, two.Span));
        Assert.AreEqual(new SourceSpan(6, 5, 6, 12), env.Pairs[2].Span);
        Assert.AreEqual(new SourceSpan(2, 1, 6, 12), env.Span);
        Assert.AreEqual(2, env.StartLine);
        Assert.AreEqual(6, env.EndLine);
        Assert.IsTrue(env.HasEmptyContinuationLine);
    }

    [TestMethod]
    public void A_word_that_ends_at_a_continuation_ends_there()
    {
        var copy = Fixture.Only<CopyInstruction>("FROM a\nCOPY one\\\n two\n");
        Assert.AreEqual(new SourceSpan(2, 6, 2, 9), copy.Sources[0].Span);
        Assert.AreEqual(new SourceSpan(3, 2, 3, 5), copy.Destination!.Span);
    }

    [TestMethod]
    public void A_keyword_can_be_continued()
    {
        var file = Dockerfile.Parse("FR\\\nOM \\\n a\n");
        Assert.AreEqual("FROM", file.Instructions[0].Keyword);
        Assert.AreEqual(new SourceSpan(1, 1, 2, 3), file.Instructions[0].KeywordSpan);
        Assert.AreEqual(new SourceSpan(3, 2, 3, 3), file.Stages[0].From.Image!.Span);
    }

    [TestMethod]
    public void Byte_order_mark_takes_no_column()
    {
        var from = Fixture.Only<FromInstruction>("\uFEFFFROM a\n");
        Assert.AreEqual(new SourceSpan(1, 1, 1, 7), from.Span);
        Assert.AreEqual(new SourceSpan(1, 6, 1, 7), from.Image!.Span);
    }

    [TestMethod]
    public void Carriage_returns_are_not_part_of_a_span()
    {
        var run = Fixture.Only<RunInstruction>("FROM a\r\nRUN b \\\r\n  c\r\n");
        Assert.AreEqual(new SourceSpan(2, 1, 3, 4), run.Span);
        Assert.AreEqual("b   c", run.Arguments);
    }

    [TestMethod]
    public void Json_elements_include_their_quotes()
    {
        var cmd = Fixture.Only<CmdInstruction>("FROM a\nCMD [\"x\", \"y\\u0041\"]\n");
        Assert.IsTrue(cmd.IsJson);
        Assert.AreEqual(new SourceSpan(2, 6, 2, 9), cmd.Words[0].Span);
        Assert.AreEqual(new SourceSpan(2, 11, 2, 20), cmd.Words[1].Span);
        Assert.AreEqual("yA", cmd.Words[1].Value);
        Assert.AreEqual(new SourceSpan(2, 5, 2, 21), cmd.ArgumentsSpan);
    }

    [TestMethod]
    public void Heredocs_know_their_body()
    {
        var run = Fixture.Only<RunInstruction>("FROM a\nRUN cat <<A 3<<-\"B\" \\\n && x\none\nA\n\ttwo\n\tB\n# end\n");
        Assert.HasCount(2, run.Heredocs);
        var (first, second) = (run.Heredocs[0], run.Heredocs[1]);
        Assert.AreEqual(
            ("A", 0, true, false, "one\n"),
            (first.Name, first.FileDescriptor, first.Expand, first.Chomp, first.Content));
        Assert.AreEqual(
            ("B", 3, false, true, "\ttwo\n"),
            (second.Name, second.FileDescriptor, second.Expand, second.Chomp, second.Content));
        Assert.AreEqual(new SourceSpan(4, 1, 5, 2), first.Span);
        Assert.AreEqual(new SourceSpan(6, 1, 7, 3), second.Span);
        Assert.AreEqual(new SourceSpan(2, 1, 7, 3), run.Span);
        Assert.AreEqual(new SourceSpan(2, 5, 3, 6), run.ArgumentsSpan);
        Assert.AreEqual((2, 7), (run.StartLine, run.EndLine));
    }

    [TestMethod]
    public void Parts_of_shell_text_are_found_over_continuations()
    {
        const string Text = "FROM a\nRUN apt-get update && \\\n    # c\n    apt-get install curl\n";
        var run = Fixture.Only<RunInstruction>(Text);
        var index = run.Arguments.IndexOf("install", System.StringComparison.Ordinal);
        Assert.AreEqual("install", Text.Substring(run.SourceOffset(index), 7));
        Assert.AreEqual(Text.Length - 1, run.SourceOffset(run.Arguments.Length));
    }

    [TestMethod]
    public void Instructions_without_arguments_have_an_empty_place_for_them()
    {
        var cmd = Fixture.Only<CmdInstruction>("FROM a\nCMD  \n");
        Assert.AreEqual("", cmd.Arguments);
        Assert.AreEqual(new SourceSpan(2, 4, 2, 4), cmd.ArgumentsSpan);
    }

    [TestMethod]
    public void Flag_without_value_points_at_itself()
    {
        var copy = Fixture.Only<CopyInstruction>("FROM a\nCOPY --link --from=  b c\n");
        Assert.AreEqual(new SourceSpan(2, 6, 2, 12), copy.Flags[0].ValueSpan);
        Assert.IsNull(copy.Flags[0].Value);
        Assert.AreEqual("", copy.From!.Value);
        Assert.AreEqual(new SourceSpan(2, 20, 2, 20), copy.From.ValueSpan);
    }

    [TestMethod]
    public void Empty_value_before_a_continuation_stays_on_its_line()
    {
        var env = Fixture.Only<EnvInstruction>("FROM a\nENV a=\\\n b=1\n");
        Assert.AreEqual(new SourceSpan(2, 7, 2, 7), env.Pairs[0].Value!.Span);
        Assert.AreEqual(new SourceSpan(2, 5, 2, 7), env.Pairs[0].Span);
    }

    [TestMethod]
    public void Inner_instruction_of_onbuild_has_its_own_spans()
    {
        var onBuild = Fixture.Only<OnBuildInstruction>("FROM a\nONBUILD COPY --from=b c \\\n d\n");
        var copy = (CopyInstruction)onBuild.Inner!;
        Assert.IsTrue(copy.IsOnBuild);
        Assert.AreEqual(new SourceSpan(2, 9, 2, 13), copy.KeywordSpan);
        Assert.AreEqual(new SourceSpan(2, 9, 3, 3), copy.Span);
        Assert.AreEqual("b", copy.From!.Value);
        Assert.AreEqual(new SourceSpan(3, 2, 3, 3), copy.Destination!.Span);
        Assert.AreSame(onBuild.Stage, copy.Stage);
    }

    [TestMethod]
    public void Comments_inside_continuations_are_listed_with_their_place()
    {
        var file = Dockerfile.Parse("# top\nFROM a\nRUN b \\\n   # inside \n  c\n");
        CollectionAssert.AreEqual(new[] { "top", "inside" }, file.Comments.Select(comment => comment.Text).ToArray());
        Assert.AreEqual(new SourceSpan(4, 4, 4, 12), file.Comments[1].Span);
        Assert.AreEqual("   # inside \n", file.Comments[1].ToString());
        Assert.AreSame(file.Comments[0], file.Stages[0].From.LeadingComments.Single());
        Assert.IsFalse(file.Nodes.Contains(file.Comments[1]));
    }

    [TestMethod]
    public void Every_word_is_found_where_its_span_says()
    {
        const string Text = """
            # syntax=docker/dockerfile:1
            ARG A=1 B
            FROM --platform=$BUILDPLATFORM sdk:$A AS build
            WORKDIR /src
            COPY --chown=1:1 *.csproj \
                 b.csproj ./
            ENV X=1 Y="a b" Z='c'
            EXPOSE 8080/tcp 8081
            VOLUME /data /logs
            USER app
            LABEL a.b="c" \
                  d.e=f
            HEALTHCHECK --interval=5s CMD curl -f x
            """;
        foreach (var instruction in Dockerfile.Parse(Text).Instructions)
        {
            foreach (var word in instruction.Words) Assert.AreEqual(word.Text, Fixture.TextAt(Text, word.Span));
            foreach (var flag in instruction.Flags)
            {
                Assert.AreEqual(flag.Text, Fixture.TextAt(Text, flag.Span));
                Assert.AreEqual(flag.Value, Fixture.TextAt(Text, flag.ValueSpan));
            }
        }
    }

    [TestMethod]
    public void Asking_for_a_place_outside_the_text_is_refused()
    {
        var file = Dockerfile.Parse("FROM a");
        Assert.AreEqual(new SourceSpan(1, 7, 1, 7), file.GetSpan(6, 0));
        Assert.ThrowsExactly<System.ArgumentOutOfRangeException>(() => file.GetSpan(0, 7));
        Assert.ThrowsExactly<System.ArgumentOutOfRangeException>(() => file.GetSpan(-1, 1));
    }
}
