using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Sections;
using DockerGuard.Policy.Sections.Enforce;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Merging;

/// <summary>
/// Which files of a policy enforce rules, and which others take something of it back. A file that enforces is one
/// policy with all that it extends; every other file of the chain is below it.
/// </summary>
internal static class Enforcement
{
    /// <summary>
    /// The policies that enforce, base first; whatever takes back what they enforce is an error in its file.
    /// </summary>
    /// <param name="layers">The files of the chain, base first; none has an error.</param>
    /// <param name="projectDirectory">The folder messages name files from.</param>
    /// <param name="day">The days of the build.</param>
    public static IReadOnlyList<EnforcingPolicy> Read(
        IReadOnlyList<PolicyLayer> layers, string projectDirectory, PolicyDay day)
    {
        var enforcing = new List<EnforcingPolicy>();
        foreach (var layer in layers)
        {
            if (PolicySections.Enforce.Of(layer.Document!) is not { } names) continue;
            var whole = layer.Whole();
            var own = PolicyDocument.Merge([.. layers.Where(whole.Contains).Select(part => part.Document!)], day);
            var isAll = names.Any(name => name.Rules.Count == 0);
            var policy = new EnforcingPolicy(
                layer.Source.Path,
                layer.Source.NameFrom(projectDirectory),
                own.Settings,
                own.Mirrors,
                isAll ? null : [.. names.SelectMany(name => name.Rules).Select(rule => rule.Key)]);
            enforcing.Add(policy);
            foreach (var name in names.Where(name => IsIdle(name, policy)))
            {
                layer.Errors.Add(
                    name.Span,
                    $"{Sentence.Quote(name.Text)} is off in this policy, so there is nothing to enforce; give it a "
                        + "severity under 'rules'");
            }

            foreach (var other in layers.Where(other => !whole.Contains(other))) Refuse(other, policy);
        }

        return enforcing;
    }

    private static bool IsIdle(EnforcedName name, EnforcingPolicy policy) =>
        name.Rules.Count > 0 && name.Rules.All(rule => policy.FloorOf(rule) == Severity.Off);

    private static void Refuse(PolicyLayer layer, EnforcingPolicy policy)
    {
        foreach (var lowering in PolicySections.All.SelectMany(section => section.Lowerings(layer.Document!, policy)))
        {
            layer.Errors.Add(
                lowering.Span,
                $"the policy {Sentence.Quote(policy.Name)} enforces {lowering.Rule.Key}, so {lowering.Problem}");
        }
    }
}
