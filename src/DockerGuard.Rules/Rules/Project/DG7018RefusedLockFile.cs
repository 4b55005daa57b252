using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A restore in locked mode is for other runtime identifiers than its lock file was made for. No peer sees the project.
/// </summary>
public sealed class DG7018RefusedLockFile : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7018RefusedLockFile", "locked mode refuses the lock file", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App?.LockedRestore is not { Problem: LockProblem.OtherIdentifiers } restore) return;
        var wanted = restore.Wanted switch
        {
            null => "for a runtime identifier",
            "" => "for none",
            var identifiers => "for " + Sentence.Show(identifiers),
        };
        var locked = restore.Locked.Length == 0 ? "no runtime identifier" : Sentence.Show(restore.Locked);
        context.Report(
            restore.Origin,
            $"{restore.Command} fails (NU1004): it restores {wanted}, and {Sentence.Quote(restore.File)} was made for "
                + locked);
    }
}
