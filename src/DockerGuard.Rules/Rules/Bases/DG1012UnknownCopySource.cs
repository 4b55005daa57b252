using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// Files are taken from a stage that does not exist, so the builder looks for an image of that name. Source: hadolint
/// DL3022.
/// </summary>
public sealed class DG1012UnknownCopySource : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1012UnknownCopySource", "files from an unknown stage", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3022")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var source in context.Build.Stages.SelectMany(stage => stage.Sources))
        {
            if (source.Stage is not null || source.NamedContext is not null) continue;
            if (context.Build.StageMeantBy(source.Name) is not { } meant) continue;
            context.Report(source.Span, $"no stage is named '{source.Name}'{Suggestion.Clause(meant)}");
        }
    }
}
