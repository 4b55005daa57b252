using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Labels;

namespace DockerGuard.Generation.Stages;

/// <summary>The image that ships: what was published, labels, and how it starts.</summary>
internal static class FinalStage
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        lines.Add("FROM base AS final");
        lines.Add("COPY --from=build /app .");
        if (plan.Extracts)
        {
            var (user, folder) = (DockerfilePlan.AppUser, DockerfilePlan.ExtractionFolder);
            lines.Add("# It unpacks itself before it runs; a volume can be written where all else cannot.");
            lines.Add($"COPY --from=build --chown={user}:{user} {folder} {folder}");
            lines.Add("ENV DOTNET_BUNDLE_EXTRACT_BASE_DIR=" + folder);
            lines.Add($"VOLUME {DockerfileText.ExecForm(folder)}");
        }

        var labels = new LabelFacts(plan.Facts, plan.Base) { SdkVersion = plan.Sdk.Version };
        lines.AddLabel(OciLabels.OfProject(labels)
            .Select(static label => label.Key + "=" + DockerfileText.Quote(label.Value)));
        WriteLateLabels(labels, lines);
        lines.Add("ENTRYPOINT " + (plan.HasAppHost
            ? DockerfileText.ExecForm("./" + plan.Facts.AssemblyName)
            : DockerfileText.ExecForm("dotnet", plan.Facts.TargetFileName)));
    }

    // Last, so that a new version or commit reuses every layer.
    private static void WriteLateLabels(LabelFacts facts, DockerfileLines lines)
    {
        var pairs = new List<string>();
        foreach (var label in OciLabels.All.Where(static label => label.KnownAt == LabelMoment.BuildArgument))
        {
            var value = OciLabels.ValueOf(label, facts);
            if (value is null && !label.IsAskedFor(facts)) continue;
            lines.Add("ARG " + label.Argument + (value is null ? "" : "=" + DockerfileText.Quote(value)));
            pairs.Add($"{label.Name}=${label.Argument}");
        }

        lines.AddLabel(pairs);
    }
}
