using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
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
        if (image.Base is not { } used) return;
        var libc = LibcOf(used);
        if (libc is not (Libc.Glibc or Libc.Musl)) return;
        if (image.App is not { IsProgram: true, IsStatic: false, RuntimeIdentifiers: { } identifiers } app) return;
        // What an image that is not .NET's is for, nobody knows, but an app with a runtime of its own needs a libc.
        if (used.Catalog is null && app.BringsRuntime != true) return;
        // The runtime of the image runs managed code built for any system.
        if (app.IsAimedByCommand && image.StartsDotNet) return;
        var linux = identifiers.Where(static rid => LibcOf(rid) is Libc.Glibc or Libc.Musl).ToList();
        var musl = linux.Count(static rid => LibcOf(rid) == Libc.Musl);
        if (linux.Count == 0 || musl != (libc == Libc.Glibc ? linux.Count : 0) || image.Added.MayHaveLibc) return;
        var (built, shipped) = libc == Libc.Glibc ? ("musl", "glibc") : ("glibc", "musl");
        var decision = app.SdkDecision is { } sdk ? $" by its SDK image ({sdk})"
            : app.RuntimeDecision is { } command ? $" ({command})" : "";
        context.Report(
            used.Origin,
            $"the app is built for {linux[0]} ({built}){decision}, and base '{used.Written}' has {shipped}");
    }

    private static Libc? LibcOf(string identifier) => RuntimeIdentifier.Parse(identifier).Libc;

    private static Libc? LibcOf(UsedImage used) =>
        used.Catalog?.Family.Libc ?? (used.Reference is { } reference ? LibcTable.Find(reference) : null);
}
