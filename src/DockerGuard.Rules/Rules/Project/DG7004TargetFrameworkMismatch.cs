using System;
using System.Collections.Generic;
using System.Linq;
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
        if (context.Project is not { } project) return;
        var targets = Targets(image, project);
        if (targets.Count == 0) return;
        if (image.Base is { Catalog: { Kind: DotNetImageKind.AspNet or DotNetImageKind.Runtime } runtime } used
            && !project.IsSelfContained
            && !targets.Contains(runtime.DotNetVersion)
            && !RollsForward(project, targets.Min(), runtime.DotNetVersion))
        {
            context.Report(
                used.Origin,
                $"the project targets {Names(targets)} but its base image carries .NET {runtime.DotNetVersion}");
        }

        foreach (var sdk in image.UsedImages)
        {
            if (sdk.Catalog is { Kind: DotNetImageKind.Sdk } build && build.DotNetVersion < targets.Min())
            {
                context.Report(
                    sdk.Origin,
                    $"the project targets {Names(targets)}, which the .NET {build.DotNetVersion} SDK cannot build");
            }
        }
    }

    /// <summary>True when the app runs on a newer major version because its project says so.</summary>
    private static bool RollsForward(ProjectFacts project, Version target, Version runtime) =>
        runtime > target && project.Get("RollForward") is { } policy
        && (policy.Equals("Major", StringComparison.OrdinalIgnoreCase)
            || policy.Equals("LatestMajor", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The versions the image may serve; none for an application of .NET Framework, which these images do not carry.
    /// </summary>
    private static IReadOnlyList<Version> Targets(ImageModel image, ProjectFacts project)
    {
        if (!project.IsDotNet && project.TargetFramework.Length > 0) return [];
        return image.TargetFrameworks;
    }

    private static string Names(IEnumerable<Version> versions) =>
        string.Join(", ", versions.Select(version => $"net{version}"));
}
