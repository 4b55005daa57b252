using System;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules;

/// <summary>
/// Folders a <c>RUN</c> has for itself: what lies in a cache or tmpfs mount does not get into the layer.
/// </summary>
internal static class CacheMounts
{
    /// <summary>True when a mount's target has one of these texts in it.</summary>
    public static bool Cover(RunInstruction run, params string[] folders) =>
        Any(run, target => folders.Any(folder => target.IndexOf(folder, StringComparison.Ordinal) >= 0));

    /// <summary>True when the target of such a mount is one asked for.</summary>
    public static bool Any(RunInstruction run, Func<string, bool> isTarget) =>
        run.Mounts.Any(mount => mount.Type is "cache" or "tmpfs" && mount.Target is { } target && isTarget(target));
}
