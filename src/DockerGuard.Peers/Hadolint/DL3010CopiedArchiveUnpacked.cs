using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// An archive copied and unpacked in whichever stage, also by programs for files that ADD leaves packed.
/// </summary>
internal sealed class DL3010CopiedArchiveUnpacked : FileRule
{
    private static readonly string[] Unpackers =
        ["unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5023CopiedArchiveUnpacked>();

    public override void Check(Dockerfile file, FileContext context) =>
        DG5023CopiedArchiveUnpacked.Check(file, context, counts: static _ => true, Unpacks);

    /// <summary>It wants the hyphen before the letters of tar.</summary>
    private static bool Unpacks(SimpleCommand command) =>
        command.Is(Unpackers) || (command.Is("tar", "bsdtar") && command.HasFlag("x", "extract", "get"));
}
