using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A restore runs before the copy that brings what it reads, so its layer holds other packages than the build needs.
/// No peer sees the project.
/// </summary>
public sealed class DG7011MissingRestoreInput : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7011MissingRestoreInput",
        "restore runs without a file it reads",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { } app) return;
        // What is restored again has the right settings then.
        var missing = app.MissingInputs.Where(static input => input is { IsOfRestore: true, Kind: NeedKind.Build }
            or { IsOfRestore: true, IsRestoredLater: false });
        MissingInputWords.Report(context, missing, "runs without what it reads", static input => input.IsRestoredLater
            ? "its packages are restored again after every change"
            : "nothing restores again later");
    }
}
