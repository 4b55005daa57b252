using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>Ten times the file takes about ten times as long, whatever stands in it.</summary>
[TestClass]
public sealed class LinearTimeTests
{
    private const int Small = 2_000;
    private const int Large = 10 * Small;

    /// <summary>What time may grow by for ten times the input; a square would be a hundred.</summary>
    private const double LargestGrowth = 60;

    /// <summary>Below this many milliseconds the clock of processor time is too coarse to divide by.</summary>
    private const double ShortestMeasured = 20;

    [TestMethod]
    [DataRow("one comment per instruction", "# dockerguard ignore=DG5001 why\nADD a /a\n", "")]
    [DataRow("all comments before one instruction", "# dockerguard ignore=DG3001 why\n", "ENV A_TOKEN=1\n")]
    [DataRow("stale comments", "# dockerguard ignore=DG5001\nCOPY a /a\n", "")]
    [DataRow("comments for the file", "# hadolint global ignore=DL3000\nADD a /a\n", "")]
    [DataRow("comments for the stage", "# hadolint stage ignore=DL3000\nADD a /a\n", "")]
    [DataRow("comments inside a continuation", "ENV A_TOKEN=1 \\\n # dockerguard ignore=DG3001\n B=2\n", "")]
    [DataRow("stages", "FROM mcr.microsoft.com/dotnet/sdk:latest\nWORKDIR app\nENTRYPOINT x\n", "")]
    [DataRow("stages on stages", "FROM base AS base\nRUN x\n", "")]
    [DataRow(
        "runs in a row",
        "RUN curl -o /tmp/a b && pip install six | wget x && npm i y\nRUN rm -rf /tmp/* /tmp/a && cd x\n",
        "")]
    [DataRow("archives", "COPY a.tar /a.tar\nRUN tar -xf /a.tar\n", "")]
    [DataRow(
        "package managers on stages",
        "FROM base AS base\nRUN wget x && pip install a && yarn && sudo id && useradd -u 100000 b\n",
        "")]
    [DataRow("stages on stages that install", "FROM base AS base\nRUN apt-get update && apt-get install curl\n", "")]
    [DataRow("package managers", "RUN P=a; apt-get update; apt-get install $P; dnf install a\n", "")]
    [DataRow(
        "publishes", "COPY a /a\nRUN cd a && dotnet publish b -o /app\n", "FROM base\nCOPY --from=0 /app /app\n")]
    [DataRow(
        "stages that publish and copy",
        "FROM base AS a\nCOPY --from=base /a /b /a/\nRUN dotnet publish b -o /a\n"
            + "FROM a AS base\nCOPY --from=a /a /b /a/\n",
        "")]
    [DataRow("named variables", "ENV A_TOKEN=1 B=$A_TOKEN\n", "")]
    public void Time_grows_with_the_file_and_not_with_its_square(string what, string repeated, string last)
    {
        Lint(repeated, last, Small);
        var small = Math.Max(Lint(repeated, last, Small), ShortestMeasured);
        var large = Lint(repeated, last, Large);

        Assert.IsLessThan(LargestGrowth * small, large, $"{what}: {small} ms became {large} ms");
    }

    /// <summary>Each way of matching once took the patterns times the paths times the folders of each.</summary>
    [TestMethod]
    [DataRow("**/a*{0}", 200, 100)]
    [DataRow("**/a*/**/a*/{0}", 200, 100)]
    [DataRow("**/a{0}", 1_000, 100)]
    [DataRow("!a/**/a{0}", 1_000, 100)]
    [DataRow("a*/b{0}", 1_000, 1)]
    [DataRow("aaaa{0}", 1_000, 1)]
    public void Ignore_patterns_cost_no_more_than_they_and_the_paths_together(string pattern, int patterns, int folders)
    {
        var ignoreFile = IgnoreFile.Parse(
            "*\n" + string.Concat(Enumerable.Range(0, patterns).Select(i => string.Format(pattern, i) + "\n")));
        var path = string.Concat(Enumerable.Repeat("aaaaaaaaaaaaaaaaaaaa/", folders));
        var copies = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"COPY {path}a{i}b /x/\n"));

        Assert.IsLessThan(10_000.0, Lint(copies, "", 1, ignoreFile), pattern);
    }

    /// <summary>Many findings under many comments, all about the one instruction.</summary>
    [TestMethod]
    public void Many_comments_on_many_findings_of_one_instruction_are_quick()
    {
        var env = "ENV "
            + string.Concat(Enumerable.Range(0, Small).Select(i => $"A{i}_TOKEN=1 \\\n# dockerguard ignore=DG3001\n"))
            + "B=1\n";

        Assert.IsLessThan(5_000.0, Lint("", env, 1));
    }

    /// <summary>Milliseconds of processor time, which other programs on the machine do not lengthen.</summary>
    private static double Lint(string repeated, string last, int count, IgnoreFile? ignoreFile = null)
    {
        var text = new StringBuilder("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base\n");
        for (var i = 0; i < count; i++) text.Append(repeated);
        text.Append(last);
        var request = new LintRequest(
            Dockerfile.Parse(text.ToString()),
            LintCase.Path,
            new RuleSettings { Today = LintCase.Today },
            RuleSet.Ours)
        {
            IgnoreFile = ignoreFile,
            Project = ProjectFacts.From(new Dictionary<string, string>
            {
                ["MSBuildProjectFullPath"] = "/repository/Web/Web.csproj",
                ["TargetFramework"] = "net10.0",
                ["RuntimeIdentifier"] = "linux-x64",
            }),
        };
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        FileCheck.Run(request);
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalMilliseconds;
    }
}
