using System;
using System.Collections.Generic;
using System.Reflection;
using DockerGuard.Checks;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// What MSBuild makes of the warnings it is given: the lists of its command line, of <c>MSBuildWarningsAsErrors</c> and
/// its kin.
/// </summary>
/// <remarks>
/// MSBuild tells a task which warnings it raises, though not those of a bare <c>-warnaserror</c> where the project has
/// a list of its own, and of those it hides nothing. Its engine has the lists under these names (18.x); where it has
/// none, a summary counts what a command line raises or hides as warnings.
/// </remarks>
internal sealed class EngineWarnings(IBuildEngine engine) : IWarningLists
{
    private const string Yes = "yes ", No = "no ", RaisedQuestion = "raised ", HiddenQuestion = "hidden ";

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private HashSet<string>? _hidden, _notAsErrors;
    private bool? _raisesAll;

    /// <summary>All that was asked and answered, a sentence each: <see cref="Says"/> tells whether it holds.</summary>
    public IReadOnlyCollection<string> Answers => _asked;

    /// <inheritdoc/>
    public bool IsRaised(string code) => Noted(RaisedQuestion + code, Raises(code));

    /// <inheritdoc/>
    public bool IsHidden(string code) => Noted(HiddenQuestion + code, Hides(code));

    /// <summary>Whether one of <see cref="Answers"/> would be given now.</summary>
    public bool Says(string answer)
    {
        var isYes = answer.StartsWith(Yes, StringComparison.Ordinal);
        if (!isYes && !answer.StartsWith(No, StringComparison.Ordinal)) return false;
        var question = answer.Substring((isYes ? Yes : No).Length);
        return question.StartsWith(RaisedQuestion, StringComparison.Ordinal)
            ? Raises(question.Substring(RaisedQuestion.Length)) == isYes
            : question.StartsWith(HiddenQuestion, StringComparison.Ordinal)
                && Hides(question.Substring(HiddenQuestion.Length)) == isYes;
    }

    private bool Noted(string question, bool answer)
    {
        _asked.Add((answer ? Yes : No) + question);
        return answer;
    }

    private bool Raises(string code) =>
        (engine is IBuildEngine8 knowing && knowing.ShouldTreatWarningAsError(code))
            || (RaisesAll && !Hides(code) && !(_notAsErrors ??= List("WarningsNotAsErrors")).Contains(code));

    private bool Hides(string code) => (_hidden ??= List("WarningsAsMessages")).Contains(code);

    /// <summary>True for a bare <c>-warnaserror</c>: the list of the command line is there, and empty.</summary>
    private bool RaisesAll => _raisesAll ??= PartOf(PartOf(PartOf(engine, "LoggingContext"), "LoggingService"),
        "WarningsAsErrors") is ICollection<string> { Count: 0 };

    private HashSet<string> List(string name) =>
        new(PartOf(engine, name) as IEnumerable<string> ?? [], StringComparer.OrdinalIgnoreCase);

    private static object? PartOf(object? whole, string name)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return whole?.GetType().GetProperty(name, Any)?.GetValue(whole);
    }
}
