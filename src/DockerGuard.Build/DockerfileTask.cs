using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Build.ShellCheck;
using DockerGuard.Checks;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Foreign;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// What the tasks over the project's Dockerfiles do alike: read each file and gather what is known around it.
/// </summary>
public abstract class DockerfileTask : DockerGuardTask
{
    private const string HadolintConfig = "DockerGuardHadolintConfig", ShellCheckPath = "DockerGuardShellCheckPath";

    /// <summary>
    /// The files; metadata <c>Stage</c> names the stage that ships, <c>BuildArguments</c> holds <c>NAME=value;…</c>,
    /// <c>Context</c> is the folder the image is built in, relative to the Dockerfile; when empty it is the project's,
    /// or the one above it where what the Dockerfile copies is.
    /// </summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>
    /// True for a project that makes images: it also guards the Dockerfiles of its repository that lie beside no
    /// project and publish it.
    /// </summary>
    public bool MakesImages { get; set; }

    /// <summary>True when somebody called for this task, and wants to hear that there is nothing to do.</summary>
    public bool IsAsked { get; set; }

    /// <summary>The files and all that the project says about them.</summary>
    /// <param name="elsewhere">See <see cref="FoundElsewhere"/>.</param>
    /// <param name="shellCheck">See <see cref="ShellCheck"/>.</param>
    private protected DockerfileCheckInput CheckInput(
        IReadOnlyList<DockerfileInput> elsewhere, IForeignChecker shellCheck) =>
        new()
        {
            Files = [.. Dockerfiles.Select(InputOf), .. elsewhere],
            Project = Project.With(
                DecidingProperties.Fact,
                string.Join(";", DecidingProperties.Of([.. Project.ImportedFiles, Project.ProjectPath]))),
            ProjectFile = ProjectFile,
            Policy = PolicyRequest,
            Warnings = Warnings,
            Hadolint = Hadolint,
            Cancellation = Cancellation,
            ForeignCheckers = [shellCheck],
        };

    private HadolintInput? Hadolint
    {
        get
        {
            var name = Setting.Text(HadolintConfig)?.Trim();
            return IsOff(name) ? null : new HadolintInput(AbsoluteSetting(HadolintConfig), Setting.Environment);
        }
    }

    /// <summary>Tells who called that there is no Dockerfile, and how to name one.</summary>
    private protected void SayNothingThere() =>
        Reporter.Say(
            $"{Path.GetFileName(ProjectFile)} has no Dockerfile; one of another name or place is an item "
                + "DockerGuardDockerfile");

    private DockerfileInput InputOf(ITaskItem item)
    {
        var path = item.GetMetadata("FullPath");
        var input = item.GetMetadata("Context") is { Length: > 0 } context
            ? new DockerfileInput(path, Absolute("DockerfileContext", context, Path.GetDirectoryName(path)))
            : DockerfileInput.WithoutContext(path, Project.ProjectDirectory, Project.RepositoryRoot);
        return input with
        {
            Stage = item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
            BuildArguments = Arguments(item.GetMetadata("BuildArguments")),
        };
    }

    /// <summary>The Dockerfiles of the repository that this project guards besides its own; it is said here.</summary>
    private protected IReadOnlyList<DockerfileInput> FoundElsewhere() =>
        MakesImages
            ? new RepositoryGuard(Project, Setting, Reporter, BuildEngine, Cancellation)
                .FilesBeside([.. Dockerfiles.Select(item => item.GetMetadata("FullPath"))])
            : [];

    /// <summary>The ShellCheck of the project or the machine, or none when it is switched off.</summary>
    private protected IForeignChecker ShellCheck()
    {
        var path = Setting.Text(ShellCheckPath)?.Trim();
        if (IsOff(path)) return new NoShellCheck($"ShellCheck is switched off by {ShellCheckPath}");
        var program = path is null ? ShellCheckProgram.Find(Setting.Text("PATH")) : Absolute(ShellCheckPath, path);
        string[] folders = AbsoluteSetting("IntermediateOutputPath") is { } intermediate
            ? [intermediate, Path.GetTempPath()]
            : [Path.GetTempPath()];
        var isProgram = program is not null && RegularFile.KindOf(program) == FileKind.Regular;
        return new ShellCheckProgram(
            isProgram ? program : null, folders, Cancellation, path is null ? null : Problem(path, program!));
    }

    /// <summary>Why what the project names is no program.</summary>
    private static string Problem(string path, string program)
    {
        var what = RegularFile.KindOf(program) == FileKind.Unknown
            ? $"there is no {Sentence.Quote(path)}"
            : $"{Sentence.Quote(path)} {RegularFile.Explain(program, FileRefusal.NotRegular, most: 0)}";
        return $"{what}, which {ShellCheckPath} names";
    }

    private static bool IsOff(string? value) =>
        "off".Equals(value, StringComparison.OrdinalIgnoreCase)
            || "false".Equals(value, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Arguments(string text)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0) arguments[pair.Substring(0, equals).Trim()] = pair.Substring(equals + 1).Trim();
        }

        return arguments;
    }
}
