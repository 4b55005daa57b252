using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Rules;

/// <summary>
/// What ShellCheck finds in the scripts of RUN, at their place in the Dockerfile. Source: ShellCheck; hadolint has it
/// built in.
/// </summary>
public sealed class DG5032ShellCheckFinding : ForeignRule
{
    /// <summary>The findings of all codes; <see cref="ShellCheckCodes"/> has the parts.</summary>
    internal static RuleDescriptor All { get; } = new(
        "DG5032ShellCheckFinding", "a finding of ShellCheck", Severity.Warning)
    {
        Aliases = [new("hadolint", "SC*")],
    };

    public override ForeignTool Tool => ShellCheckTool.Instance;
}
