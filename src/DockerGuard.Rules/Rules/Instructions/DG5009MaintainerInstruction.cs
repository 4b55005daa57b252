using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// MAINTAINER, which a label has taken the place of. Source: BuildKit MaintainerDeprecated, hadolint DL4000, Trivy
/// DS-0022.
/// </summary>
public sealed class DG5009MaintainerInstruction : FileRule
{
    private const string Label = OciLabelNames.Authors;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5009MaintainerInstruction", "MAINTAINER instruction", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "MaintainerDeprecated"), new("hadolint", "DL4000", Severity.Error), new("trivy", "DS-0022"),
            new("checkov", "CKV_DOCKER_6"), new("kics", "99614418-f82b-4852-a9ae-5051402b741c"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        // A label that is there already would be overwritten.
        var isLabelled = file.Text.IndexOf(Label, StringComparison.Ordinal) >= 0;
        foreach (var maintainer in file.Instructions.OfType<MaintainerInstruction>())
        {
            context.Report(
                maintainer.KeywordSpan, $"MAINTAINER is deprecated; the label {Label} says the same", isLabelled
                    ? null
                    : Relabel(maintainer, file),
                [Label]);
        }
    }

    /// <summary>
    /// Only what means the same between double quotes: MAINTAINER takes its text as it stands, LABEL expands and
    /// unquotes it.
    /// </summary>
    private static Fix? Relabel(MaintainerInstruction maintainer, Dockerfile file)
    {
        var author = maintainer.Arguments.Trim();
        if (author.Length > 1 && author[0] is '"' or '\'' && author[author.Length - 1] == author[0])
            author = author.Substring(1, author.Length - 2);
        var isPlain = maintainer.Stage is not null && maintainer.Flags.Count == 0 && author.Length > 0
            && author.IndexOfAny(['"', '\'', '\\', '$', '`']) < 0 && SourceEdits.IsOneLine(file, maintainer);
        if (!isPlain) return null;
        var keyword = KeywordCasing.IsLower(maintainer.KeywordText) ? "label" : "LABEL";
        return new Fix(
            $"write the label {Label}",
            new TextEdit(maintainer.ContentStart, maintainer.ContentLength, $"{keyword} {Label}=\"{author}\""));
    }
}
