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
    /// <c>Context</c> is the folder the image is built in, relative to the Dockerfile; the project's folder when empty.
    /// </summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>The files and all that the project says about them.</summary>
    private protected DockerfileCheckInput CheckInput => new()
    {
        Files = [.. Dockerfiles.Select(InputOf)],
        Project = Project.With(
            DecidingProperties.Fact,
            string.Join(";", DecidingProperties.Of([.. Project.ImportedFiles, Project.ProjectPath]))),
        ProjectFile = ProjectFile,
        Policy = PolicyRequest,
        Warnings = Warnings,
        Hadolint = Hadolint,
        Cancellation = Cancellation,
        ForeignCheckers = [ShellCheck()],
    };

    private HadolintInput? Hadolint
    {
        get
        {
            var name = Setting.Text(HadolintConfig)?.Trim();
            return IsOff(name) ? null : new HadolintInput(AbsoluteSetting(HadolintConfig), Setting.Environment);
        }
    }

    private DockerfileInput InputOf(ITaskItem item)
    {
        var path = item.GetMetadata("FullPath");
        return new DockerfileInput(path, ContextOf(path, item.GetMetadata("Context")))
        {
            Stage = item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
            BuildArguments = Arguments(item.GetMetadata("BuildArguments")),
        };
    }

    private string ContextOf(string dockerfile, string context) =>
        context.Length == 0
            ? Project.ProjectDirectory
            : Absolute("DockerfileContext", context, Path.GetDirectoryName(dockerfile));

    /// <summary>The ShellCheck of the project or the machine, or none when it is switched off.</summary>
    private IForeignChecker ShellCheck()
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
