using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Images.Project;
using DockerGuard.Policy;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace DockerGuard.Build;

/// <summary>
/// Lints early in a build and throws the answer away. The first lint of a process is nearly all loading and compilation
/// of code, which is done here on a core that the build leaves idle; <see cref="LintDockerfiles"/>, at the end, judges
/// by all that is known then, and finds the code ready. Says nothing, writes nothing, evaluates nothing, starts no
/// program and never fails.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class PrepareLint : Task
{
    // Of the process, as is the code: no answer hangs on it.
    private static readonly CancellationTokenSource Ready = new();

    private static int _isBegun;

    /// <summary>The Dockerfiles.</summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>What is known of the evaluated project so early, an item a property.</summary>
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>Where is kept what the image build of the project reads; absolute, and nothing need be there.</summary>
    public string BuildFactsPath { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _isBegun, 1) == 0)
            new Thread(() => Lint(Ready.Token)) { IsBackground = true, Name = nameof(PrepareLint) }.Start();
        return true;
    }

    /// <summary>Ends what is under way, and begins no other in this process: a lint is there that counts.</summary>
    internal static void End()
    {
        Interlocked.Exchange(ref _isBegun, 1);
        Ready.Cancel();
    }

    /// <summary>What runs beside the build; null where something is wrong.</summary>
    internal Verdict? Lint(CancellationToken end)
    {
        try
        {
            var project = MSBuildItem.FactsOf(Facts);
            return DockerfileCheck.Run(new DockerfileCheckInput
            {
                Files =
                [
                    .. Dockerfiles.Select(item => DockerfileInput.WithoutContext(
                        item.GetMetadata("FullPath"), project.ProjectDirectory, project.RepositoryRoot)),
                ],
                Project = project,
                ProjectFile = project.ProjectPath,
                Policy = new PolicyRequest { ProjectDirectory = project.ProjectDirectory, Today = default },
                Warnings = new ProjectWarnings(project.ProjectPath),
                Build = new LastAnswer(BuildFactsPath),
                Cancellation = end,
            });
        }
        // Whatever is wrong is found again, and told, by the lint that counts.
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>What an earlier build found out; whether it is an answer to this one does not matter here.</summary>
    private sealed class LastAnswer(string path) : IBuildReader
    {
        public BuildFacts? Facts => BuildFactsFile.Last(path);

        public IReadOnlyList<ConfigurationValue>? ValuesIn(string configuration) => Facts?.ReleaseValues;
    }
}
