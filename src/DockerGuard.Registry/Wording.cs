using System;

namespace DockerGuard.Registry.Protocol;

/// <summary>Brings what a stranger sent into a message.</summary>
internal static class Wording
{
    private const int LongestQuote = 100;

    /// <summary>In single quotes, on one line, of bounded length.</summary>
    public static string Quote(string text)
    {
        string shown = text.Length > LongestQuote ? text[..LongestQuote] + "..." : text;
        return "'" + string.Create(shown.Length, shown, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        }) + "'";
    }

    /// <summary>4194304 is "4 MiB"; only for whole units.</summary>
    public static string Size(int bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes >> 10} KiB";

    public static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} {(time == TimeSpan.FromSeconds(1) ? "second" : "seconds")}");
}
