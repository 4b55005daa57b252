using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>One process of ShellCheck. It has an answer in any case and in time: the program may crash, hang, talk without end, or be another one.</summary>
internal sealed class ShellCheckRun
{
    /// <summary>A thousand findings take half a MiB.</summary>
    private const int MostOutput = 64 * 1024 * 1024;

    private const int MostErrorText = 4096;

    /// <summary>How long to wait for the error text of a process that has ended: one it started may hold the stream open.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly string _program;
    private readonly IReadOnlyList<string> _scripts;
    private readonly CancellationToken _end;
    private string _errorText = "";

    private ShellCheckRun(string program, IReadOnlyList<string> scripts, CancellationToken end)
    {
        _program = program;
        _scripts = scripts;
        _end = end;
    }

    /// <summary>Starts a process; the answer never fails, and comes in time.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="workFolder">Absolute path of the folder the scripts get a folder in.</param>
    /// <param name="scripts">Whole files.</param>
    /// <param name="timeout">When the process is stopped.</param>
    /// <param name="cancellation">Stops it before.</param>
    public static Task<ShellCheckAnswer> Start(
        string program, string workFolder, IReadOnlyList<string> scripts, TimeSpan timeout, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<ShellCheckAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = new ShellCheckRun(program, scripts, end.Token);
        // The thread of a program that cannot be stopped may wait for ever; nobody waits for the thread.
        end.Token.Register(() => answer.TrySetResult(cancellation.IsCancellationRequested
            ? ShellCheckAnswer.None
            : run.Failed($"took more than {(int)timeout.TotalSeconds} s and was stopped")));
        end.CancelAfter(timeout);
        new Thread(() =>
        {
            var result = run.Ask(workFolder);
            // What a stopped process leaves is no answer.
            if (end.IsCancellationRequested) return;
            answer.TrySetResult(result);
            end.Dispose();
        }) { IsBackground = true, Name = nameof(ShellCheckRun) }.Start();
        return answer.Task;
    }

    private ShellCheckAnswer Ask(string workFolder)
    {
        try
        {
            using var folder = new ScriptFolder(workFolder);
            using var removal = _end.Register(folder.Dispose);
            folder.Write(_scripts);
            return AskIn(folder.Path);
        }
#pragma warning disable CA1031 // Whatever happens here is a ShellCheck that did not check; an exception of a thread would end MSBuild.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed(exception is Win32Exception ? "cannot be started: " + FirstLine(exception.Message) : "did not run: " + FirstLine(exception.Message));
        }
    }

    private ShellCheckAnswer AskIn(string folder)
    {
        using var process = new Process { StartInfo = StartInfo(folder) };
        process.Start();
        using var stop = _end.Register(() => Kill(process));
        var errors = new Thread(() => ReadErrors(process.StandardError)) { IsBackground = true };
        errors.Start();
        process.StandardInput.Close();
        if (ReadOutput(process.StandardOutput.BaseStream) is not { } output)
        {
            Kill(process);
            return Failed($"wrote more than {MostOutput / (1024 * 1024)} MiB");
        }

        process.WaitForExit();
        errors.Join(LastWords);
        // 0: nothing found; 1: something; 2: a file could not be read; 3 and 4: an option is not known.
        return process.ExitCode switch
        {
            0 or 1 when ShellCheckOutput.Read(output, _scripts.Count) is { } comments => ShellCheckAnswer.Of(comments),
            0 or 1 => Failed("does not answer as ShellCheck does and may be another program"),
            3 or 4 => Failed($"does not know an option: {_errorText}; version 0.7 or newer is needed"),
            var code => Failed($"ended with exit code {code}{(_errorText.Length > 0 ? ": " + _errorText : "")}"),
        };
    }

    private ProcessStartInfo StartInfo(string folder)
    {
        var info = new ProcessStartInfo(_program, "--norc --format=json1 " + string.Join(" ", _scripts.Select((_, number) => ShellCheckOutput.FileName(number))))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Options of the machine must not change what is found.
        info.EnvironmentVariables.Remove("SHELLCHECK_OPTS");
        return info;
    }

    private static byte[]? ReadOutput(Stream stream)
    {
        using var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (output.Length + read > MostOutput) return null;
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }

    /// <summary>Keeps the first line of what the program says of itself, and reads the rest so that it is not held up.</summary>
    private void ReadErrors(StreamReader reader)
    {
        try
        {
            var text = new StringBuilder();
            var buffer = new char[1024];
            for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
                if (text.Length < MostErrorText) text.Append(buffer, 0, read);
            _errorText = FirstLine(text.ToString().Trim());
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process has been stopped.
        }
    }

    /// <summary>Stops the process, and where the runtime can, those it has started.</summary>
    private static void Kill(Process process)
    {
        try
        {
            if (typeof(Process).GetMethod(nameof(Process.Kill), [typeof(bool)]) is { } killTree) killTree.Invoke(process, [true]);
            else process.Kill();
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or System.Reflection.TargetInvocationException or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private ShellCheckAnswer Failed(string what) =>
        ShellCheckAnswer.Failed($"'{_program}' {what.TrimEnd('.', ' ')}, so the scripts of RUN are not checked");

    private static string FirstLine(string text) => new([.. text.Split('\r', '\n')[0].Take(200).Select(c => char.IsControl(c) ? ' ' : c)]);
}
