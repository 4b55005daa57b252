using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Policy;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace DockerGuard.Build;

/// <summary>
/// Lets the code of a lint be compiled while the build does other things. Most of what a first lint costs is the
/// runtime compiling it, and a build leaves cores idle: so the same work is done once on the side, its result is
/// dropped, and <see cref="LintDockerfiles"/> finds everything warm.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class WarmUpLint : Task
{
    /// <summary>The files that will be linted.</summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var paths = Array.ConvertAll(Dockerfiles, file => file.GetMetadata("FullPath"));
        new Thread(() => Lint(paths, ProjectDirectory)) { IsBackground = true, Name = nameof(WarmUpLint) }.Start();
        return true;
    }

    private static void Lint(string[] paths, string projectDirectory)
    {
        try
        {
            // ShellCheck itself is not started, but its answer will be read.
            ShellCheckOutput.Read(Encoding.UTF8.GetBytes("{\"comments\":[]}"), 0);
            DockerfileCheck.Run(new DockerfileCheckInput
            {
                Files = Array.ConvertAll(paths, path => new DockerfileInput(path, projectDirectory)),
                Project = ProjectFacts.From(
                    new Dictionary<string, string> { ["MSBuildProjectDirectory"] = projectDirectory }),
                ProjectFile = projectDirectory,
                Policy = new PolicyRequest { ProjectDirectory = projectDirectory, Today = DateTime.UtcNow.Date },
                Warnings = new ProjectWarnings(projectDirectory),
                Hadolint = new HadolintInput(null, new Dictionary<string, string>()),
            });
        }
#pragma warning disable CA1031 // Whatever goes wrong here goes wrong again where it is reported; a thread's exception would end MSBuild.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
