using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DockerGuard.Benchmarks;

/// <summary>What the ended child processes of this one have used, and theirs in turn.</summary>
internal static class ChildProcesses
{
    private const int Children = -1;

    /// <summary>Their CPU time, in user mode and in the kernel.</summary>
    /// <exception cref="PlatformNotSupportedException">Only Linux tells it here.</exception>
    public static TimeSpan CpuTime()
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("CPU time is measured on Linux alone");
        return GetUsage(Children, out var usage) == 0
            ? usage.User.ToTimeSpan() + usage.Kernel.ToTimeSpan()
            : throw new Win32Exception();
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetUsage(int who, out Usage usage);

    private struct Time
    {
        public nint Seconds, Microseconds;

        public readonly TimeSpan ToTimeSpan() =>
            TimeSpan.FromSeconds(Seconds) + TimeSpan.FromMicroseconds(Microseconds);
    }

    /// <summary>C's <c>struct rusage</c>: fourteen more numbers follow the times.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 18 * 8)]
    private struct Usage
    {
        public Time User, Kernel;
    }
}
