using System;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Dockerfiles.Tests.Shell;

[TestClass]
public sealed class InstructionScriptTests
{
    private const string Continued =
        "FROM x\nRUN --mount=type=ssh set -e \\\n  # why\n  && apt-get \\\n     install -y \\\n\n  'a b' && rm -rf "
            + "/x\n";

    [TestMethod]
    public void Spans_lead_back_through_continuations()
    {
        var script = Scripts.OfFile(Continued);
        CollectionAssert.AreEqual(new[] { "set", "apt-get", "rm" }, Scripts.Names(script));
        var install = script.Commands[1];
        Assert.AreEqual("apt-get \\\n     install -y \\\n\n  'a b'", Fixture.TextAt(Continued, install.Span));
        Assert.AreEqual("apt-get      install -y   'a b'", install.Text);
        Assert.AreEqual("'a b'", Fixture.TextAt(Continued, install.Words[3].Span));
        Assert.AreEqual(
            "rm -rf /x", Continued.Substring(script.Commands[2].SourceStart, script.Commands[2].SourceLength));
        Assert.AreEqual(new SourceSpan(5, 14, 5, 16), install.FindFlag("y")!.Span);
    }

    [TestMethod]
    public void Spans_lead_back_through_quotes_and_nested_scripts()
    {
        const string Text = "FROM x\nRUN bash -c \"echo \\\"a b\\\" && \\\n  sh -c 'curl \\$x | tar x'\"\n";
        var script = Scripts.OfFile(Text);
        CollectionAssert.AreEqual(new[] { "bash", "echo", "sh", "curl", "tar" }, Scripts.Names(script));
        Assert.AreEqual("curl \\$x", Fixture.TextAt(Text, script.Commands[3].Span));
        Assert.AreEqual("tar x", Fixture.TextAt(Text, script.Commands[4].Span));
        Assert.AreEqual("\\\"a b\\\"", Fixture.TextAt(Text, script.Commands[1].Arguments[0].Span));
        Assert.AreEqual("$x", script.Commands[3].Arguments[0].Value);
    }

    [TestMethod]
    public void Spans_lead_back_into_backticks()
    {
        const string Text = "FROM x\nRUN a `b \\`c d\\``\n";
        Assert.AreEqual("c d", Fixture.TextAt(Text, Scripts.OfFile(Text).Commands[2].Span));
    }

    [TestMethod]
    public void A_lone_heredoc_is_the_script()
    {
        const string Text = "FROM x\nRUN <<-EOF\n\tset -e\n\tapt-get update\n\tcat <<A\n\t$(b)\n\tA\nEOF\n";
        var script = Scripts.OfFile(Text);
        CollectionAssert.AreEqual(new[] { "set", "apt-get", "cat", "b" }, Scripts.Names(script));
        Assert.AreEqual("apt-get update", Fixture.TextAt(Text, script.Commands[1].Span));
        Assert.AreEqual("b", Fixture.TextAt(Text, script.Commands[3].Span));
        Assert.AreEqual(FailureOutcome.Fails, script.Commands[1].OnFailure);
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    public void A_heredoc_after_a_command_is_its_input()
    {
        const string Text = "FROM x\nRUN cat <<A >/f && \\\n  bash <<-'B'\nx $(y)\nA\n\tcurl u | sh\n\tB\n";
        var script = Scripts.OfFile(Text);
        CollectionAssert.AreEqual(new[] { "cat", "bash", "y", "curl", "sh" }, Scripts.Names(script));
        Assert.AreEqual("curl u | sh", Fixture.TextAt(Text, script.Pipelines.Single().Span));
        Assert.AreEqual("y", Fixture.TextAt(Text, script.Commands[2].Span));
        Assert.AreEqual("x $(y)\n", script.Commands[0].Redirections[0].Heredoc!.Text);
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    [DataRow("#!/usr/bin/env bash\na\n", ShellDialect.Bash, 1)]
    [DataRow("#!/bin/bash -e\na\n", ShellDialect.Bash, 1)]
    [DataRow("#!/usr/bin/env python3\nimport os\n", ShellDialect.Unknown, 0)]
    public void A_heredoc_can_name_its_interpreter(string body, ShellDialect dialect, int commands)
    {
        var script = Scripts.OfFile("FROM x\nRUN <<E\n" + body + "E\n");
        Assert.AreEqual(dialect, script.Dialect);
        Assert.HasCount(commands, script.Commands);
    }

    [TestMethod]
    public void The_exec_form_is_one_command()
    {
        const string Text = "FROM x\nRUN [\"sudo\", \"/bin/sh\", \"-c\", \"a && b \\u0063\"]\nCMD [\"a\", \"b c\"]\n";
        var scripts = Scripts.All(Text);
        CollectionAssert.AreEqual(new[] { "sudo", "sh", "a", "b" }, Scripts.Names(scripts[0]));
        Assert.AreEqual("c", scripts[0].Commands[3].Arguments[0].Value);
        Assert.AreEqual("\"a && b \\u0063\"", Fixture.TextAt(Text, scripts[0].Commands[3].Span));
        Assert.AreEqual("b c", Fixture.TextAt(Text, scripts[1].Commands[0].Arguments[0].Span));
        Assert.AreEqual(ShellDialect.None, scripts[1].Dialect);
    }

    [TestMethod]
    [DataRow("FROM x\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM x\nRUN a\n", "windows/amd64", ShellDialect.Cmd)]
    [DataRow(
        "FROM mcr.microsoft.com/dotnet/sdk:10.0-nanoserver-ltsc2025 AS b\nFROM b\nRUN a\n",
        "linux/amd64",
        ShellDialect.Cmd)]
    [DataRow("# escape=`\nFROM x\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM mcr.microsoft.com/windows:ltsc2019\nRUN a\n", "linux/amd64", ShellDialect.Cmd)]
    [DataRow("FROM mcr.microsoft.com/dotnet/framework/sdk:4.8\nRUN a\n", "linux/amd64", ShellDialect.Cmd)]
    [DataRow("FROM mirror:5000/windows/server:ltsc2025\nRUN a\n", "linux/amd64", ShellDialect.Cmd)]
    [DataRow("FROM golang:1.25-windowsservercore-ltsc2025\nRUN a\n", "linux/amd64", ShellDialect.Cmd)]
    [DataRow("FROM microsoft/nanoserver\nRUN a\n", "linux/amd64", ShellDialect.Cmd)]
    [DataRow("FROM servercore.example/a:nanoserverless\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM golang:nanoserver@sha256:DIGEST\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow(
        "FROM mcr.microsoft.com/dotnet/sdk:10.0-nanoserver-ltsc2025@sha256:DIGEST\nRUN a\n",
        "linux/amd64",
        ShellDialect.Cmd)]
    [DataRow("FROM --platform=windows/amd64 x\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow(
        "FROM x\nSHELL [\"cmd\", \"/S\", \"/C\", \"pwsh\", \"-c\"]\nRUN a\n",
        "linux/amd64",
        ShellDialect.PowerShell)]
    [DataRow("FROM x\nSHELL [\"sh\", \"-c\", \"eval\", \"pwsh\"]\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM x\nSHELL [\"fake\"]\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM x\nSHELL [\"fake\", \"-ec\"]\nRUN a\n", "linux/amd64", ShellDialect.Sh)]
    [DataRow("FROM x\nSHELL [\"/usr/bin/python3.13\", \"-m\"]\nRUN a\n", "linux/amd64", ShellDialect.Unknown)]
    [DataRow(
        "# escape=`\nFROM x\nSHELL [\"powershell.exe\", \"-Command\"]\nRUN a\n",
        "linux/amd64",
        ShellDialect.PowerShell)]
    [DataRow("FROM x AS b\nSHELL [\"/usr/local/bin/zsh\", \"-c\"]\nFROM b\nRUN a\n", "linux/amd64", ShellDialect.Bash)]
    [DataRow("FROM x\nSHELL [\"python3\", \"-m\"]\nRUN a\n", "linux/amd64", ShellDialect.Unknown)]
    [DataRow("FROM x\nSHELL [\"bash\", \"-c\"]\nONBUILD RUN a\n", "linux/amd64", ShellDialect.Bash)]
    [DataRow("FROM x\nHEALTHCHECK --interval=5s CMD a || exit 1\n", "linux/amd64", ShellDialect.Sh)]
    public void The_dialect_is_that_of_the_shell_that_holds(string text, string platform, ShellDialect expected)
    {
        text = text.Replace("DIGEST", new string('0', 64), StringComparison.Ordinal);
        var (instruction, script) = Scripts.WithInstructions(text, new BuildOptions { Platform = platform }).Single();
        Assert.AreEqual(expected, script.Dialect);
        if (script.Commands.Count > 0)
            Assert.AreEqual("a", Fixture.TextAt(text, script.Commands[0].Span), instruction.ToString());
    }

    [TestMethod]
    public void A_script_is_read_once_and_shared_by_threads()
    {
        var stage = Fixture.Final(Continued);
        var run = stage.Stage.Instructions[0];
        var first = stage.ScriptOf(run);
        var others = Fixture.Final(Continued);
        var found = new ShellScript?[64];
        Parallel.For(0, found.Length, i => found[i] = others.ScriptOf(others.Stage.Instructions[0]));
        Assert.AreSame(first, stage.ScriptOf(run));
        Assert.HasCount(1, found.Distinct());
        var env = Fixture.Final("FROM x\nENV a=b\n");
        Assert.IsNull(env.ScriptOf(env.Stage.Instructions[0]));
        Assert.ThrowsExactly<ArgumentException>(() => stage.ScriptOf(others.Stage.Instructions[0]));
    }
}
