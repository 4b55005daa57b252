using System;
using System.Linq;
using System.Text;
using DockerGuard.Conformance;
using DockerGuard.Conformance.Fuzzing;

namespace DockerGuard.Dockerfiles.Tests;

/// <summary>Inputs nobody would write; the long run is the conformance console's <c>fuzz</c>.</summary>
[TestClass]
public sealed class FuzzTests
{
    /// <summary>Enough for tens of thousands of inputs, short enough for every build.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Good = new[]
    {
        "# syntax=docker/dockerfile:1\nARG V=10.0\nFROM --platform=$BUILDPLATFORM sdk:${V:-9} AS build\nRUN "
            + "--mount=type=cache,target=/x <<EOF\nset -e\nEOF\nENV A=\"1 2\" \\\n # c\n B=${A%1}\n\nFROM "
            + "runtime@sha256:x\nCOPY --from=build [\"/a\", \"/b\"]\nHEALTHCHECK --interval=5s CMD [\"x\"]\n"
            + "ENTRYPOINT [\"y\"]\n",
        "# escape=`\r\nFROM a\r\nRUN b `\r\n  c\r\nONBUILD COPY <<E /x\r\n1\r\nE\r\nLABEL a=b c='d e'\r\n",
        "**/bin\n!keep\n# c\n*.[a-c]\n",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    [TestMethod]
    public void Text_comes_back_spans_nest_and_edits_keep_the_rest_whatever_the_input()
    {
        var result = Fuzz.Inputs(Good, seed: 20261122, run => run.Count < 20_000);
        Assert.HasCount(0, result.Failures, string.Join('\n', result.Failures));
        Assert.AreEqual(20_000, result.Count);
    }

    [TestMethod]
    public void Changed_files_of_all_corpora_are_survived()
    {
        if (ConformanceData.Find() is not { } data)
        {
            Assert.AreNotEqual(
                "true",
                Environment.GetEnvironmentVariable("CI"),
                "CI has the conformance data: set DOCKERGUARD_CONFORMANCE to its folder");
            Assert.Inconclusive("the conformance data is not here: set DOCKERGUARD_CONFORMANCE to its folder");
            return;
        }

        var corpus = Corpus.Load(data);
        Assert.IsGreaterThan(1000, corpus.Count);
        var result = Fuzz.Inputs(corpus, seed: 1, run => run.Elapsed < TimeLimit);
        Assert.HasCount(0, result.Failures, string.Join('\n', result.Failures));
        Assert.IsGreaterThan(1000, result.Count);
    }

    [TestMethod]
    [DataRow("]/\\ \n\\ \n")]
    [DataRow("ADD --checksum=sha256=sha256:]\\\n\\=sha256=sha256:]\\\n\\")]
    public void What_was_found_once_stays_mended(string text) =>
        Assert.IsNull(Invariants.Check(Encoding.UTF8.GetBytes(text), new Random(1)));
}
