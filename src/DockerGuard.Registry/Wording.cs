using System;

namespace DockerGuard.Registry;

/// <summary>Sizes and times in a message.</summary>
internal static class Wording
{
    /// <summary>4194304 is "4 MiB"; only for whole units.</summary>
    public static string Size(int bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes >> 10} KiB";

    public static string Seconds(TimeSpan time) =>
        FormattableString.Invariant(
            $"{time.TotalSeconds:0.###} {(time == TimeSpan.FromSeconds(1) ? "second" : "seconds")}");
}
