using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>Messages read alike: over every finding of every fixture and example, whatever rule made it.</summary>
[TestClass]
public sealed partial class MessageTests
{
    private static readonly IReadOnlyList<Diagnostic> Findings =
    [
        .. Directory.EnumerateFiles(RulePlaces.Fixtures, "*.Dockerfile", SearchOption.AllDirectories)
            .SelectMany(file => LintCase.Parse(File.ReadAllBytes(file)).Lint()),
        .. Catalogue.Pages.SelectMany(page => Page.Read(page).Dockerfiles("bad"))
            .SelectMany(example => LintCase.Parse(example).Lint()),
    ];

    [TestMethod]
    public void Messages_start_lower_case_or_with_a_name_and_have_no_final_stop()
    {
        foreach (var finding in Findings)
        {
            Assert.MatchesRegex(Start(), finding.Message);
            Assert.DoesNotMatchRegex(End(), finding.Message);
            Assert.DoesNotContain("\n", finding.Message);
        }
    }

    [TestMethod]
    public void Findings_lie_in_the_file_they_name()
    {
        foreach (var finding in Findings)
        {
            Assert.AreEqual(LintCase.Path, finding.File, finding.ToString());
            Assert.IsGreaterThanOrEqualTo(1, finding.Span.Line, finding.ToString());
            Assert.IsTrue(
                (finding.Span.EndLine, finding.Span.EndColumn).CompareTo((finding.Span.Line, finding.Span.Column)) >= 0,
                finding.ToString());
        }
    }

    /// <summary>A rule nobody makes speak in a fixture or an example has an unread message.</summary>
    [TestMethod]
    public void Every_rule_speaks_somewhere()
    {
        var silent = RuleCatalog.Rules.Where(rule => !Catalogue.ProjectOnly.Contains(rule.GetType()))
            .Select(rule => rule.Descriptor)
            .Except(Findings.Select(finding => finding.Descriptor.Family ?? finding.Descriptor));
        Assert.AreEqual("", string.Join(", ", silent));
    }

    /// <summary>
    /// Lower-case, or a Dockerfile keyword, which is written in capitals, or another tool's code before its sentence.
    /// </summary>
    [GeneratedRegex("^([a-z'\"]|[A-Z]{3,} |SC[0-9]{4} )")]
    private static partial Regex Start();

    [GeneratedRegex(@"[.!\s]$")]
    private static partial Regex End();
}
