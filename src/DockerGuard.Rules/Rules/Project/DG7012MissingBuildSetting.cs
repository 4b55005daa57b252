using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A file that settings of the build come from is not in its stage, so that the image is built by others, and nothing
/// says so. No peer sees the project.
/// </summary>
public sealed class DG7012MissingBuildSetting : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7012MissingBuildSetting",
        "settings of the build are not brought",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { } app) return;
        var missing = app.MissingInputs.Where(static input => input is { IsOfRestore: false, Kind: NeedKind.Setting });
        MissingInputWords.Report(context, missing, "builds by other settings");
    }
}
