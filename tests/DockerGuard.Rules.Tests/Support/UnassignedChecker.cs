using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>
/// Stands in for ShellCheck, with one of its checks and its way of counting: SC2154, a variable in lower case that
/// nobody assigns.
/// </summary>
internal sealed partial class UnassignedChecker : IForeignChecker
{
    /// <summary>The scripts of the last call.</summary>
    public IReadOnlyList<string> Scripts { get; private set; } = [];

    public ForeignTool Tool => ShellCheckTool.Instance;

    public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs)
    {
        Scripts = inputs;
        return Task.FromResult(ForeignAnswer.Of([.. inputs.SelectMany(Check)]));
    }

    private static IEnumerable<ForeignComment> Check(string script, int number)
    {
        var assigned = Assignment().Matches(script).Select(match => match.Groups["name"].Value).ToHashSet();
        var lines = script.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var use in Use().Matches(lines[i]).Where(use => !assigned.Contains(use.Groups["name"].Value)))
            {
                var column = Runes(lines[i][..use.Index]) + 1;
                var place = new ForeignPlace(i + 1, column, i + 1, column + Runes(use.Value));
                yield return new ForeignComment(
                    number,
                    place,
                    "SC2154",
                    "warning",
                    $"{use.Groups["name"].Value} is referenced but not assigned.",
                    []);
            }
        }
    }

    private static int Runes(string text) => text.EnumerateRunes().Count();

    [GeneratedRegex(@"\b(?<name>[a-z][a-z_]+)=|\b(for|read) (?<name>[a-z][a-z_]+)")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$(?<name>[a-z][a-z_]+)\b")]
    private static partial Regex Use();
}
