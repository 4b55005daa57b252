using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Policy;
using DockerGuard.Testing;

namespace DockerGuard.Checks.Tests;

/// <summary>A folder with files, and a check of the Dockerfiles in it.</summary>
internal sealed class CheckedProject : IDisposable
{
    /// <summary>A base that is chosen well, so that a test shows only its own findings.</summary>
    public const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra";

    /// <summary>The day of all checks.</summary>
    public static readonly DateTime Today = new(2026, 11, 22);

    private readonly TemporaryFolder _folder = new();

    public CheckedProject()
    {
        _folder.CreateFolder(".git");
        With(".git/HEAD", "ref: refs/heads/main\n"); // the search for a policy ends here
    }

    /// <summary>Absolute path of the project file.</summary>
    public string ProjectFile => _folder["Web.csproj"];

    /// <summary>What the project says about warnings.</summary>
    public ProjectWarnings? Warnings { get; set; }

    /// <summary>Absolute path of a file.</summary>
    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a file.</summary>
    public CheckedProject With(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return this;
    }

    /// <summary>A Dockerfile that has nothing to be found but what is given.</summary>
    public CheckedProject WithDockerfile(string instructions, string head = "", string name = "Dockerfile") =>
        With(name, $"{head}FROM {Base}\n{instructions}ENTRYPOINT [\"dotnet\", \"Web.dll\"]\n");

    /// <summary>What a check of some Dockerfiles is given.</summary>
    public DockerfileCheckInput Input(params string[] files) => new()
    {
        Files =
        [
            .. files.DefaultIfEmpty("Dockerfile").Select(name => new DockerfileInput(_folder[name], _folder.Path)),
        ],
        Project = ProjectFacts.From(new Dictionary<string, string> { ["MSBuildProjectDirectory"] = _folder.Path }),
        ProjectFile = ProjectFile,
        Policy = Policy,
        Warnings = Warnings ?? new ProjectWarnings(ProjectFile),
    };

    /// <summary>hadolint's configuration as it lies in the folder, and none of the user's.</summary>
    public static HadolintInput Hadolint { get; } = new(null, new Dictionary<string, string>());

    /// <summary>The policy of the folder.</summary>
    public PolicyRequest Policy => Bound();

    /// <summary>The policy of the folder, bound by others.</summary>
    public PolicyRequest Bound(params string[] policies) => new()
    {
        ProjectDirectory = _folder.Path,
        Today = Today,
        RealDay = RealDay,
        Binding = [.. policies.Select(policy => new BindingPolicy(_folder[policy]))],
    };

    /// <summary>The day it is, where the check is told another one.</summary>
    public DateTime RealDay { get; init; } = Today;

    /// <summary>Writes what is found now into a baseline, and gives the baseline back.</summary>
    public BaselineInput Accept()
    {
        var baseline = new BaselineInput(_folder["dockerguard.baseline.yml"]);
        DockerfileCheck.Run(Input() with { Baseline = baseline with { Write = Write } });
        return baseline;
    }

    /// <summary>Writes a shared file as if there were nobody to share it with.</summary>
    public static WriteResult Write(string path, Func<string?> text)
    {
        if (text() is not { } written) return new WriteResult(false);
        var isChanged = !File.Exists(path) || File.ReadAllText(path) != written;
        File.WriteAllText(path, written);
        return new WriteResult(isChanged);
    }
}
