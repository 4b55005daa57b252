using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Finds out what the image build of the project will read and keeps it in a file; evaluates nothing while the last
/// answer holds.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CollectBuildFacts : DockerGuardTask
{
    /// <summary>Where the facts are kept.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    private protected override void Guard()
    {
        var path = Absolute(nameof(StateFile), StateFile);
        var key = Key();
        if (RegularFile.IsThere(path)
            && Files.TryRead(path) is { } text
            && BuildFactsState.Read(text) is { } known
            && known.Key == key
            && InputStamps.Hold(known.Stamps))
        {
            return;
        }

        var stamps = new InputStamps();
        var facts = ProjectClosure.Read(
            Project.ProjectPath, RepositoryRoot, ImageBuildProperties(), stamps, Files.TryReadBytes, Cancellation);
        if (RepositoryRoot is null) facts = facts with { SolutionFolder = SolutionFolder() };
        if (facts.Project.Problem is { } problem)
            Files.Report(Project.ProjectPath, $"cannot be evaluated as the image build does: {problem}");
        Reporter.Trace($"evaluated {facts.Projects.Count} projects as the image build does");
        // What is not known whole is asked for again.
        if (!Log.HasLoggedErrors)
            Files.TryWrite(path, new BuildFactsState(key, stamps.Write(), BuildFactsText.Write(facts)).Text, out _);
    }

    // The fact names the project's folder where no repository is.
    private string? RepositoryRoot =>
        Project.RepositoryRoot == Project.ProjectDirectory ? null : Project.RepositoryRoot;

    private string? SolutionFolder()
    {
        var at = Project.ProjectDirectory;
        while (at is not null && !Directory.EnumerateFiles(at, "*.sln*").Any()) at = Path.GetDirectoryName(at);
        return at;
    }

    /// <summary>As <c>dotnet publish</c> sets them in a build of the image.</summary>
    private Dictionary<string, string> ImageBuildProperties() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Configuration"] = "Release",
        ["_IsPublishing"] = "true",
        ["RuntimeIdentifier"] = Project.RuntimeIdentifiers.FirstOrDefault(static identifier =>
            RuntimeIdentifier.Parse(identifier).Libc is Libc.Glibc or Libc.Musl) ?? "linux-x64",
    };

    /// <summary>What the answer depends on besides files; one hash, for it must be one line.</summary>
    private string Key() => Sha256.Hex(string.Join("\n", [
        typeof(CollectBuildFacts).Module.ModuleVersionId.ToString(),
        Project.ProjectPath,
        RepositoryRoot ?? "",
        Project.Get("NETCoreSdkVersion") ?? "",
        .. ImageBuildProperties().Select(static pair => pair.Key + "=" + pair.Value),
    ]));
}
