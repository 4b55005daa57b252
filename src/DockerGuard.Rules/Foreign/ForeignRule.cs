using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules.Foreign;

/// <summary>A rule that passes on what a tool of others finds, under that tool's own codes.</summary>
public abstract class ForeignRule : Rule
{
    /// <summary>The tool.</summary>
    public abstract ForeignTool Tool { get; }

    /// <inheritdoc/>
    public sealed override RuleDescriptor Descriptor => Tool.Family;
}
