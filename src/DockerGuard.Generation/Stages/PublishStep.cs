using System.Collections.Generic;

namespace DockerGuard.Generation.Stages;

/// <summary>The publish, and what of its output stays out of the image.</summary>
internal static class PublishStep
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        lines.Add("RUN " + string.Join(" ", Command(plan)) + " \\");
        lines.Add(" && rm -f /app/*.dbg /app/*.pdb /app/appsettings.Development.json");
    }

    private static IEnumerable<string> Command(DockerfilePlan plan)
    {
        var facts = plan.Facts;
        yield return $"dotnet publish {DockerfileText.ShellWord(plan.Context.ProjectFile)} -c Release";
        if (facts.TargetFrameworks.Count > 0) yield return "-f " + DockerfileText.ShellWord(facts.TargetFramework);
        if (plan.NamesArchitecture) yield return "-a $TARGETARCH";
        else yield return "-p:UseAppHost=false";
        if (facts.IsTrue("GenerateDocumentationFile")) yield return "-p:PublishDocumentationFile=false";
        yield return "--no-restore -o /app";
    }
}
