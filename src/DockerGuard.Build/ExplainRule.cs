using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Prints the page of a rule, which the package carries: an answer needs no network.</summary>
[MSBuildMultiThreadableTask]
public sealed class ExplainRule : DockerGuardTask
{
    /// <summary>The rule by id, name or alias; a list of all when empty: the property <c>Rule</c>.</summary>
    public string? Rule { get; set; }

    /// <summary>True where MSBuild's terminal logger writes, which shows no messages.</summary>
    public bool TerminalLogger { get; set; }

    private protected override void Guard()
    {
        var name = Rule?.Trim() ?? "";
        var rules = RuleCatalog.FindAll(name);
        if (name.Length == 0)
        {
            var lines = RuleCatalog.Descriptors.Select(rule => $"{rule.Id}  {rule.Title}");
            Reporter.Print(string.Join("\n", lines), TerminalLogger);
        }
        else if (rules.Count == 0)
        {
            var suggestion = Suggestion.For(name, RuleCatalog.Names.All);
            var message = $"Rule is {Sentence.Quote(name)}, and no rule is called that (-t:DockerGuardExplain without "
                + $"Rule lists all){suggestion}";
            Reporter.Report(ToolDiagnostics.InvalidProperty, Origin.StartOf(ProjectFile), message);
        }
        else
        {
            Reporter.Print(string.Join("\n\n", rules.Select(Page)), TerminalLogger);
        }
    }

    /// <summary>A code of another tool has our page about all of its codes, and one of that tool's own.</summary>
    private static string Page(RuleDescriptor rule)
    {
        var page = RulePage.Of(rule).Markdown.TrimEnd();
        return rule.Family is null ? page : $"{page}\n\n## {rule.Key}\n{rule.HelpLink}";
    }
}
