using System;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The app is built for musl and the base has glibc, or the other way round: its native parts do not load. No peer sees
/// the project.
/// </summary>
public sealed class DG7007LibcMismatch : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7007LibcMismatch", "runtime identifier and base image disagree about libc", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (context.Project is not { } project || image.Base is not { Catalog: { } dotnet } used) return;
        var linux =
            project.RuntimeIdentifiers.Where(rid => rid.StartsWith("linux-", StringComparison.Ordinal)).ToList();
        if (linux.Count == 0 || dotnet.Family.Libc == Libc.Windows) return;
        var musl = linux.Count(rid => rid.StartsWith("linux-musl-", StringComparison.Ordinal));
        if (dotnet.Family.Libc == Libc.Glibc && musl == linux.Count)
            context.Report(used.Origin, $"the app is built for {linux[0]} (musl), and base '{used.Written}' has glibc");
        else if (dotnet.Family.Libc == Libc.Musl && musl == 0)
            context.Report(used.Origin, $"the app is built for {linux[0]} (glibc), and base '{used.Written}' has musl");
    }
}
