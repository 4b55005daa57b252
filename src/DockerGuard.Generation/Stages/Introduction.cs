using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation.Stages;

/// <summary>The comment that says how the image is built.</summary>
internal static class Introduction
{
    private const string Config = "id=nuget_config,src=<NuGet.Config with credentials>";

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var context = plan.Context;
        var file = context.Dockerfile;
        var option = file == "Dockerfile" ? "" : "-f " + DockerfileText.ShellWord(file) + " ";
        var needsConfig = context.HasClosedFeeds && plan.FeedVariables.Count == 0;
        var secret = (needsConfig ? $"--secret {Config} " : "")
            + string.Concat(plan.FeedVariables.Select(static name => $"--secret id={name},env={name} "));
        var folder = context.ProjectFile.IndexOf('/') < 0
            ? "the project's folder"
            : "the folder that holds all its projects";
        lines.Add($"# Change {DockerfileText.OneLine(ContextPath.FileNameOf(context.ProjectFile))} and build it again, "
            + "rather than this file.");
        if (plan.GivenOptions.Length > 0) lines.Add(GivenProperties.Line + plan.GivenOptions);
        lines.Add($"# Build the image in {folder}: docker build {option}{secret}.");
        if (context.Tests is not null) lines.Add($"# Run the tests with --target {TestStage.Name}.");
        if (plan.Migrations is not null)
            lines.Add($"# Make the image that updates the database with --target {MigrationBundle.Stage}.");
        if (!needsConfig && context.TakesUserFeeds)
            lines.Add($"# For a feed that only your own NuGet.Config knows, add --secret {Config}.");
        lines.Add();
    }
}
