using System;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// Where a language's package manager keeps its downloads, and whether a RUN leaves them in the layer.
/// </summary>
/// <param name="Folder">The end of the cache's usual path, such as <c>.cache/pip</c>.</param>
/// <param name="Variable">The environment variable that names another folder.</param>
/// <param name="Flag">The command's flag that does.</param>
internal sealed record PackageCache(string Folder, string Variable, string Flag)
{
    /// <summary>True when the folder lies in a mount, so that nothing of it gets into the layer.</summary>
    public bool IsMounted(RunInstruction run, SimpleCommand command, FileContext context)
    {
        if (CacheMounts.Cover(run, Folder)) return true;
        var variables = run.Stage is { } stage ? context.Build[stage].StateBefore(run).Variables : null;
        var folder = command.FlagValue(Flag)
            ?? (variables?.TryGetValue(Variable, out var value) == true ? value : null);
        return (folder?.Length > 1 && CacheMounts.Cover(run, folder))
            || CacheMounts.Any(run, target => target.TrimEnd('/').EndsWith("/.cache", StringComparison.Ordinal));
    }

    /// <summary>True for a command that deletes the folder, or the one it lies in.</summary>
    public bool IsDeletedBy(SimpleCommand command) =>
        command.Is("rm") && command.Arguments.Any(argument =>
            argument.Value.IndexOf(Folder, StringComparison.Ordinal) >= 0
            || argument.Value.TrimEnd('/', '*').EndsWith("/.cache", StringComparison.Ordinal));
}
