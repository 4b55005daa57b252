using System;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>
/// Milliseconds of processor time of this process: what other programs on the machine take does not count.
/// </summary>
internal static class CpuTime
{
    /// <summary>What a piece of work takes.</summary>
    public static double Of(Action work)
    {
        var before = Now;
        work();
        return Now - before;
    }

    public static double Now => Environment.CpuUsage.TotalTime.TotalMilliseconds;
}
