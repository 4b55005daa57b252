using DockerGuard.Images.Labels;

namespace DockerGuard.Generation.Stages;

/// <summary>The stage that restores and publishes.</summary>
internal static class BuildStage
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var sdk = plan.Sdk;
        if (plan.Facts.IsAot)
        {
            lines.Add(
                "# Native code is compiled on the processor it is for, so this stage follows the target's platform.");
            lines.Add($"FROM {sdk.Reference} AS build");
        }
        else
        {
            lines.Add($"FROM --platform=$BUILDPLATFORM {sdk.Reference} AS build");
        }

        if (sdk.Toolchain is not null) lines.Add("RUN " + sdk.Toolchain);
        NodeLayer.WriteTools(plan, lines);
        if (plan.NamesArchitecture) lines.Add("ARG TARGETARCH");
        lines.Add("WORKDIR /src");
        // Restore brings the package here too, and to judge again it would need policies, baselines and this very file.
        lines.Add("# Judged by DockerGuard where it is written, not in the midst of its own build.");
        lines.Add("ENV DockerGuardEnabled=false");
        RestoreLayer.Write(plan, lines);
        NodeLayer.WritePackages(plan, lines);
        SourceLayer.Write(plan.Context, lines);
        // Here, so that another commit or version restores nothing anew.
        if (plan.AsksForRevision)
        {
            lines.Add("# Say which commit it is of: --build-arg REVISION=$(git rev-parse HEAD).");
            lines.Add("ARG " + OciLabels.RevisionArgument);
        }

        lines.Add("ARG VERSION");
        PublishStep.Write(plan, lines);
        lines.Add();
    }
}
