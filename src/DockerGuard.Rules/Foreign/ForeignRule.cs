using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules.Foreign;

/// <summary>A rule that passes on what a tool of others finds, under that tool's own codes.</summary>
public abstract class ForeignRule : Rule
{
    /// <summary>The tool.</summary>
    public abstract ForeignTool Tool { get; }

    /// <summary>What the tool is to look at; null when there is nothing for it. A peer may look at less.</summary>
    public virtual ForeignVisit? Visit(ForeignSubject subject) => Tool.Visit(subject);

    /// <inheritdoc/>
    public sealed override RuleDescriptor Descriptor => Tool.Family;
}
