using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Generation.Stages;

/// <summary>What restore reads, and restore: the layers that a change of the sources leaves alone.</summary>
internal static class RestoreLayer
{
    // Shared by all builds at a time: NuGet locks each file of its cache and moves it into place whole.
    private const string HttpCache = "--mount=type=cache,target=/root/.local/share/NuGet/http-cache";
    private const string NuGetSecret = "--mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config";

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var context = plan.Context;
        foreach (var group in context.RestoreFiles)
            lines.Add("COPY " + DockerfileText.CopyForm(group.Sources, DockerfileText.FolderPath(group.Folder)));
        foreach (var folder in context.PackageFolders)
            lines.Add("COPY " + DockerfileText.CopyForm(folder));
        WriteMarkers(context, lines);
        if (plan.LeavesLockFile)
        {
            lines.Add("# Not in locked mode, for the lock file is of no processor: name RuntimeIdentifiers in "
                + DockerfileText.OneLine(ContextPath.FileNameOf(context.ProjectFile)) + ".");
        }

        WriteRun(plan, lines, string.Join(" ", Command(plan)));
    }

    private static void WriteMarkers(BuildContext context, DockerfileLines lines)
    {
        if (context.HiddenMarkers.Count == 0) return;
        lines.Add("# Looked for by the build, which reads nothing of it.");
        lines.Add("RUN " + string.Join(" \\\n && ", context.HiddenMarkers.Select(static path =>
            (path.IndexOf('/') < 0 ? "" : $"mkdir -p {DockerfileText.ShellWord(ContextPath.DirectoryOf(path))} && ")
                + Making(path) + DockerfileText.ShellWord(path))));
    }

    /// <summary>As little as whoever finds it can read.</summary>
    private static string Making(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "echo '{}' > "
        : path.EndsWith(".git/HEAD", StringComparison.Ordinal) ? "echo 'ref: refs/heads/main' > "
        : "touch ";

    /// <summary>Runs a restore with what it is kept in, and the secrets of its feeds.</summary>
    public static void WriteRun(DockerfilePlan plan, DockerfileLines lines, string command)
    {
        lines.Add("RUN " + HttpCache + " \\");
        // Who has no such secret builds without: a feed may be known to a developer's own configuration alone.
        lines.Add("    " + NuGetSecret + " \\");
        foreach (var name in plan.FeedVariables) lines.Add($"    --mount=type=secret,id={name},env={name} \\");
        lines.Add("    " + command);
    }

    private static IEnumerable<string> Command(DockerfilePlan plan)
    {
        yield return "dotnet restore " + DockerfileText.ShellWord(plan.Context.ProjectFile) + plan.GivenOptions;
        if (plan.RestoreNamesArchitecture) yield return "-a $TARGETARCH";
        if (plan.IsLocked) yield return "--locked-mode";
        else if (plan.RestoresLocked) yield return "-p:RestoreLockedMode=false";
        // Restore does not know that a publish follows; without this it leaves the runtime pack out (NETSDK1112).
        if (plan.Facts.IsSelfContained && !plan.Facts.IsAot) yield return "-p:SelfContained=true";
    }
}
