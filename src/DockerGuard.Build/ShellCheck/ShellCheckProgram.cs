using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Build.Processes;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Files;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Build.ShellCheck;

/// <summary>The ShellCheck of this machine.</summary>
internal sealed class ShellCheckProgram : IForeignChecker
{
    private static readonly string[] FileNames = Path.DirectorySeparatorChar == '\\'
        ? ["shellcheck.exe"]
        : ["shellcheck"];

    private readonly string? _program;
    private readonly string? _problem;
    private readonly IReadOnlyList<string> _workFolders;
    private readonly CancellationToken _cancellation;

    /// <param name="program">Absolute path; null when there is none.</param>
    /// <param name="workFolders">
    /// Absolute paths of folders; in the first that can be written its own one is made.
    /// </param>
    /// <param name="cancellation">Ends it with the build.</param>
    /// <param name="problem">What to say where there is none and the project names one.</param>
    public ShellCheckProgram(
        string? program,
        IReadOnlyList<string> workFolders,
        CancellationToken cancellation,
        string? problem = null)
    {
        _program = program;
        _problem = problem;
        _workFolders = workFolders;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public ForeignTool Tool => ShellCheckTool.Instance;

    /// <summary>Absolute path; null when there is none.</summary>
    public string? Program => _program;

    /// <summary>What to say where there is none and the project names one.</summary>
    public string? Problem => _problem;

    /// <summary>How long ShellCheck may take for a file; a thousand scripts take it a few seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first ShellCheck in the folders of a search path; null when there is none.</summary>
    public static string? Find(string? searchPath)
    {
        foreach (var entry in (searchPath ?? "").Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries))
        {
            var folder = entry.Trim('"', ' ');
            // A relative entry means another folder to everyone who looks.
            if (folder.Length == 0 || folder.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || !Path.IsPathRooted(folder))
                continue;
            foreach (var name in FileNames)
            {
                var program = Path.Combine(folder, name);
                if (RegularFile.KindOf(program) == FileKind.Regular) return program;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs)
    {
        if (_program is null)
            return Task.FromResult(_problem is null ? ForeignAnswer.Absent : ForeignAnswer.Missing(_problem));
        var names = Enumerable.Range(0, inputs.Count).Select(ShellCheckOutput.FileName).ToList();
        var call = new ToolCall(_program, "--norc --format=json1 " + string.Join(" ", names), _workFolders)
        {
            FolderName = "shellcheck",
            // As bytes: what is not UTF-8 in the Dockerfile is not UTF-8 here.
            Files = [.. names.Zip(inputs, (name, script) => new ToolFile(name, Dockerfile.Encode(script)))],
            // Options of the machine must not change what is found.
            HiddenVariables = ["SHELLCHECK_OPTS"],
            Timeout = Timeout,
        };
        return ToolProcess.Start(call, output => Read(output, inputs.Count), _cancellation);
    }

    /// <summary>0: nothing found; 1: something; 2: a file could not be read; 3 and 4: an option is not known.</summary>
    private ForeignAnswer Read(ToolOutput output, int scripts) => output.ExitCode switch
    {
        0 or 1 when ShellCheckOutput.Read(output.Output, scripts) is { } comments => ForeignAnswer.Of(comments),
        0 or 1 => Failed("does not answer as ShellCheck does and may be another program"),
        3 or 4 => Failed($"does not know an option: {output.ErrorText}; version 0.7 or newer is needed"),
        var code =>
            Failed($"ended with exit code {code}{(output.ErrorText.Length > 0 ? ": " + output.ErrorText : "")}"),
    };

    private ForeignAnswer Failed(string what) => ToolProcess.Failed(_program!, what);
}
