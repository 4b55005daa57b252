using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A project or solution that a Dockerfile copies or builds is not in its context, or not in the stage, so the image is
/// never built. No peer looks into the context.
/// </summary>
public sealed class DG7019MissingProject : ImageRule
{
    /// <summary>Names that are told; nobody reads more.</summary>
    private const int MostNames = 3;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG7019MissingProject", "the Dockerfile takes a project that is not there", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var project in image.MissingProjects)
            context.Report(project.Origin, $"{project.Taker} {What(project)}");
    }

    private static string What(MissingProject project)
    {
        var path = Sentence.Quote(project.Path);
        return project.Problem switch
        {
            ProjectProblem.Copied => $"takes {path}, which the build context does not have",
            ProjectProblem.NotInContext => $"builds {path}, which the build context does not have",
            ProjectProblem.Ignored => $"builds {path}, which the ignore file keeps out of the build",
            ProjectProblem.NotInStage => $"builds {path}, and nothing has put it there{There(project)}",
            ProjectProblem.NoneInFolder => $"finds no project or solution in {path}{There(project)}",
            _ => $"finds more than one project or solution in {path}, and takes none: {Names(project.Others)}",
        };
    }

    private static string There(MissingProject project) =>
        project.Others.Count == 0 ? "" : $"; there is {Names(project.Others)}";

    private static string Names(IReadOnlyList<string> names)
    {
        var shown = names.Distinct().Take(MostNames).Select(Sentence.Quote).ToList();
        return string.Join(", ", shown) + (names.Count > MostNames ? " …" : "");
    }
}
