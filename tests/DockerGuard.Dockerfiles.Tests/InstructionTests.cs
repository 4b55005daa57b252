using System;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class InstructionTests
{
    [TestMethod]
    public void Every_keyword_has_its_kind_in_any_case()
    {
        foreach (var kind in Enum.GetValues<InstructionKind>().Where(kind => kind != InstructionKind.Unknown))
        {
            var instruction = Dockerfile.Parse($"{kind.ToString().ToLowerInvariant()} x\n").Instructions[0];
            Assert.AreEqual(kind, instruction.Kind);
            Assert.AreEqual(kind.ToString().ToUpperInvariant(), instruction.Keyword);
        }
    }

    [TestMethod]
    public void Comments_vanish_from_the_arguments_and_indentation_stays()
    {
        var run = Fixture.Only<RunInstruction>("FROM a\nRUN a \\\n# c \\\n\n\t b\n");
        Assert.AreEqual("a \t b", run.Arguments);
        Assert.AreEqual(run.Arguments, run.CommandText);
        Assert.AreEqual(run.Arguments, run.Words.Single().Text);
    }

    [TestMethod]
    [DataRow("a \\\\\nRUN b\n", "a \\\\", DisplayName = "two escapes do not continue")]
    [DataRow("a \\\f\nRUN b\n", "a \\", DisplayName = "a form feed after the escape does not continue")]
    [DataRow("a \\ \t\n b\n", "a  b", DisplayName = "blanks after the escape continue")]
    [DataRow("a \\", "a", DisplayName = "an escape at the end of the file is dropped")]
    public void Continuations(string rest, string expected) =>
        Assert.AreEqual(
            expected, ((RunInstruction)Dockerfile.Parse("FROM a\nRUN " + rest).Instructions[1]).CommandText);

    [TestMethod]
    public void Pairs_keep_quotes_as_text_and_lose_them_as_value()
    {
        var env = Fixture.Only<EnvInstruction>("FROM a\nENV a=\"b c\" d=e\\ f g='h $i' j=$k\n");
        CollectionAssert.AreEqual(
            new[] { "\"b c\"", "e\\ f", "'h $i'", "$k" }, env.Pairs.Select(pair => pair.Value!.Text).ToArray());
        CollectionAssert.AreEqual(
            new[] { "b c", "e f", "h $i", "$k" }, env.Pairs.Select(pair => pair.Value!.Value).ToArray());
        CollectionAssert.AreEqual(
            new[] { false, false, false, true }, env.Pairs.Select(pair => pair.Value!.HasVariables).ToArray());
        Assert.HasCount(8, env.Words);
        Assert.IsFalse(env.IsLegacy);
    }

    [TestMethod]
    public void Legacy_pair_takes_the_rest_of_the_line()
    {
        var env = Fixture.Only<EnvInstruction>("FROM a\nENV  name  one = two  \n");
        Assert.IsTrue(env.IsLegacy);
        Assert.AreEqual("name", env.Pairs.Single().Key.Value);
        Assert.AreEqual("one = two", env.Pairs.Single().Value!.Value);
        Assert.IsTrue(Fixture.Only<LabelInstruction>("FROM a\nLABEL a b\n").IsLegacy);
    }

    [TestMethod]
    public void Arg_without_default_has_no_value()
    {
        var pairs = Fixture.Only<ArgInstruction>("ARG a=\"1 2\" b c=\nFROM x\n").Pairs;
        Assert.AreEqual("1 2", pairs[0].Value!.Value);
        Assert.IsNull(pairs[1].Value);
        Assert.AreEqual("", pairs[2].Value!.Value);
    }

    [TestMethod]
    public void Json_is_strict_and_falls_back_to_shell_text()
    {
        foreach (var shell in new[]
        {
            "['a']", "[\"a\",]", "[\"a\"] b", "[\"a\tb\"]", "[\"\\x41\"]", "\"a\"", "[", "[\"a\"", "[1e999]",
            "[\"a\", [1, 2e]]", "[\"C:\\windows\"]",
        })
        {
            var cmd = Fixture.Only<CmdInstruction>($"FROM a\nCMD {shell}\n");
            Assert.IsFalse(cmd.IsJson, shell);
            Assert.AreEqual(shell, cmd.CommandText);
        }

        var exec = Fixture.Only<CmdInstruction>("FROM a\nCMD [ \"\\u00e9\\ud83d\\udc33\\ud800\", \"\\/\\b\" ]\n");
        Assert.IsTrue(exec.IsJson);
        Assert.IsNull(exec.CommandText);
        CollectionAssert.AreEqual(new[] { "é🐳\uFFFD", "/\b" }, exec.Words.Select(word => word.Value).ToArray());
        Assert.IsTrue(Fixture.Only<CmdInstruction>("FROM a\nCMD []\n").IsJson);
    }

    [TestMethod]
    public void User_and_workdir_take_one_argument_with_blanks()
    {
        Assert.AreEqual("a b", Fixture.Only<UserInstruction>("FROM x\nUSER a b\n").User!.Value);
        Assert.AreEqual("/a b", Fixture.Only<WorkdirInstruction>("FROM x\nWORKDIR \"/a b\"\n").Path!.Value);
    }

    [TestMethod]
    public void Only_plain_blanks_separate_words()
    {
        var copy = Fixture.Only<CopyInstruction>("FROM x\nCOPY a\u00A0b \"c d\" /e\n");
        CollectionAssert.AreEqual(new[] { "a\u00A0b", "\"c", "d\"" }, copy.Sources.Select(word => word.Text).ToArray());
        Assert.AreEqual("/e", copy.Destination!.Value);
    }

    [TestMethod]
    public void Flags_lose_quotes_and_end_at_two_hyphens()
    {
        var run = Fixture.Only<RunInstruction>(
            "FROM x\nRUN --mount=\"type=cache,target=/a b\" --netw\\ork=none -- --not-a-flag\n");
        CollectionAssert.AreEqual(new[] { "mount", "network" }, run.Flags.Select(flag => flag.Name).ToArray());
        Assert.AreEqual("--not-a-flag", run.CommandText);
        Assert.AreEqual("/a b", run.Mounts.Single().Target);
        Assert.AreEqual("cache", run.Mounts[0].Type);
    }

    [TestMethod]
    public void Flags_are_read_byte_by_byte_as_the_peer_does()
    {
        var copy = Fixture.Only<CopyInstruction>("FROM x\nCOPY --chown=é:à a b\n");
        Assert.AreEqual("--chown=\u00C3\u00A9:\u00C3", copy.Flags.Single().Text);
        Assert.AreEqual(new SourceSpan(2, 6, 2, 17), copy.Flags[0].Span);
        Assert.AreEqual("a", copy.Sources.Single().Text);
        Assert.HasCount(0, Fixture.Only<RunInstruction>("FROM x\nRUN \u00A0--mount=type=ssh a\n").Flags);
        Assert.AreEqual(
            "--a=\u00E2\u0080\u00A8b", Fixture.Only<RunInstruction>("FROM x\nRUN --a=\u2028b c\n").Flags.Single().Text);
        Assert.AreEqual("CMD\uDCC3", Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK CMDàb c\n").Type!.Text);
        Assert.AreEqual("b c", Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK CMDàb c\n").CommandText);
        Assert.AreEqual("é", Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK é c\n").Type!.Text);
    }

    [TestMethod]
    public void Mount_fields_are_one_record_of_comma_separated_values()
    {
        var mount = Fixture.Only<RunInstruction>(
            "FROM x\nRUN --mount='TYPE=secret,id=a,\"target=/c,d\",required' x\n").Mounts.Single();
        Assert.AreEqual("secret", mount.Type);
        Assert.AreEqual("/c,d", mount.Target);
        Assert.AreEqual("", mount.Find("required"));
        Assert.IsNull(mount.Find("uid"));
        Assert.IsNull(mount.Error);
    }

    [TestMethod]
    public void Healthcheck_forms()
    {
        Assert.IsTrue(Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK none\n").IsNone);
        var shell = Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK --interval=5s cmd  a  b\n");
        Assert.AreEqual("a  b", shell.CommandText);
        Assert.AreEqual("5s", shell.FindFlag("interval")!.Value);
        var exec = Fixture.Only<HealthcheckInstruction>("FROM x\nHEALTHCHECK CMD [\"a\"]\n");
        Assert.IsTrue(exec.IsJson);
        Assert.IsNull(exec.CommandText);
        Assert.AreEqual("a", exec.Words[1].Value);
    }

    [TestMethod]
    [DataRow("RUN cat <<EOF", true)]
    [DataRow("RUN cat<<EOF", false)]
    [DataRow("RUN x=<<EOF", false)]
    [DataRow("RUN cat <<<EOF", false)]
    [DataRow("RUN <<- EOF", false)]
    [DataRow("RUN <<  EOF", true)]
    [DataRow("RUN echo '<<EOF'", false)]
    [DataRow("RUN echo ${} <<EOF", false)]
    [DataRow("RUN [\"<<EOF\"]", false)]
    [DataRow("CMD <<EOF", false)]
    [DataRow("ONBUILD RUN <<EOF", true)]
    [DataRow("ADD <<EOF /x", true)]
    public void Which_lines_have_heredocs(string line, bool expected)
    {
        var instruction = Dockerfile.Parse($"FROM x\n{line}\nRUN \\\nEOF\n").Instructions[1];
        Assert.AreEqual(expected, instruction.Heredocs.Count == 1);
        if (instruction is OnBuildInstruction onBuild) Assert.HasCount(1, onBuild.Inner!.Heredocs);
    }

    [TestMethod]
    public void Heredoc_bodies_are_taken_as_they_are()
    {
        var run = Fixture.Only<RunInstruction>("FROM x\r\nRUN <<EOF\r\n# kept\r\n\r\na \\\r\n EOF\r\nEOF\r\n");
        Assert.AreEqual("# kept\r\n\r\na \\\r\n EOF\r\n", run.Heredocs.Single().Content);
    }

    [TestMethod]
    public void Directives_come_first_or_not_at_all()
    {
        var file = Dockerfile.Parse(
            "#syntax=docker/dockerfile:1\n  # ESCAPE = `\n# check=skip=all;error=true \n# syntax=again\nFROM a\nRUN b "
                + "`\n c\n");
        CollectionAssert.AreEqual(
            new[] { "syntax", "escape", "check", "syntax" },
            file.Directives.Select(directive => directive.Name).ToArray());
        Assert.AreEqual("skip=all;error=true", file.Directives[2].Value);
        Assert.AreEqual(new SourceSpan(2, 14, 2, 15), file.Directives[1].ValueSpan);
        Assert.AreEqual(new SourceSpan(2, 3, 2, 15), file.Directives[1].Span);
        Assert.AreEqual('`', file.EscapeCharacter);
        Assert.AreEqual("b  c", ((RunInstruction)file.Instructions[1]).CommandText);
        Assert.AreEqual("the directive 'syntax' is given twice", file.Errors.Single().Message);
        Assert.HasCount(0, file.Comments);

        foreach (var before in new[] { "\n", "# comment\n", "#!/bin/sh\n", "# unknown=x\n", "FROM a\n", "#\n" })
            Assert.AreEqual('\\', Dockerfile.Parse(before + "# escape=`\nFROM a\n").EscapeCharacter, before);
    }

    [TestMethod]
    public void Leading_comments_end_at_an_empty_one()
    {
        var file = Dockerfile.Parse("# one\n#\n# two\n\n# three\nFROM a\n");
        CollectionAssert.AreEqual(
            new[] { "two", "three" }, file.Instructions[0].LeadingComments.Select(comment => comment.Text).ToArray());
        Assert.HasCount(4, file.Comments);
    }
}
