using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DockerGuard.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>
/// What the image build of a project will read, found out by evaluating it and kept in a file: nothing is evaluated
/// while the last answer holds.
/// </summary>
/// <param name="project">The evaluated project.</param>
/// <param name="files">Reads and writes.</param>
/// <param name="reporter">Hears how much was evaluated.</param>
/// <param name="cancellation">Ends the work between two projects.</param>
internal sealed class BuildFactsFile(
    ProjectFacts project, TaskFiles files, DiagnosticReporter reporter, CancellationToken cancellation)
{
    /// <summary>What a command line gives to the image build besides.</summary>
    public GivenProperties Given { get; init; } = GivenProperties.None;

    /// <summary>Absolute paths of the projects whose tests are run where the image is built.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Facts that targets find out; the project's file does not state them.</summary>
    private static readonly string[] OfTargets =
        ["Configuration", "ImportedFiles", "NETCoreSdkVersion", "RepositoryRoot"];

    /// <summary>
    /// The facts and what they hang on, from the file at a path or found out anew; null after an error has been
    /// reported.
    /// </summary>
    public BuildFactsState? Read(string path)
    {
        // What a Dockerfile is judged by asks for nothing that is given here, and is kept beside.
        if (!Given.IsEmpty || Tests.Count > 0) path = Path.ChangeExtension(path, "given.txt");
        if (RegularFile.IsThere(path)
            && files.TryRead(path) is { } text
            && Known(text) is { } known
            && InputStamps.HoldLinks(known.Stamps))
        {
            return known;
        }

        var (facts, found) = Evaluate(files.TryReadBytes);
        if (facts.Project.Problem is { } problem)
            files.Report(project.ProjectPath, $"cannot be evaluated as the image build does: {problem}");
        // What is not known whole is asked for again.
        if (reporter.HasErrors) return null;
        return files.TryWritePrivately(path, found.Text) ? found : null;
    }

    /// <summary>
    /// The facts and what they hang on, for whoever does well without: null, and nothing reported, where they cannot be
    /// found out. Where nothing can be kept they are found out again.
    /// </summary>
    public BuildFactsState? Find(string path)
    {
        if (Bytes(path) is { } kept && Known(Encoding.UTF8.GetString(kept)) is { } known) return known;
        return OrNull(() =>
        {
            var (facts, found) = Evaluate(Bytes);
            if (facts.Project.Problem is not null) return null;
            TaskFiles.Write(path, Encoding.UTF8.GetBytes(found.Text), isPrivate: true);
            return found;
        });
    }

    /// <summary>
    /// What the project says in another configuration than that which is built; null, and nothing reported, where that
    /// cannot be found out. It is not kept.
    /// </summary>
    /// <param name="configuration">See <see cref="IBuildReader.ValuesIn"/>.</param>
    public IReadOnlyList<ConfigurationValue>? FindValues(string configuration) =>
        OrNull(() => ProjectProperties.Differences(project.ProjectPath, configuration, Question));

    /// <summary>All that the project says as <c>Release</c>; null as above.</summary>
    public IReadOnlyDictionary<string, string>? FindRelease() => OrNull(
        () => ProjectProperties.Read(
            project.ProjectPath, ConfigurationQuestion.Release, Question with { Given = Given.Kept }));

    /// <summary>What a kept text says; null when it does not hold any more.</summary>
    private BuildFactsState? Known(string text) =>
        BuildFactsState.Read(text) is { } known && known.Key == Key() && InputStamps.Hold(known.Stamps) ? known : null;

    /// <summary>Asks MSBuild, which needs a room of its own that is not loaded before.</summary>
    private (BuildFacts Facts, BuildFactsState Found) Evaluate(Func<string, byte[]?> read)
    {
        var stamps = new InputStamps();
        var facts = ProjectClosure.Read(
            project.ProjectPath, RepositoryRoot, ImageBuildProperties(), Given, Question, stamps, read, cancellation);
        if (RepositoryRoot is null)
        {
            facts = facts with
            {
                SolutionFolder = SourceFolders.SolutionOf(project.ProjectDirectory),
                SourceLimit = SourceFolders.LimitOf(project.ProjectDirectory),
            };
        }

        if (Tests.Count > 0) facts = ProjectClosure.AddTests(facts, Tests, stamps, read, cancellation);
        reporter.Trace($"evaluated {facts.Projects.Count} projects as the image build does");
        return (facts, new BuildFactsState(Key(), stamps.Write(), BuildFactsText.Write(facts)));
    }

    private static byte[]? Bytes(string path)
    {
        try
        {
            return RegularFile.Read(path, TaskFiles.MaxBytes, out _);
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            return null;
        }
    }

    private T? OrNull<T>(Func<T?> find)
        where T : class
    {
        try
        {
            return find();
        }
        // Whatever MSBuild throws at a project that it has just built in another way.
#pragma warning disable CA1031
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            reporter.Trace(exception);
            return null;
        }
    }

    // A lint that asks for nothing looks for nothing.
    private readonly Lazy<string?> _repositoryRoot = new(() => SourceFolders.RepositoryOf(project));

    private string? RepositoryRoot => _repositoryRoot.Value;

    private string Configuration => project.Get("Configuration") ?? "";

    /// <summary>The target framework that is built of several.</summary>
    private string Framework => project.TargetFrameworks.Count > 0 ? project.TargetFramework : "";

    private ConfigurationQuestion Question => new(
        Configuration,
        Framework,
        [
            .. project.Names.Where(static name => !OfTargets.Contains(name, StringComparer.OrdinalIgnoreCase)),
            .. ContainerItems.Types,
        ]);

    /// <summary>As <c>dotnet publish</c> sets them in a build of the image.</summary>
    private Dictionary<string, string> ImageBuildProperties() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Configuration"] = "Release",
        ["_IsPublishing"] = "true",
        ["RuntimeIdentifier"] = project.RuntimeIdentifiers.FirstOrDefault(static identifier =>
            RuntimeIdentifier.Parse(identifier).Libc is Libc.Glibc or Libc.Musl) ?? "linux-x64",
    };

    /// <summary>What the answer depends on besides files; one hash, for it must be one line.</summary>
    internal string Key() => Sha256.Hex(string.Join("\n", [
        typeof(BuildFactsFile).Module.ModuleVersionId.ToString(),
        // Nobody brings an answer along with the project.
        FileArrival.Of(project.ProjectPath) ?? "",
        project.ProjectPath,
        RepositoryRoot ?? "",
        project.Get("NETCoreSdkVersion") ?? "",
        Configuration,
        Framework,
        .. ImageBuildProperties().Select(static pair => pair.Key + "=" + pair.Value),
        .. Given.Kept.Select(static pair => pair.Key + "=" + pair.Value),
        .. Given.Withheld,
        .. Tests,
    ]));
}
