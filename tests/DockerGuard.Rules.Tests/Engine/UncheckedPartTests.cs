using System;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>What is too deep or too large to be read is a finding, and the rest is checked all the same.</summary>
[TestClass]
public sealed class UncheckedPartTests
{
    private const string From = "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n";

    [TestMethod]
    [DataRow("substitutions", "echo ", "$(", "curl x", ")")]
    [DataRow("parentheses", "", "(", "curl x", ")")]
    [DataRow("groups", "", "{ ", "curl x", ";}")]
    [DataRow("conditions", "", "if true; then ", "curl x", "; fi")]
    [DataRow("loops", "", "while true; do ", "curl x", "; done")]
    [DataRow("functions", "", "f() { ", "curl x", ";}")]
    [DataRow("parameters", "echo ", "${A:-", "$(curl x)", "}")]
    [DataRow("wrappers", "", "sudo ", "curl x", "")]
    [DataRow("wrappers of many kinds", "", "env A=1 nice -n 5 timeout 9 ", "curl x", "")]
    [DataRow("shells by name", "", "env sh -c ", "curl", "")]
    [DataRow("lookups that never end", "echo ", "$(", "curl x", "")]
    public void Shell_text_that_is_nested_too_deep_is_told(
        string what, string before, string open, string inner, string close)
    {
        var text = before + string.Concat(Enumerable.Repeat(open, 120)) + inner
            + string.Concat(Enumerable.Repeat(close, 120));
        var found = Lint($"{From}RUN {text}\nWORKDIR app\n");

        var told = found.Where(finding => finding.Descriptor == ToolDiagnostics.UncheckedPart).ToList();
        Assert.HasCount(what == "shells by name" ? 0 : 1, told, what);
        Assert.IsTrue(told.All(finding => finding is { Span.Line: 2, Severity: Severity.Error }));
        Assert.IsTrue(
            told.All(finding => finding.Message == "the shell text is nested too deep to be checked"), what);
        Assert.IsTrue(found.Any(finding => finding.Descriptor.Id == "DG5003"), "the rest is checked");
    }

    [TestMethod]
    public void So_are_backticks_quotes_and_scripts_that_powershell_is_given()
    {
        var backticks = "echo x";
        for (var i = 0; i < 5; i++) backticks = "echo `" + backticks.Replace("\\", "\\\\").Replace("`", "\\`") + "`";
        Assert.IsFalse(IsTold($"{From}RUN {backticks}\n"), "five levels are read");
        var powershell = string.Concat(Enumerable.Repeat("powershell -Command ", 12));
        Assert.IsTrue(IsTold($"FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN {powershell} curl\n"));
    }

    [TestMethod]
    public void Ordinary_depth_is_read() =>
        Assert.IsFalse(IsTold(From + "RUN sudo env A=1 sh -c 'if [ -n \"$(id)\" ]; then (cd /x && echo `ls`); fi'\n"));

    [TestMethod]
    [DataRow("ARG A{1}=${{A{0}}}x\n", "")]
    [DataRow("ARG A{1}=${{A{0}}}x\n", From)]
    [DataRow("ENV A{1}=${{A{0}}}x\n", From)]
    [DataRow("ENV A=$A:/opt/{1}/bin\n", From)]
    [DataRow("ARG A{1}=$A{0}$A{0}\n", From)]
    [DataRow("LABEL l{1}=$A0\n", From)]
    [DataRow("COPY a$A0 /b\n", From)]
    [DataRow("COPY <<E /b\n$A0\nE\n", From)]
    [DataRow("EXPOSE $A0\n", From)]
    public void Values_that_grow_with_every_line_take_little_memory(string line, string first)
    {
        var text = first + "ARG A0=" + new string('x', line.Contains("A{1}", StringComparison.Ordinal) ? 1 : 50_000)
            + "\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Format(line, i, i + 1)))
            + (first.Length > 0 ? "" : From);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var told = IsTold(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.IsLessThan(1024L * 1024 * 1024, allocated);
        Assert.IsTrue(told, line);
    }

    private static bool IsTold(string text) =>
        Lint(text).Any(finding => finding.Descriptor == ToolDiagnostics.UncheckedPart);

    private static System.Collections.Generic.IReadOnlyList<Diagnostic> Lint(string text) =>
        FileCheck.Run(new LintRequest(
            Dockerfile.Parse(text), LintCase.Path, new RuleSettings { Today = LintCase.Today }, RuleSet.Ours)).Findings;
}
