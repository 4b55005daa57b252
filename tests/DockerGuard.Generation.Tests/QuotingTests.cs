using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Generation.Tests;

/// <summary>
/// Every short text over the characters that mean something to the builder or the shell survives its quoting.
/// </summary>
[TestClass]
public sealed class QuotingTests
{
    private const string Meaningful = "a\\\"'$`{}#< [*;=-";

    private static IEnumerable<string> Texts(int length) => length == 0
        ? [""]
        : Texts(length - 1).SelectMany(static text => Meaningful.Select(c => text + c));

    private static IEnumerable<string> AllTexts => Texts(1).Concat(Texts(2)).Concat(Texts(3));

    [TestMethod]
    public void Label_values_survive()
    {
        foreach (var text in AllTexts.Where(
            static text => text.Trim() == text && !text.Contains("  ", StringComparison.Ordinal)))
        {
            var file =
                Dockerfile.Parse($"FROM scratch\nLABEL a={DockerfileText.Quote(text)} \\\n      b=\"x\"\nUSER 1\n");
            var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
            Assert.IsEmpty(file.Errors.Concat(evaluation.Errors), text);
            CollectionAssert.AreEqual(
                new[] { text, "x" },
                evaluation.Final!.Labels.Select(static label => label.Value.Value).ToArray(),
                text);
            Assert.AreEqual("1", evaluation.Final.User!.Value, text);
        }
    }

    [TestMethod]
    public void Copied_paths_survive()
    {
        foreach (var text in AllTexts)
        {
            var file = Dockerfile.Parse(
                $"FROM scratch\nCOPY {DockerfileText.CopyForm([new CopySource(text, IsPattern: true)], text + "/")}\n");
            Assert.IsEmpty(file.Errors, text);
            var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
            Assert.IsEmpty(evaluation.Errors, text);
            var copy = (CopyInstruction)file.Instructions[1];
            Assert.IsEmpty(copy.Heredocs, text);
            Assert.AreEqual(text, Path(evaluation.Final!.Expand(copy.Sources[0].Value, copy)));
            Assert.AreEqual(text + "/", Path(evaluation.Final.Expand(copy.Destination!.Value, copy)));
        }
    }

    private static string Path(string word) => word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word;

    [TestMethod]
    public void Entry_points_survive()
    {
        foreach (var text in AllTexts)
        {
            var evaluation = BuildEvaluation.Evaluate(
                Dockerfile.Parse($"FROM scratch\nENTRYPOINT {DockerfileText.ExecForm(text, "b")}\n"),
                new BuildOptions());
            CollectionAssert.AreEqual(new[] { text, "b" }, evaluation.Final!.Entrypoint!.Value.ToArray(), text);
        }
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Shell_words_survive_a_shell()
    {
        var texts = AllTexts.Where(static text => text[0] != '-').ToArray();
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardInput = true };
        using var shell = Process.Start(start)!;
        shell.StandardInput.Write("printf '%s\\n' " + string.Join(" ", texts.Select(DockerfileText.ShellWord)) + "\n");
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        CollectionAssert.AreEqual(texts, output.TrimEnd('\n').Split('\n'));
    }
}
