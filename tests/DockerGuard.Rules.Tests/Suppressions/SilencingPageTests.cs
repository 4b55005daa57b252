using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary>What the page about silencing shows does silence.</summary>
[TestClass]
public sealed partial class SilencingPageTests
{
    private static readonly string Page =
        File.ReadAllText(RepositoryRoot.File("src", "DockerGuard.Rules", "SILENCING.md"));

    public static IEnumerable<object[]> Comments =>
        CommentRow().Matches(Page).Select(match => new object[] { match.Groups[1].Value });

    /// <summary>Above the first instruction or above the last: one of them is what the comment is for.</summary>
    [TestMethod]
    [DynamicData(nameof(Comments))]
    public void A_comment_of_the_table_silences(string comment)
    {
        // ShellCheck itself honours its comments, in the scripts it is given.
        if (comment.StartsWith("# shellcheck", System.StringComparison.Ordinal)) return;
        const string first = "FROM mcr.microsoft.com/dotnet/aspnet:latest\nUSER app\n";
        const string last = "ENTRYPOINT dotnet Shop.dll\n";
        var texts = new[] { $"{comment}\n{first}{last}", $"{first}{comment}\n{last}" };
        Assert.IsTrue(texts.Any(text => Lint(text).Suppressed.Count > 0));
    }

    [TestMethod]
    public void The_example_is_silent()
    {
        var result = Lint(Example().Match(Page).Groups[1].Value);
        Assert.IsEmpty(result.Findings.Where(finding => finding.Severity > Severity.Info));
        Assert.AreEqual("DG1004", result.Suppressed.Single().Descriptor.Id);
    }

    private static LintResult Lint(string text) =>
        FileCheck.Run(new LintRequest(
            Dockerfile.Parse(text), LintCase.Path, new RuleSettings { Today = LintCase.Today }, RuleSet.Ours));

    [GeneratedRegex(@"^\| `(#[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CommentRow();

    [GeneratedRegex(@"```dockerfile\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
