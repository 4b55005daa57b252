using System;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>What a long file may cost, counted in bytes allocated: that number is the same on any machine.</summary>
[TestClass]
public sealed class LongFileTests
{
    private const int Lines = 5_000;
    private const double Mebibyte = 1024 * 1024;

    [TestMethod]
    [DataRow(Profiles.Recommended)]
    [DataRow(Profiles.Strict)]
    [DataRow(Profiles.Cis)]
    public void A_thousand_commands_take_little_memory(string profile) =>
        Assert.IsLessThan(15 * Mebibyte, Allocated(new RuleSettings { Profile = profile, Today = LintCase.Today }));

    [TestMethod]
    public void So_do_they_with_every_rule_and_a_schema_of_labels()
    {
        var settings = new RuleSettings
        {
            Today = LintCase.Today,
            Severities = RuleCatalog.Rules.ToDictionary(rule => rule.Descriptor.Id, _ => Severity.Warning),
            Labels = new LabelSettings
            {
                Schema = Enum.GetValues<LabelType>().ToDictionary(type => $"example.{type}", type => type),
            },
        };

        Assert.IsLessThan(15 * Mebibyte, Allocated(settings));
    }

    private static double Allocated(RuleSettings settings)
    {
        var text = LongDockerfile.Of(Lines);
        Lint(text, settings);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Lint(text, settings);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Lint(string text, RuleSettings settings) =>
        FileCheck.Run(new LintRequest(Dockerfile.Parse(text), LintCase.Path, settings, RuleSet.Ours));
}
