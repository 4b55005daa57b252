using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests.Tools;

/// <summary>
/// A server that lives as long as the test process and no longer: a small shell holds a pipe to us and ends the server
/// when the pipe closes, even if the test process is killed and no clean-up code runs.
/// </summary>
internal sealed class Daemon : IAsyncDisposable
{
    private const string Guardian = """
        log=$1; shift
        exec 3<&0 2>/dev/null
        "$@" </dev/null >"$log" 2>&1 3<&- &
        server=$!
        { read -r _ <&3; kill "$server"; } &
        watch=$!
        wait "$server"; code=$?
        kill "$watch"
        exit "$code"
        """;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process _shell;
    private readonly string _logFile;

    private Daemon(Process shell, string logFile)
    {
        _shell = shell;
        _logFile = logFile;
    }

    public static Daemon Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var logFile = Path.Combine(folder, Path.GetFileName(program) + ".log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guardian, "sh", logFile, program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
        };
        CommandLine.Apply(environment, start.Environment);
        return new Daemon(Process.Start(start)!, logFile);
    }

    public string Log => File.Exists(_logFile) ? File.ReadAllText(_logFile) : "";

    /// <summary>
    /// Asks again until <paramref name="isReady"/> says yes; false when the server ended or the time is up.
    /// </summary>
    public async Task<bool> WaitUntilAsync(Func<Task<bool>> isReady, TimeSpan timeout)
    {
        var started = Stopwatch.GetTimestamp();
        while (!_shell.HasExited && Stopwatch.GetElapsedTime(started) < timeout)
        {
            if (await isReady()) return true;

            await Task.Delay(50);
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
        {
            _shell.StandardInput.Close();
            try
            {
                await _shell.WaitForExitAsync().WaitAsync(StopLimit);
            }
            catch (TimeoutException)
            {
                _shell.Kill(entireProcessTree: true);
            }
        }

        _shell.Dispose();
    }
}
