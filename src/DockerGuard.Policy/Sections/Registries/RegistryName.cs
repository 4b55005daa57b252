using System;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci;

namespace DockerGuard.Policy.Sections.Registries;

/// <summary>The shape of a registry as image references write it: <c>host[:port][/path]</c>, lower-case.</summary>
internal static class RegistryName
{
    /// <summary>A repository name is at most 255 characters in the distribution specification; so is this.</summary>
    private const int MaxLength = 255;

    private const string VariableProblem = "has a variable, and a policy has none; write the registry itself";

    /// <summary>
    /// The same for a trusted registry, which may begin or end with a star; a star alone trusts every registry.
    /// </summary>
    public static string? TrustedProblem(string text)
    {
        if (HasVariable(text)) return VariableProblem;
        var star = text.IndexOf('*');
        if (star < 0 || text == "*") return star < 0 ? Problem(text) : null;
        if (star != text.LastIndexOf('*') || (star != 0 && star != text.Length - 1))
            return "has a wildcard inside; '*' stands at the beginning or at the end, once";

        if (CaseProblem(text) is { } problem) return problem;

        // The rest must be the end of a host, or the beginning of a name: with something in the star's place it is one.
        if (star == 0 && text.IndexOf('/') > 0) return "has a path after '*'; write the end of the host's name only";
        if (star == 0) return Problem("a" + text.Substring(1));
        var beginning = text.Substring(0, star);
        return Problem(beginning + (beginning.IndexOf('/') < 0 ? "a.a" : "a"));
    }

    /// <summary>What is wrong with a registry, as the end of a sentence, or null.</summary>
    public static string? Problem(string text)
    {
        if (text.Length > MaxLength) return $"is longer than {MaxLength} characters";
        if (HasVariable(text)) return VariableProblem;
        if (text.Any(c => c is <= ' ' or > '~')) return "is not of the form host[:port][/path]";
        if (text.Contains("://")) return "has a scheme; write host[:port][/path] only";
        if (CaseProblem(text) is { } problem) return problem;
        if (text.Contains('*')) return "has a wildcard; write host[:port][/path], which covers everything below it";
        if (text.Contains('@')) return "has a digest; write host[:port][/path] only";
        if (text.EndsWith("/", StringComparison.Ordinal)) return "ends with '/'; write host[:port][/path] only";

        var segments = text.Split('/');
        if (segments.Skip(1).Any(segment => segment.Contains(':'))) return "has a tag; write host[:port][/path] only";
        var host = segments[0];
        // Image references tell a registry from a Docker Hub name by a dot, a port or "localhost"; so must this.
        if (host != "localhost" && host.IndexOfAny(['.', ':']) < 0)
            return "names no registry: its first part has neither dot nor port";
        if (!HasGoodPort(host)) return "has a port that is not 1 to 65535";
        return RegistryMirrors.IsPrefix(text) ? null : "is not of the form host[:port][/path]";
    }

    /// <summary>No registry has these, and every language of variables has one of them.</summary>
    private static bool HasVariable(string text) => text.IndexOfAny(['$', '%', '{']) >= 0;

    private static string? CaseProblem(string text) =>
        text.Any(c => c is >= 'A' and <= 'Z')
            ? "must be lower-case" + Suggestion.Clause(text.ToLowerInvariant())
            : null;

    private static bool HasGoodPort(string host)
    {
        var colon = host.LastIndexOf(':');
        if (colon < 0 || host.EndsWith("]", StringComparison.Ordinal)) return true;
        return int.TryParse(host.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= 1 and <= 65535;
    }
}
