using System;

namespace DockerGuard.Dockerfiles;

/// <summary>The grammar of image names (distribution/reference): [domain/]path[:tag][@digest].</summary>
internal static class ImageNameSyntax
{
    private const int MaximumTagLength = 128;
    private const int MaximumNameLength = 255;
    private const int MinimumDigestLength = 32;

    /// <summary>Why a text is no image name; null when it is one.</summary>
    public static string? Check(string text)
    {
        var name = text;
        var at = name.IndexOf('@');
        if (at >= 0)
        {
            if (!IsDigest(name.Substring(at + 1))) return "its digest is malformed";
            name = name.Substring(0, at);
        }
        var colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            if (!IsTag(name.Substring(colon + 1))) return "its tag is malformed";
            name = name.Substring(0, colon);
        }
        var path = name;
        var slash = name.IndexOf('/');
        if (slash > 0 && IsDomainLike(name.Substring(0, slash)))
        {
            if (!IsDomain(name.Substring(0, slash))) return "its registry is malformed";
            path = name.Substring(slash + 1);
        }
        if (name.Length > MaximumNameLength) return $"it is longer than {MaximumNameLength} characters";
        foreach (var c in path)
            if (c is >= 'A' and <= 'Z') return "its repository must be lower-case";
        foreach (var component in path.Split('/'))
            if (!IsPathComponent(component)) return "its repository is malformed";
        return null;
    }

    // A first part that no repository could have is a registry: docker/distribution's rule.
    private static bool IsDomainLike(string first)
    {
        foreach (var c in first)
            if (c is '.' or ':' or (>= 'A' and <= 'Z')) return true;
        return first == "localhost";
    }

    private static bool IsDomain(string domain)
    {
        var host = domain;
        var colon = domain.LastIndexOf(':');
        if (colon >= 0 && (domain[0] != '[' || colon > domain.IndexOf(']')))
        {
            if (colon + 1 == domain.Length) return false;
            for (var i = colon + 1; i < domain.Length; i++)
                if (domain[i] is not (>= '0' and <= '9')) return false;
            host = domain.Substring(0, colon);
        }
        if (host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']')
            return System.Net.IPAddress.TryParse(host.Substring(1, host.Length - 2), out _);
        foreach (var label in host.Split('.'))
        {
            if (label.Length == 0 || label[0] == '-' || label[label.Length - 1] == '-') return false;
            foreach (var c in label)
                if (!IsAlphanumeric(c) && c != '-') return false;
        }
        return true;
    }

    /// <summary>Lower-case letters and digits, divided by one dot, one or two underscores, or any number of hyphens.</summary>
    private static bool IsPathComponent(string component)
    {
        if (component.Length == 0) return false;
        for (var i = 0; i < component.Length;)
        {
            var start = i;
            while (i < component.Length && component[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9')) i++;
            if (i == start) return false;
            if (i == component.Length) return true;
            start = i;
            var separator = component[i];
            while (i < component.Length && component[i] == separator) i++;
            if (separator is not ('.' or '_' or '-') || i - start > separator switch { '.' => 1, '_' => 2, _ => int.MaxValue }) return false;
        }
        return false;
    }

    private static bool IsTag(string tag)
    {
        if (tag.Length is 0 or > MaximumTagLength || tag[0] is '.' or '-') return false;
        foreach (var c in tag)
            if (!IsAlphanumeric(c) && c is not ('_' or '.' or '-')) return false;
        return true;
    }

    /// <summary>algorithm:hex, at least 32 digits, 64 for sha256.</summary>
    public static bool IsDigest(string digest)
    {
        var colon = digest.IndexOf(':');
        if (colon <= 0 || digest.Length - colon - 1 < MinimumDigestLength) return false;
        for (var i = colon + 1; i < digest.Length; i++)
            if (!Uri.IsHexDigit(digest[i])) return false;
        for (var i = 0; i < colon; i++)
            if (!IsAlphanumeric(digest[i]) && (i == 0 || digest[i] is not ('-' or '_' or '+' or '.'))) return false;
        return digest.Substring(0, colon) != "sha256" || digest.Length - colon - 1 == 64;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
