using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A package computes the version from the history of git, and the stage has none, so that the image gets another
/// version than a build elsewhere, or none. No peer sees the project.
/// </summary>
public sealed class DG7016MissingHistory : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7016MissingHistory",
        "the version lacks its history",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.App?.MissingHistory is not { } history) return;
        var cause = history.Cause switch
        {
            MissingCause.Ignored => "is kept out of the build by the ignore file",
            MissingCause.Outside => "lies outside the build context",
            _ => "is not copied",
        };
        context.Report(
            history.Origin,
            history.Need.Program is { } program
                ? $"{history.Command} fails: {history.Need.Name} runs {Sentence.Quote(program)}, and '.git' {cause}"
                : $"{history.Command} knows no version: {history.Need.Name} computes it from the history of git, and "
                    + $"'.git' {cause}; give it by an argument, -p:Version=$VERSION");
    }
}
