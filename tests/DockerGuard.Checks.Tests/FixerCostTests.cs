using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Checks.Tests;

/// <summary>How often a file is linted until it is mended; the number is the same on any machine.</summary>
[TestClass]
public sealed class FixerCostTests
{
    private const int Many = 4_000;

    [TestMethod]
    [DataRow(1, 40)]
    [DataRow(5, 160)]
    public void A_refused_fix_among_thousands_is_found_by_halves(int harmful, int mostLints)
    {
        var lines = Enumerable.Repeat("ADD a /a", Many).ToList();
        for (var i = 0; i < harmful; i++) lines.Insert((i + 1) * Many / (harmful + 1), "STOPSIGNAL SIGKILL");
        var rule = new Replacing();
        var result = Fix(rule, lines);

        Assert.HasCount(Many, result.Applied);
        Assert.HasCount(harmful, result.Refused);
        Assert.IsLessThan(mostLints, rule.Lints);
    }

    [TestMethod]
    public void A_file_whose_every_fix_does_harm_is_given_up()
    {
        var rule = new Replacing();
        var result = Fix(rule, Enumerable.Repeat("STOPSIGNAL SIGKILL", Many));

        Assert.HasCount(0, result.Applied);
        Assert.HasCount(Many, result.Refused);
        Assert.IsLessThan(300, rule.Lints);
    }

    private static FixResult Fix(Replacing rule, IEnumerable<string> lines)
    {
        var text = "FROM scratch\n" + string.Join('\n', lines) + "\n";
        return DockerfileFixer.Apply(new LintRequest(
            Dockerfile.Parse(text), "/src/Dockerfile", new RuleSettings(), new RuleSet("test", [rule])));
    }

    /// <summary>Writes COPY for ADD, which is good, and no instruction at all for STOPSIGNAL.</summary>
    private sealed class Replacing : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new(
            "DG9999Replaced", "a keyword to replace", Severity.Warning);

        public int Lints { get; private set; }

        public override void Check(Dockerfile file, FileContext context)
        {
            Lints++;
            foreach (var instruction in file.Instructions)
            {
                var keyword = instruction.Kind switch
                {
                    InstructionKind.Add => "COPY",
                    InstructionKind.StopSignal => "NOTHING",
                    _ => null,
                };
                if (keyword is null) continue;
                var edit = new TextEdit(instruction.ContentStart, instruction.Keyword.Length, keyword);
                context.Report(instruction.KeywordSpan, "a keyword is to be replaced", new Fix("replace it", edit));
            }
        }
    }
}
