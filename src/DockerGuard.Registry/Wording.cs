using System;
using DockerGuard.Oci.Text;

namespace DockerGuard.Registry;

/// <summary>Sizes, times and addresses in a message.</summary>
internal static class Wording
{
    /// <summary>4194304 is "4 MiB"; only for whole units.</summary>
    public static string Size(int bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes >> 10} KiB";

    /// <summary>Scheme, host and port of an address; the rest of it may be secret.</summary>
    public static string Server(Uri address) =>
        Sentence.Quote(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));

    public static string Seconds(TimeSpan time) =>
        FormattableString.Invariant(
            $"{time.TotalSeconds:0.###} {(time == TimeSpan.FromSeconds(1) ? "second" : "seconds")}");
}
