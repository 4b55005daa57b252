namespace DockerGuard.Generation.Stages;

/// <summary>The comment that says how the image is built.</summary>
internal static class Introduction
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var context = plan.Context;
        var file = context.Dockerfile;
        var option = file == "Dockerfile" ? "" : "-f " + DockerfileText.ShellWord(file) + " ";
        var secret = context.HasNuGetConfig ? "--secret id=nuget_config,src=<NuGet.Config with credentials> " : "";
        var folder = context.ProjectFile.IndexOf('/') < 0
            ? "the project's folder"
            : "the folder that holds all its projects";
        lines.Add($"# Change {DockerfileText.OneLine(ContextPath.FileNameOf(context.ProjectFile))} and build it again, "
            + "rather than this file.");
        lines.Add($"# Build the image in {folder}: docker build {option}{secret}.");
        lines.Add();
    }
}
