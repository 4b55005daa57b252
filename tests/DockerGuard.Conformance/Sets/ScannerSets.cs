using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// The cases of a scanner's test suite: each is about one check, which finds something in the text or does not, and
/// where the suite says so on which lines.
/// </summary>
/// <param name="name">The file of the cases, the set's name too.</param>
/// <param name="tool">Whose names the checks have in our aliases.</param>
/// <param name="allRules">False: only the cases of checks we have a rule for.</param>
internal sealed class ScannerCases(string name, string tool, bool allRules) : IConformanceSet
{
    public string Name => allRules ? name + "-all" : name;

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var ourRules = PeerRules.Of(tool);
        var seen = new Dictionary<string, int>();
        using var cases = JsonDocument.Parse(data.ReadText("scanners", name + ".json"));
        foreach (var entry in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            var check = entry.GetProperty("check").GetString()!;
            var caseName = $"{check} {entry.GetProperty("source").GetString()}";
            // One test of the suite may hold several texts.
            var number = seen[caseName] = seen.GetValueOrDefault(caseName) + 1;
            if (number > 1) caseName += $" ({number})";
            if (ourRules.Contains(check)) yield return Compare(caseName, check, entry);
            else if (allRules) yield return new CaseResult(caseName, $"{check} is not a rule of ours");
        }
    }

    private CaseResult Compare(string caseName, string check, JsonElement entry)
    {
        var file = Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!);
        var config = new LintConfig();
        var ours = Lint.InNamesOf(tool, file, Lint.Run(file, config, Profiles.Strict))
            .Where(finding => finding.Code == check).Select(finding => finding.Line).Distinct().Order().ToList();
        var theirs =
            entry.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()).Distinct().Order().ToList();
        if (theirs.Count > 0) return CaseResult.Compare(caseName, string.Join(" ", theirs), string.Join(" ", ours));
        return CaseResult.Compare(caseName, entry.GetProperty("expect").GetString(), ours.Count > 0 ? "fail" : "pass");
    }
}
