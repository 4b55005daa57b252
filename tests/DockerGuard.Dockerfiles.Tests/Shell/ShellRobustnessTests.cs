using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests.Shell;

[TestClass]
public sealed class ShellRobustnessTests
{
    private const int Mutations = 200_000;
    private static readonly TimeSpan TimeBox = TimeSpan.FromSeconds(4);
    private static readonly ShellDialect[] Dialects =
    [
        ShellDialect.Sh, ShellDialect.Bash, ShellDialect.PowerShell, ShellDialect.Cmd,
    ];

    private static readonly string[] Pieces =
    [
        "'", "\"", "`", "\\", "$", "$(", ")", "(", "${", "}", "{", " ", "\n", "\r\n", ";", ";;", "&", "&&", "|", "||",
        "<", ">", "<<A\n", "<<-'A'\n", "\nA\n", "<(", "$((", "))",
        "((", "[[ ", " ]]", "if ", "; then ", "; fi", "for x in ", "; do ", "; done", "case x in ", ") ", "esac",
        "f() ", "#", " #", "$'", "$\"", "\\\n", "\t", "=", "a=(", "!", "*",
        "sh -c ", "sudo ", "env A=b ", "xargs ", "find -exec ", "eval ", "powershell -c ", "cmd /c ", "bash <<A\n",
        "\0", "\uD83D", "é", "@(", "@{", "@'\n", "<#", "^", "%a%", "1>", "2>&1", "set -e;", "function ",
    ];

    [TestMethod]
    public void Scripts_of_real_files_keep_their_places()
    {
        foreach (var text in Corpus())
        {
            foreach (var (instruction, script) in Scripts.WithInstructions(text))
                Check(Complete(text), instruction, script);
        }
    }

    [TestMethod]
    public void Any_change_to_a_real_script_is_survived()
    {
        var scripts = Corpus().SelectMany(text => Scripts.All(text))
            .Select(script => script.Text)
            .Distinct()
            .Where(text => text.Length < 1000)
            .ToArray();
        var random = new Random(20260101);
        var clock = Stopwatch.StartNew();
        var run = 0;
        for (; run < Mutations && clock.Elapsed < TimeBox; run++)
        {
            var text = Mutate(scripts[random.Next(scripts.Length)], random);
            CheckTree(ShellScript.Parse(text, Dialects[random.Next(6) % 4]), text);
        }

        Assert.IsGreaterThan(1000, run);
    }

    [TestMethod]
    public void Any_change_to_a_real_file_is_survived()
    {
        var files = Corpus().Where(text => text.Length < 2000).ToArray();
        var random = new Random(7);
        var clock = Stopwatch.StartNew();
        var run = 0;
        for (; run < Mutations && clock.Elapsed < TimeBox; run++)
        {
            var text = Mutate(files[random.Next(files.Length)], random);
            foreach (var (instruction, script) in Scripts.WithInstructions(text))
                Check(Complete(text), instruction, script);
        }

        Assert.IsGreaterThan(300, run);
    }

    [TestMethod]
    public void Any_pieces_are_survived()
    {
        var random = new Random(3);
        var text = new StringBuilder();
        for (var run = 0; run < 10_000; run++)
        {
            text.Clear();
            for (var i = random.Next(40); i >= 0; i--) text.Append(Pieces[random.Next(Pieces.Length)]);
            CheckTree(ShellScript.Parse(text.ToString(), Dialects[run % 4]), text.ToString());
        }
    }

    [TestMethod]
    public void Hostile_nesting_and_repetition_cost_little()
    {
        // Quadratic work or a call depth that grows with the text would show as minutes or as an end of the process.
        foreach (var piece in Pieces.Concat([
            "$((a) ", "`\\`", "${x:-", "\"$(", "$(a `b ", "if a; then ", "a | ", "a && ", "sudo sudo ", "<<A ",
            "$(( ) ", "$(( # (((\n) ) ", "sh -c 'a' ", "{ a;", "return ", "if x ", "@{a=",
        ]))
        {
            var many = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
            foreach (var dialect in Dialects)
                Assert.AreEqual(many.Length, ShellScript.Parse(many, dialect).Text.Length);
        }
    }

    [TestMethod]
    public void Nesting_has_a_limit_and_says_so()
    {
        static string Nested(int depth) =>
            string.Concat(Enumerable.Repeat("$(a ", depth)) + string.Concat(Enumerable.Repeat(")", depth));
        Assert.HasCount(91, ShellScript.Parse("b " + Nested(90)).Commands);
        var deep = ShellScript.Parse("b " + Nested(500) + "; c");
        Assert.AreEqual("the script is nested deeper than 100 levels", deep.Errors.Single().Message);
        Assert.IsTrue(deep.Commands.All(command => command.OnFailure >= FailureOutcome.Fails));
    }

    [TestMethod]
    public void Work_counted_in_allocated_bytes_grows_with_the_text()
    {
        static long Measure(int lines)
        {
            var text = string.Concat(Enumerable.Range(0, lines).Select(i =>
                $"a \"$(b {i})\" `c` | d 2>&1 && sh -c 'e \"$f\"' || true\ncat <<A >f\n$(g)\nA\nif h; then i; fi\n"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var script = ShellScript.Parse(text);
            Assert.HasCount(
                10 * lines,
                script.Commands.Where(command => command.OnFailure >= FailureOutcome.Fails
                    && command.Is("a", "b", "c", "d", "sh", "e", "cat", "g", "h", "i")));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measure(10);
        var small = Measure(200);
        Assert.IsLessThan(small * 10, Measure(1600));
    }

    private static IReadOnlyList<string> Corpus()
    {
        if (Scripts.Corpus() is { } corpus) return corpus;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("the conformance data is missing");
        Assert.Inconclusive("the conformance data is not here");
        return [];
    }

    private static string Complete(string text) => Dockerfile.Parse(text).Stages.Count == 0 ? "FROM x\n" + text : text;

    private static string Mutate(string original, Random random)
    {
        var text = new StringBuilder(original);
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(3))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                default:
                    text.Insert(
                        at, original.AsSpan(
                            random.Next(original.Length / 2 + 1), random.Next(Math.Min(20, original.Length / 2 + 1))));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// Commands lie inside their instruction and, where nothing is continued, read there as they are.
    /// </summary>
    private static void Check(string text, Instruction instruction, ShellScript script)
    {
        var start = instruction.ContentStart;
        var end = start + instruction.ContentLength;
        foreach (var command in script.Commands)
        {
            Assert.IsTrue(
                command.SourceStart >= start
                    && command.SourceLength >= 0
                    && command.SourceStart + command.SourceLength <= end, command.Text);
            foreach (var word in command.Words)
            {
                Assert.IsTrue(
                    word.SourceStart >= start && word.SourceLength >= 0 && word.SourceStart + word.SourceLength <= end,
                    word.Text);
            }

            // A text of the same length cannot have lost anything on the way.
            if (command.SourceLength == command.Text.Length && script.Dialect != ShellDialect.None)
            {
                Assert.AreEqual(text.Substring(command.SourceStart, command.SourceLength), command.Text);
            }
            else
            {
                Assert.IsTrue(
                    script.Dialect == ShellDialect.None || command.SourceLength > command.Text.Length, command.Text);
            }

            Assert.IsTrue(command.Span >= instruction.Span || command.Span.Line > instruction.Span.Line);
            Assert.IsTrue(Enum.IsDefined(command.OnFailure));
        }

        foreach (var error in script.Errors) CheckError(error);
    }

    private static void CheckTree(ShellScript script, string text)
    {
        foreach (var command in script.Commands)
        {
            Assert.IsTrue(command.SourceStart >= 0 && command.SourceStart + command.SourceLength <= text.Length);
            foreach (var word in command.Words) Assert.IsGreaterThanOrEqualTo(0, word.SourceLength);
            Assert.IsTrue(Enum.IsDefined(command.OnFailure));
            _ = command.Operands("o").Count + command.FlagValues("u", "uid").Count;
            ShellNode top = command;
            while (top.Parent is { } parent) top = parent;
            Assert.AreSame(script.Body, top, command.Text);
        }

        foreach (var error in script.Errors) CheckError(error);
    }

    private static void CheckError(ShellError error) =>
        Assert.IsFalse(error.Message.Length > 300 || error.Message.Any(char.IsControl), error.Message);
}
