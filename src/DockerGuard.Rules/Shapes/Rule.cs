using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Shapes;

/// <summary>
/// Something DockerGuard looks for. A rule derives from one of the shapes, holds no state, and reports through its
/// context.
/// </summary>
public abstract class Rule
{
    /// <summary>The rule's names, severities and aliases.</summary>
    public abstract RuleDescriptor Descriptor { get; }
}
