using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Labels;
using DockerGuard.Oci;

namespace DockerGuard.Generation.Stages;

/// <summary>The image that ships: what was published, labels, and how it starts.</summary>
internal static class FinalStage
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        lines.Add("FROM base AS final");
        lines.Add("COPY --from=build /app .");
        if (plan.Extracts) WriteExtraction(plan, "build", lines);
        if (OciLabels.AreWanted(plan.Facts)) WriteLabels(plan, lines);
        AppStart.Write(plan, lines);
    }

    /// <summary>A place for an executable that unpacks itself.</summary>
    public static void WriteExtraction(DockerfilePlan plan, string stage, DockerfileLines lines)
    {
        const string folder = DockerfilePlan.ExtractionFolder;
        lines.Add("# It unpacks itself before it runs; a volume can be written where all else cannot.");
        lines.Add($"COPY --from={stage} --chown={plan.Owner} {folder} {folder}");
        lines.Add("ENV DOTNET_BUNDLE_EXTRACT_BASE_DIR=" + folder);
        lines.Add($"VOLUME {DockerfileText.ExecForm(folder)}");
    }

    private static void WriteLabels(DockerfilePlan plan, DockerfileLines lines)
    {
        var labels = new LabelFacts(plan.Facts, plan.Base) { SdkVersion = plan.Sdk.Version };
        var ofProject = OciLabels.OfProject(labels).ToList();
        var late = OciLabels.All.Where(label =>
            label.KnownAt == LabelMoment.BuildArgument && OciLabels.IsWanted(label, plan.Facts)).ToList();
        // The SDK writes its own over one of the project's.
        var own = plan.Container.Labels.Where(label =>
            !ofProject.Exists(other => other.Key == label.Key) && !late.Exists(other => other.Name == label.Key));
        lines.AddLabel(ofProject.Select(static label => label.Key + "=" + DockerfileText.Quote(label.Value))
            .Concat(OciLabels.Complete(own, null, [])
                .Select(static label => DockerfileText.Quote(label.Key) + "=" + DockerfileText.Quote(label.Value))));
        WriteLateLabels(labels, late, plan.ComputesVersion, lines);
    }

    // Last, so that a new version or commit reuses every layer.
    private static void WriteLateLabels(
        LabelFacts facts, List<OciLabel> labels, bool computesVersion, DockerfileLines lines)
    {
        var pairs = new List<string>();
        foreach (var label in labels)
        {
            // One that comes from each commit would make another file of each.
            var isComputed = computesVersion && label.Name == OciLabelNames.Version;
            var value = isComputed ? null : OciLabels.ValueOf(label, facts);
            if (value is null && !isComputed && label.Argument != OciLabels.RevisionArgument) continue;
            lines.Add("ARG " + label.Argument + (value is null ? "" : "=" + DockerfileText.Quote(value)));
            pairs.Add($"{label.Name}=${label.Argument}");
        }

        lines.AddLabel(pairs);
    }
}
