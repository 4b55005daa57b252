using System.Collections.Generic;
using DockerGuard.Images.Catalog;

namespace DockerGuard.Generation.Stages;

/// <summary>
/// The stages that make a bundle of the migrations of Entity Framework Core and ship it, where somebody asks for it.
/// The image is the app's base with that program, so that it has the same user and libraries; no other is made of it.
/// </summary>
internal static class MigrationStages
{
    private const string BuildStage = MigrationBundle.Stage + "-build", Program = "efbundle", Root = "/src/";

    /// <summary>Beside the sources, for their configuration of NuGet, and with nothing else of theirs.</summary>
    private const string Folder = ".efbundle";

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        if (plan.Migrations is not { } bundle) return;
        lines.Add($"FROM build AS {BuildStage}");
        if (!plan.NamesArchitecture) lines.Add("ARG TARGETARCH");
        lines.Add("# The bundle is a project of its own, to which nothing that is said of all projects applies.");
        lines.Add($"RUN mkdir {Folder} {DockerfilePlan.ExtractionFolder} \\");
        lines.Add($" && echo '<Project />' | tee {Folder}/Directory.Build.props {Folder}/Directory.Build.targets \\");
        lines.Add($"    > {Folder}/Directory.Packages.props" + (Options(plan).Length > 0 ? " \\" : ""));
        // The tool takes no properties; MSBuild has them from here.
        if (Options(plan) is { Length: > 0 } options)
            lines.Add($" && echo '{options}' | tee -a Directory.Build.rsp > {Folder}/Directory.Build.rsp");
        RestoreLayer.WriteRun(
            plan,
            lines,
            "dotnet tool install dotnet-ef --tool-path /tools --version "
                + DockerfileText.ShellWord(bundle.ToolVersion!));
        // Where no configuration of NuGet is above: the tool would copy it, and its relative folders would be others.
        lines.Add("WORKDIR /bundle");
        RestoreLayer.WriteRun(plan, lines, string.Join(" ", Command(plan, bundle)));
        lines.Add();
        lines.Add($"FROM base AS {MigrationBundle.Stage}");
        lines.Add($"COPY --from={BuildStage} [\"/bundle/{Program}\", \"./\"]");
        lines.Add($"COPY --from=build [\"/app/appsettings*.json\", \"./\"]");
        FinalStage.WriteExtraction(plan, BuildStage, lines);
        lines.Add("ENTRYPOINT " + DockerfileText.ExecForm($"{plan.WorkingDirectory}/{Program}"));
        lines.Add();
    }

    private static IEnumerable<string> Command(DockerfilePlan plan, MigrationBundle bundle)
    {
        var system = plan.Sdk.IsMusl || plan.Choice.Catalog?.Family.Libc == Libc.Musl ? "linux-musl-" : "linux-";
        yield return $"TMPDIR={Root}{Folder} /tools/dotnet-ef migrations bundle";
        yield return "--startup-project " + DockerfileText.ShellWord(Root + plan.Context.ProjectFile);
        yield return "--project " + DockerfileText.ShellWord(Root + bundle.Project);
        if (bundle.Context is { } context) yield return "--context " + DockerfileText.ShellWord(context);
        yield return "--configuration Release";
        if (plan.Facts.TargetFrameworks.Count > 0)
            yield return "--framework " + DockerfileText.ShellWord(plan.Facts.TargetFramework);
        // An image of an app that has its own runtime has none for others.
        if (plan.Facts.IsSelfContained || plan.Facts.IsAot) yield return "--self-contained";
        yield return $"--target-runtime \"{system}$(echo \"$TARGETARCH\" | sed s/amd64/x64/)\"";
        // What fails is not said otherwise.
        yield return $"--output {Program} --verbose";
    }

    private static string Options(DockerfilePlan plan) => (plan.GivenOptions + plan.PackOption).Trim();
}
