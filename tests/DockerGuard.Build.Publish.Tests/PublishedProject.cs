using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>A web project in a folder of its own, checked the way the container target does it.</summary>
internal sealed class PublishedProject : IDisposable
{
    private RecordingEngine _engine = new();

    public PublishedProject()
    {
        Folder.CreateFolder(".git"); // the search for a policy ends here
        With("Web.csproj", "<Project />");
        Task = new CheckContainer
        {
            BuildEngine = _engine,
            Facts = Items.FactsOf(Folder),
            ProjectFiles = [new TaskItem(Folder["Web.csproj"])],
            BaseRegistry = "mcr.microsoft.com",
            BaseRepository = "dotnet/aspnet",
            BaseTag = "10.0-noble-chiseled-extra",
            RuntimeIdentifiers = ["linux-x64"],
            ImageTags = ["1.0"],
        };
        Set();
    }

    public TemporaryFolder Folder { get; } = new();

    public CheckContainer Task { get; }

    public IReadOnlyList<BuildErrorEventArgs> Errors => _engine.Errors;

    public IReadOnlyList<BuildWarningEventArgs> Warnings => _engine.Warnings;

    /// <summary>The one line that says what will be made; null when it was not said.</summary>
    public string? Summary => _engine.Messages.Select(message => message.Message)
        .SingleOrDefault(text => text!.StartsWith("DockerGuard: ", StringComparison.Ordinal));

    /// <summary>Everything that was logged, however quietly.</summary>
    public string Output => string.Join('\n', [
        .. _engine.Errors.Select(error => error.Message), .. _engine.Warnings.Select(warning => warning.Message),
        .. _engine.Messages.Select(message => message.Message),
    ]);

    /// <summary>Findings as a reader sees them: <c>error DG2001 Web.csproj(3,21)</c>.</summary>
    public string Findings => string.Join("; ", [
        .. _engine.Errors.Select(error => Finding("error", error.Code, error.File, error.LineNumber,
            error.ColumnNumber)),
        .. _engine.Warnings.Select(warning => Finding("warning", warning.Code, warning.File, warning.LineNumber,
            warning.ColumnNumber)),
    ]);

    public IReadOnlyDictionary<string, string> Labels => Task.CompleteLabels
        .ToDictionary(label => label.ItemSpec, label => label.GetMetadata("Value"));

    public PublishedProject With(string name, string text)
    {
        File.WriteAllText(Folder[name], text);
        return this;
    }

    /// <summary>The base is an image of a registry, written in line 3 of the project.</summary>
    public PublishedProject On(string registry, string repository = "team/app", string tag = "1.0")
    {
        Task.WrittenBaseImage = $"{registry}/{repository}:{tag}";
        (Task.BaseRegistry, Task.BaseRepository, Task.BaseTag) = (registry, repository, tag);
        With("Web.csproj", $"""
            <Project>
              <PropertyGroup>
                <ContainerBaseImage>{Task.WrittenBaseImage}</ContainerBaseImage>
              </PropertyGroup>
            </Project>
            """);
        return this;
    }

    /// <summary>What the project's properties ask for.</summary>
    public PublishedProject Set(params (string Name, string Value)[] settings)
    {
        Task.RealDay = new DateTime(2026, 11, 22);
        Task.Settings = Items.Of(settings);
        return this;
    }

    /// <summary>Judges the base by its name.</summary>
    public PublishedProject Offline(params (string Name, string Value)[] settings) =>
        Set([("DockerGuardReadBaseImage", "false"), .. settings]);

    public PublishedProject Check(bool succeeds = true)
    {
        Assert.AreEqual(succeeds, Task.Execute(), Output);
        return this;
    }

    /// <summary>Checks once more, and forgets what was said before.</summary>
    public PublishedProject CheckAgain(bool succeeds = true)
    {
        Task.BuildEngine = _engine = new RecordingEngine();
        (Task.PinnedDigest, Task.CompleteLabels) = (null, []);
        return Check(succeeds);
    }

    /// <summary>The check ends with one error, and nothing is left for the publish to go on with.</summary>
    public BuildErrorEventArgs Refuse()
    {
        Check(succeeds: false);
        Assert.IsEmpty(Task.CompleteLabels);
        // Nothing is summed up where the check came to no policy.
        if (Summary is { } summary) StringAssert.StartsWith(summary, "DockerGuard: image not judged, ");
        return Errors.Single();
    }

    public void Dispose() => Folder.Dispose();

    private string Finding(string severity, string code, string file, int line, int column) =>
        $"{severity} {code} {Path.GetRelativePath(Folder.Path, file)}({line},{column})";
}
