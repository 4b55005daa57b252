using DockerGuard.Generation.Stages;

namespace DockerGuard.Generation;

/// <summary>The lines of one generated Dockerfile, stage by stage.</summary>
internal static class DockerfileWriter
{
    public static string Write(DockerfilePlan plan)
    {
        var lines = new DockerfileLines();
        Introduction.Write(plan, lines);
        BaseStage.Write(plan, lines);
        NodeStage.Write(plan, lines);
        BuildStage.Write(plan, lines);
        TestStage.Write(plan, lines);
        MigrationStages.Write(plan, lines);
        FinalStage.Write(plan, lines);
        return lines.ToString();
    }
}
