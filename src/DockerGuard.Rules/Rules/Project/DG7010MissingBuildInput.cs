using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The build of the project reads a file, a project, an import or a source, that its stage has not been given. No peer
/// sees the project.
/// </summary>
public sealed class DG7010MissingBuildInput : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7010MissingBuildInput", "the build reads a file that is not brought", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { } app) return;
        var missing = app.MissingInputs.Where(static input => input is { IsOfRestore: false, Kind: NeedKind.Build });
        MissingInputWords.Report(context, missing, "lacks a file");
    }
}
