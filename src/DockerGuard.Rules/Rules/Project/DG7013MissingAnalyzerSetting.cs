using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A file by which the compiler and its analyzers judge the code is not in the stage, so that the build says other
/// things than elsewhere. No peer sees the project.
/// </summary>
public sealed class DG7013MissingAnalyzerSetting : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7013MissingAnalyzerSetting", "settings of analyzers are not brought", Severity.Info);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { } app) return;
        var missing = app.MissingInputs.Where(static input => input is { IsOfRestore: false, Kind: NeedKind.Advice });
        MissingInputWords.Report(context, missing, "warns by other rules");
    }
}
