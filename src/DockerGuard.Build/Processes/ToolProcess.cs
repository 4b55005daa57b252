using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Build.Processes;

/// <summary>
/// One process of a tool of others. It has an answer in any case and in time: the program may crash, hang, talk without
/// end, or be another one.
/// </summary>
internal sealed class ToolProcess
{
    private const int MostErrorText = 4096;

    /// <summary>
    /// How long to wait for the error text of a process that has ended: one it started may hold the stream open.
    /// </summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly ToolCall _call;
    private readonly Func<ToolOutput, ForeignAnswer> _read;
    private readonly CancellationToken _end;
    private string _errorText = "";

    private ToolProcess(ToolCall call, Func<ToolOutput, ForeignAnswer> read, CancellationToken end)
    {
        _call = call;
        _read = read;
        _end = end;
    }

    /// <summary>Starts a process; the answer never fails, and comes in time.</summary>
    /// <param name="call">The program and what it gets.</param>
    /// <param name="read">Makes the answer of what a program that ended by itself leaves.</param>
    /// <param name="cancellation">Stops it with the build.</param>
    public static Task<ForeignAnswer> Start(
        ToolCall call, Func<ToolOutput, ForeignAnswer> read, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<ForeignAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var process = new ToolProcess(call, read, end.Token);
        // The thread of a program that cannot be stopped may wait for ever; nobody waits for the thread.
        end.Token.Register(() => answer.TrySetResult(cancellation.IsCancellationRequested
            ? ForeignAnswer.Stopped
            : Failed(call.Program, $"took more than {(int)call.Timeout.TotalSeconds} s and was stopped")));
        end.CancelAfter(call.Timeout);
        new Thread(() =>
        {
            var result = process.Ask();
            // What a stopped process leaves is no answer.
            if (end.IsCancellationRequested) return;
            answer.TrySetResult(result);
            end.Dispose();
        })
        { IsBackground = true, Name = nameof(ToolProcess) }.Start();
        return answer.Task;
    }

    /// <summary>The answer of a program that did not do what it is for.</summary>
    public static ForeignAnswer Failed(string program, string what) =>
        ForeignAnswer.Failed($"'{program}' {what.TrimEnd('.', ' ')}");

    private ForeignAnswer Ask()
    {
        try
        {
            using var folder = ToolFolder.Make(_call.WorkFolders, _call.FolderName, _call.Files, _end);
            // Nobody waits until thousands of files are gone: whoever stops the build is held up by it.
            using var removal = _end.Register(() => ThreadPool.QueueUserWorkItem(_ => folder.Dispose()));
            return AskIn(folder.Path);
        }
        // Whatever happens here is a tool that did not check; an exception of a thread would end MSBuild.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var what = exception is Win32Exception ? "cannot be started: " : "did not run: ";
            return Failed(_call.Program, what + FirstLine(exception.Message));
        }
    }

    private ForeignAnswer AskIn(string folder)
    {
        using var process = new Process { StartInfo = StartInfo(folder) };
        process.Start();
        using var stop = _end.Register(() => Kill(process));
        var errors = new Thread(() => ReadErrors(process.StandardError)) { IsBackground = true };
        errors.Start();
        process.StandardInput.Close();
        if (ReadOutput(process.StandardOutput.BaseStream, _call.MostOutput) is not { } output)
        {
            Kill(process);
            return Failed(_call.Program, $"wrote more than {_call.MostOutput / (1024 * 1024)} MiB");
        }

        process.WaitForExit();
        errors.Join(LastWords);
        return _read(new ToolOutput(process.ExitCode, output, _errorText));
    }

    private ProcessStartInfo StartInfo(string folder)
    {
        var info = new ProcessStartInfo(_call.Program, _call.Arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in _call.HiddenVariables) info.EnvironmentVariables.Remove(variable);
        return info;
    }

    private static byte[]? ReadOutput(Stream stream, int most)
    {
        using var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (output.Length + read > most) return null;
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }

    /// <summary>
    /// Keeps the first line of what the program says of itself, and reads the rest so that it is not held up.
    /// </summary>
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
        catch (Exception exception)
            when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process has been stopped.
        }
    }

    /// <summary>Stops the process, and where the runtime can, those it has started.</summary>
    private static void Kill(Process process)
    {
        try
        {
            if (typeof(Process).GetMethod(nameof(Process.Kill), [typeof(bool)]) is { } killTree)
                killTree.Invoke(process, [true]);
            else process.Kill();
        }
        catch (Exception exception)
            when (exception is InvalidOperationException
                or Win32Exception
                or System.Reflection.TargetInvocationException
                or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private static string FirstLine(string text) =>
        new([.. text.Split('\r', '\n')[0].Take(200).Select(c => char.IsControl(c) ? ' ' : c)]);
}
