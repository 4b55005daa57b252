namespace DockerGuard.Generation.Stages;

/// <summary>The stage that Node.js is taken from, where a build runs it.</summary>
internal static class NodeStage
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        if (plan.Node is not { } node) return;
        var platform = plan.Facts.IsAot ? "" : "--platform=$BUILDPLATFORM ";
        lines.Add($"FROM {platform}{node.Reference} AS node");
        lines.Add();
    }
}
