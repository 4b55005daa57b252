using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Rules;

/// <summary>
/// Every way to name a rule: by id, name or alias, and by the code of a tool whose findings are passed on. All in any
/// case.
/// </summary>
/// <param name="descriptors">The rules and the conditions of the tool.</param>
/// <param name="tools">The tools; a code such as <c>SC2086</c> is a part of its family.</param>
public sealed class RuleIndex(IReadOnlyList<RuleDescriptor> descriptors, IReadOnlyList<ForeignTool> tools)
{
    /// <summary>Every name of every rule; the codes of tools, which are too many to tell, are not among them.</summary>
    public IEnumerable<string> All => descriptors.SelectMany(static descriptor => descriptor.Names);

    /// <summary>The rule of a name; null when there is none.</summary>
    public RuleDescriptor? Find(string name) =>
        FindCode(name) ?? descriptors.FirstOrDefault(descriptor => descriptor.IsNamed(name));

    /// <summary>All rules of a name: a peer's rule may be several of ours.</summary>
    public IReadOnlyList<RuleDescriptor> FindAll(string name) =>
        FindCode(name) is { } code ? [code] : [.. descriptors.Where(descriptor => descriptor.IsNamed(name))];

    /// <summary>The tool a rule passes on the findings of; null for a rule of our own.</summary>
    public ForeignTool? ToolOf(RuleDescriptor rule)
    {
        foreach (var tool in tools)
            if (tool.IsPart(rule)) return tool;
        return null;
    }

    private RuleDescriptor? FindCode(string name)
    {
        foreach (var tool in tools)
            if (tool.Find(name) is { } code) return code;
        return null;
    }
}
