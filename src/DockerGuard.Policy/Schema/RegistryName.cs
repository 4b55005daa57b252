using System.Globalization;
using System.Linq;

namespace DockerGuard.Policy.Schema;

/// <summary>The shape of a registry as image references write it: <c>host[:port][/path]</c>, lower-case.</summary>
internal static class RegistryName
{
    /// <summary>A repository name is at most 255 characters in the distribution specification; so is this.</summary>
    private const int MaxLength = 255;

    /// <summary>What is wrong with a registry, as the end of a sentence, or null.</summary>
    public static string? Problem(string text)
    {
        if (text.Length > MaxLength) return $"is longer than {MaxLength} characters";
        if (text.Contains("://")) return "has a scheme; write host[:port][/path] only";
        if (text.Any(c => c is >= 'A' and <= 'Z')) return $"must be lower-case; did you mean '{text.ToLowerInvariant()}'?";
        if (text.Contains('*')) return "has a wildcard; write host[:port][/path], which covers everything below it";
        if (text.Contains('@')) return "has a digest; write host[:port][/path] only";
        if (text.EndsWith("/", System.StringComparison.Ordinal)) return "ends with '/'; write host[:port][/path] only";

        var segments = text.Split('/');
        if (segments.Skip(1).Any(segment => segment.Contains(':'))) return "has a tag; write host[:port][/path] only";
        if (HostProblem(segments[0]) is { } problem) return problem;
        return segments.Skip(1).All(IsPathComponent) ? null : "is not of the form host[:port][/path]";
    }

    private static string? HostProblem(string text)
    {
        var colon = text.IndexOf(':');
        var host = colon < 0 ? text : text.Substring(0, colon);
        if (!host.Split('.').All(IsHostLabel)) return "is not of the form host[:port][/path]";
        if (colon >= 0)
        {
            var isPort = int.TryParse(text.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port);
            return isPort && port is >= 1 and <= 65535 ? null : "has a port that is not 1 to 65535";
        }
        // Image references tell a registry from a Docker Hub name by a dot, a port or "localhost"; so must this.
        return host == "localhost" || host.Contains('.') ? null : "names no registry: its first part has neither dot nor port";
    }

    private static bool IsHostLabel(string label) =>
        label.Length is > 0 and <= 63 && IsAlphanumeric(label[0]) && IsAlphanumeric(label[label.Length - 1])
        && label.All(c => IsAlphanumeric(c) || c == '-');

    /// <summary>Alphanumerics separated by one dot, one or two underscores, or any number of dashes (distribution specification).</summary>
    private static bool IsPathComponent(string text)
    {
        if (text.Length == 0 || !IsAlphanumeric(text[0]) || !IsAlphanumeric(text[text.Length - 1])) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAlphanumeric(text[i])) continue;
            var start = i;
            while (text[i + 1] == text[start]) i++;
            var isSeparator = text[start] switch { '.' => i == start, '_' => i - start < 2, '-' => true, _ => false };
            if (!isSeparator || !IsAlphanumeric(text[i + 1])) return false;
        }
        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
