using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation.Stages;

/// <summary>The publish, and what of its output stays out of the image.</summary>
internal static class PublishStep
{
    private const string VersionFileTool = "Nerdbank.GitVersioning", VersionFolder = "/version";

    private const string NativeLibraries = "IncludeNativeLibrariesForSelfExtract";

    /// <summary>Beginnings of packages that read the compiler's documentation where the application runs.</summary>
    private static readonly string[] DocumentationReaders = ["Swashbuckle.", "NSwag."];

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var cache = plan.Node is null ? "" : NodeLayer.Cache + " ";
        var run = "RUN " + cache;
        if (References(plan.Facts, VersionFileTool))
        {
            lines.Add($"# {VersionFileTool} asks git, which has no history here: a version that is given is a file.");
            lines.Add($"{run}mkdir {VersionFolder} \\");
            lines.Add($" && echo \"{{ \\\"version\\\": \\\"$VERSION\\\" }}\" > {VersionFolder}/version.json \\");
            run = " && ";
        }

        lines.Add(run + string.Join(" ", Command(plan)) + " \\");
        lines.Add(" && rm -f /app/*.dbg /app/*.pdb /app/appsettings.Development.json \\");
        // The context has the modes of one machine's files; what its umask made unreadable, no application could read.
        var extraction = plan.Extracts ? $" && mkdir {DockerfilePlan.ExtractionFolder}" : "";
        lines.Add($" && chmod -R a+rX,go-w /app{extraction}");
    }

    private static IEnumerable<string> Command(DockerfilePlan plan)
    {
        var facts = plan.Facts;
        yield return $"dotnet publish {DockerfileText.ShellWord(plan.Context.ProjectFile)} -c Release"
            + plan.GivenOptions + plan.PackOption;
        if (facts.TargetFrameworks.Count > 0) yield return "-f " + DockerfileText.ShellWord(facts.TargetFramework);
        if (plan.NamesArchitecture) yield return "-a $TARGETARCH";
        else yield return "-p:UseAppHost=false";
        // Only where a project says nothing of its own.
        if (MayHaveDocumentation(plan) && !ReadsDocumentation(facts)) yield return "-p:PublishDocumentationFiles=false";
        // Beside the executable they need no unpacking, for which a hardened container has no place.
        if (facts.IsSingleFile && !plan.Extracts && facts.IsTrue(NativeLibraries))
            yield return $"-p:{NativeLibraries}=false";
        // What the SDK finds out where the history of git is; the assembly says it too.
        if (plan.AsksForRevision) yield return "${REVISION:+\"-p:SourceRevisionId=$REVISION\"}";
        // Without git it would fail the build.
        if (References(facts, "GitVersion.MsBuild") || References(facts, "GitVersionTask"))
            yield return "-p:DisableGitVersionTask=true";
        // The project's own version where none is given.
        yield return "${VERSION:+\"-p:Version=$VERSION\"" + VersionOfTools(facts) + "}";
        yield return "--no-restore -o /app";
    }

    private static string VersionOfTools(ProjectFacts facts) =>
        (References(facts, "MinVer") ? " \"-p:MinVerVersionOverride=$VERSION\"" : "")
            + (References(facts, VersionFileTool) ? $" -p:GitVersionBaseDirectory={VersionFolder}" : "");

    private static bool References(ProjectFacts facts, string package) =>
        facts.PackageReferences.Contains(package, StringComparer.OrdinalIgnoreCase);

    private static bool MayHaveDocumentation(DockerfilePlan plan) =>
        plan.Facts.IsTrue("GenerateDocumentationFile") || plan.Context.HasReferences;

    private static bool ReadsDocumentation(ProjectFacts facts) =>
        facts.PackageReferences.Any(static id => DocumentationReaders.Any(
            name => id.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
}
