using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>One file's visit to ShellCheck: the scripts leave before the rules run, and the answer is waited for after them.</summary>
internal sealed class ShellCheckPass
{
    /// <summary>More scripts than any file has, and as many names as a command line can hold.</summary>
    public const int MostScripts = 4000;

    /// <summary>
    /// Findings about how a script is handed over, not about the script: files it sources (1090, 1091), the line that names its shell
    /// (1128, 2148), ash (2187). Source: hadolint excludes 1090, 1091 and 2187.
    /// </summary>
    private static readonly int[] Excluded = [1090, 1091, 1128, 2148, 2187];

    /// <summary>A line end of Windows: said once, it is said of the whole script.</summary>
    private const int CarriageReturn = 1017;

    private readonly IReadOnlyList<EmbeddedScript> _scripts;
    private readonly Task<ShellCheckAnswer> _answer;
    private readonly int _left;

    private ShellCheckPass(IReadOnlyList<EmbeddedScript> scripts, IShellChecker checker)
    {
        _scripts = scripts;
        _left = Math.Max(0, scripts.Count - MostScripts);
        _answer = checker.CheckAsync([.. scripts.Take(MostScripts).Select(script => script.Text)]);
    }

    /// <summary>True when ShellCheck checked all scripts.</summary>
    public bool HasRun => Answer.HasRun && _left == 0;

    /// <summary>Why scripts went unchecked, as a message; null when there is nothing to say.</summary>
    public string? Problem =>
        Answer.Problem ?? (Answer.HasRun && _left > 0 ? $"ShellCheck was given the first {MostScripts} scripts of this file and not the {_left} after them" : null);

    private ShellCheckAnswer Answer => _answer.GetAwaiter().GetResult();

    /// <summary>Sends the scripts of a file; null when nobody checks, no finding is wanted, or there are none.</summary>
    public static ShellCheckPass? Start(LintRequest request, BuildEvaluation build)
    {
        if (request.ShellChecker is not { } checker || !IsWanted(request.Settings) || !request.RuleSet.Rules.Any(rule => rule is DG5032ShellCheckFinding)) return null;
        var scripts = EmbeddedScripts.Of(build, request.Settings.Profile == Profiles.Hadolint);
        return scripts.Count == 0 ? null : new ShellCheckPass(scripts, checker);
    }

    /// <summary>Severity of a ShellCheck that is there and does not check: more than of one that is not, for somebody believes that it does.</summary>
    public static Severity SeverityOfProblem(RuleSettings settings) =>
        settings.IsSet(ToolDiagnostics.ShellCheckUnavailable) ? settings.SeverityOf(ToolDiagnostics.ShellCheckUnavailable) : Severity.Warning;

    /// <summary>The findings about the scripts themselves.</summary>
    public IEnumerable<(EmbeddedScript Script, ShellCheckComment Comment)> Findings()
    {
        var scriptsWithReturns = new HashSet<int>();
        foreach (var comment in Answer.Comments)
        {
            if (comment.Script < 0 || comment.Script >= _scripts.Count || Array.IndexOf(Excluded, comment.Code) >= 0) continue;
            if (comment.Code == CarriageReturn && !scriptsWithReturns.Add(comment.Script)) continue;
            yield return (_scripts[comment.Script], comment);
        }
    }

    private static bool IsWanted(RuleSettings settings) =>
        settings.SeverityOf(DG5032ShellCheckFinding.All) != Severity.Off
        || settings.Severities.Any(pair => pair.Value != Severity.Off && ShellCheckCodes.Find(pair.Key) is not null);
}
