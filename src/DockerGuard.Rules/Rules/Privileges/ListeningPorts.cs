using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Images.Model;

namespace DockerGuard.Rules;

/// <summary>The ports ASP.NET Core is told to listen on by the image's environment.</summary>
public static class ListeningPorts
{
    private static readonly string[] UrlVariables = ["ASPNETCORE_URLS", "DOTNET_URLS", "URLS"];
    private static readonly string[] PortVariables =
    [
        "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_HTTP_PORTS", "DOTNET_HTTPS_PORTS",
    ];

    /// <summary>
    /// The ports with the origin of the variable that names them. URLs win over port lists, as they do in Kestrel.
    /// </summary>
    public static IEnumerable<Known<int>> Of(IReadOnlyList<Known<EnvironmentVariable>> environment)
    {
        var urls = environment.LastOrDefault(
            variable => UrlVariables.Contains(variable.Value.Name, StringComparer.OrdinalIgnoreCase));
        if (urls is not null) return Ports(urls, PortOfUrl);
        return environment
            .Where(variable => PortVariables.Contains(variable.Value.Name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(variable => Ports(variable, Number));
    }

    private static IEnumerable<Known<int>> Ports(Known<EnvironmentVariable> variable, Func<string, int?> read)
    {
        foreach (var part in variable.Value.Value.Split(';'))
            if (read(part.Trim()) is { } port) yield return new Known<int>(port, variable.Origin, variable.IsInherited);
    }

    /// <summary>
    /// The port of <c>http://+:80</c> and its kin, which <see cref="Uri"/> does not read; the scheme's own when none is
    /// written.
    /// </summary>
    private static int? PortOfUrl(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return null;
        var authority = url.Substring(scheme + 3).Split('/')[0];
        var colon = authority.LastIndexOf(':');
        if (colon > authority.LastIndexOf(']')) return Number(authority.Substring(colon + 1));
        if (url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) return 80;
        return url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? 443 : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : null;
}
