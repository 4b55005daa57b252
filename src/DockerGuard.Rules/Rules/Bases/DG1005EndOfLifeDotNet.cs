using System.Globalization;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An image carries a .NET version that gets no security fixes any more. Source: the .NET support policy; no peer has
/// this rule.
/// </summary>
public sealed class DG1005EndOfLifeDotNet : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1005EndOfLifeDotNet", "end-of-life .NET version", Severity.Error, cis: Severity.Error)
    {
        Aliases = [new("cis", "CIS-4.4")],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var used in image.UsedImages)
        {
            // Monitor and the Aspire dashboard count versions of their own.
            if (used.Catalog is not
                {
                    Kind: DotNetImageKind.Sdk
                or DotNetImageKind.AspNet
                or DotNetImageKind.Runtime
                or DotNetImageKind.RuntimeDeps
                } dotnet)
            {
                continue;
            }

            if (context.Catalog.Lifecycle(dotnet.DotNetVersion) is not { EndOfLife: { } last } lifecycle
                || !lifecycle.HasEnded(context.Settings.DayFor(Descriptor)))
            {
                continue;
            }

            var date = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            context.Report(
                used.Origin,
                $"image '{used.Written}' carries .NET {dotnet.DotNetVersion}, which went out of support on {date}");
        }
    }
}
