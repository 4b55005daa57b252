using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>The ShellCheck of this machine.</summary>
internal sealed class ShellCheckTool : IShellChecker
{
    private static readonly string[] FileNames = Path.DirectorySeparatorChar == '\\' ? ["shellcheck.exe"] : ["shellcheck"];

    private readonly string? _program;
    private readonly string _workFolder;
    private readonly CancellationToken _cancellation;

    /// <param name="program">Absolute path; null when there is none.</param>
    /// <param name="workFolder">Absolute path of the folder its own one is made in.</param>
    /// <param name="cancellation">Ends it with the build.</param>
    public ShellCheckTool(string? program, string workFolder, CancellationToken cancellation)
    {
        _program = program;
        _workFolder = workFolder;
        _cancellation = cancellation;
    }

    /// <summary>True when there were scripts and nothing to check them with.</summary>
    public bool IsMissed { get; private set; }

    /// <summary>How long ShellCheck may take for a file; a thousand scripts take it a few seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first ShellCheck in the folders of a search path; null when there is none.</summary>
    public static string? Find(string? searchPath)
    {
        foreach (var entry in (searchPath ?? "").Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries))
        {
            var folder = entry.Trim('"', ' ');
            // A relative entry means another folder to everyone who looks.
            if (folder.Length == 0 || folder.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || !Path.IsPathRooted(folder)) continue;
            foreach (var name in FileNames)
            {
                var program = Path.Combine(folder, name);
                if (File.Exists(program)) return program;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public Task<ShellCheckAnswer> CheckAsync(IReadOnlyList<string> scripts)
    {
        if (_program is not null) return ShellCheckRun.Start(_program, _workFolder, scripts, Timeout, _cancellation);
        IsMissed = true;
        return Task.FromResult(ShellCheckAnswer.None);
    }
}
