using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Dockerfiles.Tests.Shell;

[TestClass]
public sealed class FailureTests
{
    [TestMethod]
    [DataRow("x", FailureOutcome.Fails)]
    [DataRow("x && a && b", FailureOutcome.Fails)]
    [DataRow("x || true", FailureOutcome.Ignored)]
    [DataRow("x && a || :", FailureOutcome.Ignored)]
    [DataRow("a || x", FailureOutcome.Fails)]
    [DataRow("x || exit 0", FailureOutcome.Ignored)]
    [DataRow("x || exit 1", FailureOutcome.Handled)]
    [DataRow("x || a || true", FailureOutcome.Handled)]
    [DataRow("x; a", FailureOutcome.Unnoticed)]
    [DataRow("set -e; x; a", FailureOutcome.Fails)]
    [DataRow("set -ex && x; a", FailureOutcome.Fails)]
    [DataRow("set -e; x && b; a", FailureOutcome.Unnoticed)]
    [DataRow("set -e; set +e; x; a", FailureOutcome.Unnoticed)]
    [DataRow("(set -e); x; a", FailureOutcome.Unnoticed)]
    [DataRow("x | a", FailureOutcome.Unnoticed)]
    [DataRow("a | x", FailureOutcome.Fails)]
    [DataRow("set -o pipefail; x | a", FailureOutcome.Fails)]
    [DataRow("set -euo pipefail; x | a; b", FailureOutcome.Fails)]
    [DataRow("x &", FailureOutcome.Ignored)]
    [DataRow("! x", FailureOutcome.Tested)]
    [DataRow("if x; then a; fi", FailureOutcome.Tested)]
    [DataRow("if a; then x; fi", FailureOutcome.Fails)]
    [DataRow("while x; do a; done", FailureOutcome.Tested)]
    [DataRow("(a; x) || true", FailureOutcome.Ignored)]
    [DataRow("a $(x)", FailureOutcome.Unnoticed)]
    [DataRow("v=$(x) && a", FailureOutcome.Fails)]
    [DataRow("a <(x)", FailureOutcome.Unnoticed)]
    [DataRow("sudo x || true", FailureOutcome.Ignored)]
    [DataRow("sh -c 'x; a'", FailureOutcome.Unnoticed)]
    [DataRow("sh -ec 'x; a'", FailureOutcome.Fails)]
    [DataRow("bash -o pipefail -c 'x | a' || true", FailureOutcome.Ignored)]
    public void A_failure_is_followed_outwards(string text, FailureOutcome expected)
    {
        var command = Scripts.Bash(text).Find("x").Single();
        Assert.AreEqual(expected, command.OnFailure);
    }

    [TestMethod]
    [DataRow("[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", true)]
    [DataRow("[\"/bin/bash\", \"-euxo\", \"pipefail\", \"-c\"]", true)]
    [DataRow("[\"conda\", \"run\", \"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", true)]
    [DataRow("[\"/bin/sh\", \"-c\"]", false)]
    [DataRow("[\"pwsh\", \"-c\"]", true)]
    public void The_SHELL_brings_its_options(string shell, bool expected) =>
        Assert.AreEqual(expected, Scripts.OfFile($"FROM x\nSHELL {shell}\nRUN a | b\n").Pipelines.Single().HasPipefail);
}
