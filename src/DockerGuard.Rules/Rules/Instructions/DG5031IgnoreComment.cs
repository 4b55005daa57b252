using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A comment silences a rule on one instruction: for teams that want every exception in the policy, with an owner and a
/// date. Source: hadolint DL1001.
/// </summary>
/// <param name="onlyTool">The tool whose comments are looked for; null for all.</param>
public sealed class DG5031IgnoreComment(string? onlyTool = null) : FileRule
{
    private readonly string? _onlyTool = onlyTool;

    /// <summary>The tools and how their comments begin, blanks left out.</summary>
    private static readonly (string Tool, string Beginning)[] Forms =
        [
            ("DockerGuard", "dockerguardignore="), ("hadolint", "hadolintignore="), ("BuildKit", "check=skip="),
            ("Trivy", "trivy:ignore:"),
        ];

    public override RuleDescriptor Descriptor { get; } = new("DG5031IgnoreComment", "ignore comment", Severity.Off)
    {
        Aliases = [new("hadolint", "DL1001", Severity.Off)],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var comment in file.Comments)
        {
            var (tool, _) = Forms.FirstOrDefault(form => StartsWith(comment.Text, form.Beginning));
            if (tool is null || (_onlyTool is not null && tool != _onlyTool)) continue;
            context.Report(comment.Span, $"a comment tells {tool} to ignore a rule, instead of a waiver in the policy");
        }
    }

    private static bool StartsWith(string text, string beginning)
    {
        var at = 0;
        foreach (var character in beginning)
        {
            while (at < text.Length && text[at] is ' ' or '\t') at++;
            if (at == text.Length || char.ToLowerInvariant(text[at++]) != character) return false;
        }

        return true;
    }
}
