using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Values that BuildKit refuses once they are expanded.</summary>
internal static class BuildChecks
{
    /// <summary>Linux signals (signal(7)) without their prefix.</summary>
    private static readonly HashSet<string> Signals = new(StringComparer.OrdinalIgnoreCase)
    {
        "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL",
        "PROF", "PWR", "QUIT",
        "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM",
        "WINCH", "XCPU", "XFSZ",
    };

    public static bool IsUrl(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A signal's number from 1, or its name with or without SIG.</summary>
    public static string? CheckSignal(string signal)
    {
        var isValid = int.TryParse(signal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number != 0
            : IsSignalName(signal.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? signal.Substring(3) : signal);
        return isValid ? null : $"'{Sentence.Show(signal)}' is no signal";
    }

    /// <summary>Octal digits up to 07777; symbolic modes such as <c>u=rw</c> are left to the build.</summary>
    public static string? CheckMode(string mode)
    {
        if (mode.Length == 0 || mode[0] is not (>= '0' and <= '9')) return null;
        var value = 0;
        foreach (var c in mode)
        {
            value = c is >= '0' and <= '7' ? value * 8 + c - '0' : int.MaxValue;
            if (value > 4095) return $"the mode '{Sentence.Show(mode)}' is not an octal number up to 07777";
        }

        return null;
    }

    /// <summary>A digest of one fetched file, or the commit of one git repository.</summary>
    public static string? CheckChecksum(string checksum, IReadOnlyList<Word> sources)
    {
        if (sources.Count != 1) return "a checksum can be given for one source only";
        var source = sources[0].Value;
        if (sources[0].HasVariables || IsGit(source)) return null;
        if (!IsUrl(source)) return "a checksum can be given for a URL or a git repository only";
        return Digest.IsValid(checksum) ? null : $"'{Sentence.Show(checksum)}' is no digest, such as sha256:...";
    }

    private static bool IsGit(string source)
    {
        var end = source.IndexOfAny(['#', '?']);
        return (end < 0 ? source : source.Substring(0, end)).EndsWith(".git", StringComparison.Ordinal)
            || source.StartsWith("git@", StringComparison.Ordinal)
            || source.StartsWith("git://", StringComparison.Ordinal)
            || source.StartsWith("ssh://", StringComparison.Ordinal);
    }

    /// <summary>A port in its normal form, such as <c>80/tcp</c> or <c>8000-8010/udp</c>.</summary>
    /// <param name="text">[ip:][host:]container[/protocol], each port a number from 0 to 65535 or a range.</param>
    /// <param name="problem">Why it is none; null when it is one.</param>
    public static string? ReadPort(string text, out string? problem)
    {
        var slash = text.IndexOf('/');
        var protocol = slash < 0 ? "tcp" : text.Substring(slash + 1).ToLowerInvariant();
        var parts = (slash < 0 ? text : text.Substring(0, slash)).Split(':');
        var container = parts[parts.Length - 1];
        problem = null;
        if (protocol.Length == 0) protocol = "tcp";
        if (protocol is not ("tcp" or "udp" or "sctp"))
            problem = $"the protocol of port '{Sentence.Show(text)}' is none of tcp, udp and sctp";
        else if (!IsPortRange(container)) problem = $"'{Sentence.Show(text)}' is no port from 0 to 65535";
        else if (parts.Length > 1 && parts[parts.Length - 2] is { Length: > 0 } host && !IsPortRange(host))
            problem = $"the host port of '{Sentence.Show(text)}' is no port from 0 to 65535";
        else if (parts.Length > 2 && !IsAddress(string.Join(":", parts, 0, parts.Length - 2)))
            problem = $"the address of port '{Sentence.Show(text)}' is no IP address";
        return problem is null ? container + "/" + protocol : null;
    }

    private static bool IsSignalName(string name)
    {
        if (Signals.Contains(name)) return true;
        // Real-time signals: RTMIN, RTMIN+1..15, RTMAX-14..1, RTMAX.
        if (name.Length < 5
            || !(name.StartsWith("RTMIN", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("RTMAX", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (name.Length == 5) return true;
        var isMinimum = name[4] is 'N' or 'n';
        return name[5] == (isMinimum ? '+' : '-')
            && int.TryParse(name.Substring(6), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && offset >= 1 && offset <= (isMinimum ? 15 : 14);
    }

    private static bool IsPortRange(string text)
    {
        var hyphen = text.IndexOf('-');
        if (hyphen < 0) return IsPort(text, out _);
        return IsPort(text.Substring(0, hyphen), out var first)
            && IsPort(text.Substring(hyphen + 1), out var last)
            && first <= last;
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

    private static bool IsAddress(string text)
    {
        if (text.Length == 0) return true;
        var bare = text[0] == '[' && text[text.Length - 1] == ']' ? text.Substring(1, text.Length - 2) : text;
        return System.Net.IPAddress.TryParse(bare, out _) && (bare.IndexOf(':') >= 0 || bare.Split('.').Length == 4);
    }
}
