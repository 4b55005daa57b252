using System.Linq;

namespace DockerGuard.Generation.Stages;

/// <summary>
/// The stage that runs tests, where somebody asks for it; no other one is made of it, so that only who names it as the
/// target waits for them.
/// </summary>
internal static class TestStage
{
    public const string Name = "test";

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        if (plan.Context.Tests is not { } tests) return;
        lines.Add("FROM build AS " + Name);
        foreach (var group in tests.RestoreFiles)
            lines.Add("COPY " + DockerfileText.CopyForm(group.Sources, DockerfileText.FolderPath(group.Folder)));
        RestoreLayer.WriteRun(plan, lines, string.Join(
            " \\\n && ",
            tests.Projects.Select(path => "dotnet restore " + DockerfileText.ShellWord(path) + plan.GivenOptions)));
        foreach (var group in tests.SourceFiles)
            lines.Add("COPY " + DockerfileText.CopyForm(group.Sources, DockerfileText.FolderPath(group.Folder)));
        foreach (var folder in tests.SourceFolders) lines.Add("COPY " + DockerfileText.CopyForm(folder));
        var cache = plan.Node is null ? "" : NodeLayer.Cache + " ";
        foreach (var project in tests.Projects) lines.Add($"RUN {cache}" + Command(plan, tests, project));
        lines.Add();
    }

    private static string Command(DockerfilePlan plan, TestContext tests, string project)
    {
        var path = DockerfileText.ShellWord(project);
        // Without a host of tests the project is a program that runs its own.
        return (tests.Hosted.Contains(project) ? "dotnet test " + path : "dotnet run --project " + path)
            + $" -c Release{plan.GivenOptions}{plan.PackOption} --no-restore";
    }
}
