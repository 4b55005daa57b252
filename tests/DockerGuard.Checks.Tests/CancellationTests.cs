using System;
using System.Linq;
using System.Threading;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Checks.Tests;

/// <summary>
/// A build that is stopped gets no answer, and soon: counted in how often a rule is asked after that.
/// </summary>
[TestClass]
public sealed class CancellationTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(1_000)]
    public void No_rule_is_asked_after_the_build_was_stopped(int calls)
    {
        using var build = new CancellationTokenSource();
        var (first, second) = (new Stopping(build, calls), new Stopping(build, int.MaxValue));
        var request = Request(build.Token, first, second);

        Assert.ThrowsExactly<OperationCanceledException>(() => FileCheck.Run(request));
        Assert.AreEqual(calls, first.Calls);
        Assert.AreEqual(calls - 1, second.Calls);
    }

    [TestMethod]
    public void A_rule_that_notices_itself_has_not_failed()
    {
        using var build = new CancellationTokenSource();
        var rule = new Stopping(build, 3) { Throws = true };

        Assert.ThrowsExactly<OperationCanceledException>(() => FileCheck.Run(Request(build.Token, rule)));
        Assert.AreEqual(3, rule.Calls);
    }

    [TestMethod]
    public void A_rule_that_cancels_something_of_its_own_has_failed()
    {
        using var build = new CancellationTokenSource();
        var rule = new Stopping(new CancellationTokenSource(), 3) { Throws = true };
        var found = FileCheck.Run(Request(build.Token, rule)).Findings;

        Assert.AreEqual(ToolDiagnostics.RuleFailed, found.Single().Descriptor);
    }

    [TestMethod]
    public void Nothing_is_evaluated_or_mended_once_it_is_stopped()
    {
        using var build = new CancellationTokenSource();
        build.Cancel();
        var rule = new Stopping(build, int.MaxValue);
        var request = Request(build.Token, rule);

        Assert.ThrowsExactly<OperationCanceledException>(() => Linter.Lint(request));
        Assert.ThrowsExactly<OperationCanceledException>(() => DockerfileFixer.Apply(request));
        Assert.AreEqual(0, rule.Calls);
    }

    private static LintRequest Request(CancellationToken cancellation, params Rule[] rules)
    {
        var text = "FROM scratch\n" + string.Concat(Enumerable.Repeat("COPY a /a\n", 5_000));
        return new LintRequest(
            Dockerfile.Parse(text), "/src/Dockerfile", new RuleSettings(), new RuleSet("test", rules))
        {
            Cancellation = cancellation,
        };
    }

    /// <summary>Stops the build when it is asked for the nth time.</summary>
    private sealed class Stopping(CancellationTokenSource build, int at) : InstructionRule
    {
        public override RuleDescriptor Descriptor { get; } = new(
            "DG9999Stopping", "stops the build", Severity.Warning);

        public override System.Collections.Generic.IReadOnlyList<InstructionKind> Kinds { get; } =
            [InstructionKind.Copy];

        public int Calls { get; private set; }

        public bool Throws { get; init; }

        public override void Check(Instruction instruction, FileContext context)
        {
            if (++Calls != at) return;
            build.Cancel();
            if (Throws) build.Token.ThrowIfCancellationRequested();
        }
    }
}
