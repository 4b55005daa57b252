using System;
using System.Linq;
using System.Text;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

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
        var text = Text();
        Lint(text, settings);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Lint(text, settings);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Lint(string text, RuleSettings settings) =>
        FileCheck.Run(new LintRequest(Dockerfile.Parse(text), LintCase.Path, settings, RuleSet.Ours));

    /// <summary>A RUN in five lines, an ENV and a COPY in ten, and labels.</summary>
    private static string Text()
    {
        var text = new StringBuilder("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n");
        foreach (var line in Enumerable.Range(1, Lines - 1))
        {
            text.Append((line % 10) switch
            {
                0 => $"ENV NAME_{line}=value-{line}\n",
                2 => $"RUN apt-get update && apt-get install -y --no-install-recommends package-{line} \\\n",
                3 => "    && rm -rf /var/lib/apt/lists/*\n",
                7 => $"RUN curl -fsSL https://example.com/{line}.tar.gz | tar -xz -C /opt \\\n",
                8 => "    && pip install --no-cache-dir tool==1.0\n",
                5 => $"COPY file-{line} /app/\n",
                _ => $"LABEL example.label-{line}=\"text {line}\"\n",
            });
        }

        return text.ToString();
    }
}
