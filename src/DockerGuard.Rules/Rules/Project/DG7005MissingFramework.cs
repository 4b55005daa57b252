using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The base image lacks the shared framework the app needs, so it does not start. No peer sees the project.
/// </summary>
public sealed class DG7005MissingFramework : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7005MissingFramework", "base image lacks the app's framework", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.Base is not { Catalog: { } dotnet } used) return;
        if (image.App is not { IsProgram: true, BringsRuntime: false } app || image.Added.MayHaveDotNet) return;
        // An executable that is built elsewhere may bring its runtime, whatever the project says.
        if (!app.IsBuiltHere && HasOwnStart(image) && !image.StartsDotNet) return;
        var decision = app.RuntimeDecision is { } command ? $" ({command})" : "";
        if (dotnet.Kind == DotNetImageKind.RuntimeDeps)
        {
            context.Report(
                used.Origin, $"base '{used.Written}' has no .NET runtime, and the app is not self-contained{decision}");
        }
        else if (dotnet.Kind == DotNetImageKind.Runtime && app.UsesAspNet)
        {
            context.Report(used.Origin, $"base '{used.Written}' has no ASP.NET Core, which the app references");
        }
    }

    private static bool HasOwnStart(ImageModel image) =>
        image.Entrypoint is { IsInherited: false } || image.Cmd is { IsInherited: false };
}
