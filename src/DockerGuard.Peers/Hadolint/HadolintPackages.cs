using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Rules;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Peers.Hadolint;

/// <summary>What hadolint's rules about package managers share.</summary>
internal static class HadolintPackages
{
    /// <summary>It does not know <c>apt</c> for an <c>apt-get</c>.</summary>
    public static PackageManager AptGet { get; } = PackageManager.AptGet.Named("apt-get");

    public static PackageManager Dnf { get; } = PackageManager.Dnf.Named("dnf", "microdnf");

    /// <summary>
    /// Reports each word of a call that is no pinned package; a word is one package, whatever stands in it.
    /// </summary>
    public static void ReportUnpinned(PackageCommand call, FileContext context, Func<ShellWord, bool> isPinned) =>
        UnpinnedPackages.Report(
            call, context, [.. call.Packages.Where(word => !isPinned(word)).Select(word => (word, word.Value))]);

    /// <summary>The first call when nothing after it cleans up; null when something does, or there is none.</summary>
    public static PackageCommand? Uncleaned(
        IEnumerable<PackageCommand> calls, ShellScript script, FileContext context, Func<SimpleCommand, bool> cleans) =>
        calls.FirstOrDefault() is { } first && !LeftCaches.IsCleanedAfter(first, script, context, cleans)
            ? first
            : null;

    /// <summary>True for <c>rm -rf</c> of a path, written just so.</summary>
    public static bool Removes(SimpleCommand command, string path) =>
        command.Is("rm") && command.HasArgument("-rf", path);
}
