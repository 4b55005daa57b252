using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>What a program wrote and how it ended; the two outputs are in the order they arrived.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    public CommandResult EnsureSuccess()
    {
        Assert.AreEqual(0, ExitCode, $"{Command}{Environment.NewLine}{Output}");
        return this;
    }
}

/// <summary>Runs a program to its end within a time limit.</summary>
public static class CommandLine
{
    /// <param name="program">An absolute path.</param>
    /// <param name="environment">Added to the test's own environment; a null value removes the variable.</param>
    /// <param name="interruptWhen">When it completes, the program gets what Ctrl+C sends it.</param>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeout = null,
        Task? interruptWhen = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Apply(environment, start.Environment);
        var command = program + " " + string.Join(' ', start.ArgumentList);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"cannot start {program}: {exception.Message}", exception);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = new CancellationTokenSource(timeout ?? TimeSpan.FromMinutes(2));
        if (interruptWhen is not null
            && await Task.WhenAny(interruptWhen, process.WaitForExitAsync(limit.Token)) == interruptWhen)
        {
            Interrupt(process.Id);
        }

        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end in time{Environment.NewLine}{Text(output)}");
        }

        return new CommandResult(command, process.ExitCode, Text(output));
    }

    private static void Interrupt(int processId)
    {
        const int InterruptSignal = 2;
        if (SendSignal(processId, InterruptSignal) != 0)
            throw new InvalidOperationException($"cannot interrupt process {processId}");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int processId, int signal);

    public static void Apply(IReadOnlyDictionary<string, string?>? changes, IDictionary<string, string?> environment)
    {
        foreach (var (name, value) in changes ?? new Dictionary<string, string?>())
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
            lock (output) output.Append(line).Append('\n');
    }

    private static string Text(StringBuilder output)
    {
        lock (output) return output.ToString();
    }
}
