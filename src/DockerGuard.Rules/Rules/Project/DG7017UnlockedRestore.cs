using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A restore in locked mode has no lock file, so that it locks nothing and says nothing. No peer sees the project.
/// </summary>
public sealed class DG7017UnlockedRestore : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7017UnlockedRestore",
        "locked mode without a lock file",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App?.LockedRestore is not { Problem: not LockProblem.OtherIdentifiers } restore) return;
        var cause = restore.Problem switch
        {
            LockProblem.None => "is not there",
            LockProblem.Ignored => "is kept out of the build by the ignore file",
            _ => "is not copied",
        };
        context.Report(restore.Origin, $"{restore.Command} locks nothing: {Sentence.Quote(restore.File)} {cause}");
    }
}
