using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Selection;

/// <summary>The C library and the architectures a project's image is built for, from its runtime identifiers.</summary>
public sealed class LinuxTarget
{
    private LinuxTarget(Libc? libc, IReadOnlyList<RuntimeIdentifier> identifiers, string? error)
    {
        Libc = libc;
        Identifiers = identifiers;
        Error = error;
    }

    /// <summary>Null when the project names no runtime identifier and so runs on either.</summary>
    public Libc? Libc { get; }

    public IReadOnlyList<RuntimeIdentifier> Identifiers { get; }

    /// <summary>Why no one Linux image can run all of it; null when one can.</summary>
    public string? Error { get; }

    /// <summary>The architectures the image must exist for; empty when any will do.</summary>
    public IEnumerable<string> Architectures =>
        Identifiers.Select(static rid => rid.Architecture).OfType<string>().Distinct(StringComparer.Ordinal);

    public static LinuxTarget Of(ProjectFacts facts)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        var identifiers = facts.RuntimeIdentifiers.Select(RuntimeIdentifier.Parse)
            .Where(static rid => rid.Text is not ("any" or "unix"))
            .ToList();
        var linux = identifiers.FindAll(
            static rid => rid.Libc is DockerGuard.Images.Catalog.Libc.Glibc or DockerGuard.Images.Catalog.Libc.Musl);

        // RuntimeIdentifiers alone lists every system the project may be built for; only its Linux part concerns an
        // image.
        if (linux.Count > 0 && !NamesItsTarget(facts)) identifiers = linux;
        if (identifiers.Except(linux).FirstOrDefault() is { } foreign)
        {
            return Failed(
                $"the project is built for {foreign}, which no Linux image runs: set ContainerRuntimeIdentifier to a "
                    + "Linux one such as linux-x64");
        }

        var libcs = linux.GroupBy(static rid => rid.Libc).ToList();
        if (libcs.Count > 1)
        {
            return Failed(
                $"the project is built for both {libcs[0].First()} and {libcs[1].First()}, but one image has either "
                    + "glibc or musl: keep one kind");
        }

        return new LinuxTarget(libcs.FirstOrDefault()?.Key, linux, null);
    }

    private static bool NamesItsTarget(ProjectFacts facts) =>
        facts.RuntimeIdentifiers.Count == 1
            || !facts.RuntimeIdentifiers.SequenceEqual(facts.List("RuntimeIdentifiers"));

    private static LinuxTarget Failed(string error) => new(null, [], error);
}
