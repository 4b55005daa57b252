using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The project targets one .NET version and the image carries another, so the app does not start or does not build. No
/// peer sees the project.
/// </summary>
public sealed class DG7004TargetFrameworkMismatch : ImageRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("DG7004TargetFrameworkMismatch", "target framework and base image disagree", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App is not { TargetFrameworks: { Count: > 0 } targets } app || !IsDotNet(app.Project)) return;
        var decision = app.FrameworkDecision is { } command ? $" ({command})" : "";
        if (image.Base is { Catalog: { Kind: DotNetImageKind.AspNet or DotNetImageKind.Runtime } runtime } used
            && app is { IsProgram: true, BringsRuntime: false }
            && !image.Added.MayHaveDotNet
            && !targets.Any(target => Serves(runtime.DotNetVersion, target))
            && !(runtime.DotNetVersion > targets.Min() && RollsForward(image, app)))
        {
            context.Report(
                used.Origin,
                $"the project targets {Names(targets)}{decision} but its base image carries .NET "
                    + runtime.DotNetVersion);
        }

        foreach (var sdk in image.UsedImages)
        {
            if (sdk.Catalog is { Kind: DotNetImageKind.Sdk } build
                && build.DotNetVersion < targets.Min()
                && !app.IsUnrelated(sdk.Origin))
            {
                context.Report(
                    sdk.Origin,
                    $"the project targets {Names(targets)}{decision}, which the .NET {build.DotNetVersion} SDK cannot "
                        + "build");
            }
        }
    }

    /// <summary>An app runs on later minor versions of its major one, and .NET Core has such.</summary>
    private static bool Serves(Version runtime, Version target) =>
        runtime.Major == target.Major && runtime.Minor >= target.Minor;

    /// <summary>
    /// True when the app runs on a newer major version, for its project, its build or the image says so.
    /// </summary>
    private static bool RollsForward(ImageModel image, AppFacts app) =>
        app.MayRollForward
            || image.Environment.Any(static variable =>
                variable.Value.Name == "DOTNET_ROLL_FORWARD"
                    && (variable.IsIncomplete || AppFacts.IsMajor(variable.Value.Value)))
            || image.StartWords.Any(static word => word.IndexOf("--roll-forward", StringComparison.Ordinal) >= 0);

    /// <summary>False for an application of .NET Framework, which these images do not carry.</summary>
    private static bool IsDotNet(ProjectFacts project) => project.IsDotNet || project.TargetFramework.Length == 0;

    private static string Names(IEnumerable<Version> versions) =>
        string.Join(", ", versions.Select(version => $"net{version}"));
}
