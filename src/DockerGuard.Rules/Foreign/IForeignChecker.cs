using System.Collections.Generic;
using System.Threading.Tasks;

namespace DockerGuard.Rules.Foreign;

/// <summary>Runs a tool of others. The rules know no processes: whoever lints may bring some along.</summary>
public interface IForeignChecker
{
    /// <summary>The tool it runs.</summary>
    ForeignTool Tool { get; }

    /// <summary>
    /// Starts to check texts and does not wait. The task never fails: what went wrong is in the answer.
    /// </summary>
    Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs);
}
