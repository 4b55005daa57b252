using System.Collections.Generic;
using System.Threading.Tasks;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Build.ShellCheck;

/// <summary>Stands for the ShellCheck that a project does without, so that it is said where it is missed.</summary>
/// <param name="who">Who switches it off.</param>
internal sealed class NoShellCheck(string who) : IForeignChecker
{
    /// <inheritdoc/>
    public ForeignTool Tool => ShellCheckTool.Instance;

    /// <inheritdoc/>
    public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs) =>
        Task.FromResult(ForeignAnswer.SwitchedOff(who));
}
