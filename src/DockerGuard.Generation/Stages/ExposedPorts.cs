using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation.Stages;

/// <summary>The ports of EXPOSE, found as the SDK's publish finds them.</summary>
internal static class ExposedPorts
{
    private const string HttpPorts = "ASPNETCORE_HTTP_PORTS", HttpsPorts = "ASPNETCORE_HTTPS_PORTS",
        Urls = "ASPNETCORE_URLS", WebPort = "8080";

    /// <summary>Why the SDK, too, would make no image of these ports; null where it would.</summary>
    public static string? Refusal(DockerfilePlan plan)
    {
        foreach (var port in plan.Container.Ports)
        {
            if (Read(port) is null)
            {
                return $"ContainerPort {Sentence.Quote(port.TrimEnd('/'))} is no port; its Include is a number up to "
                    + "65535, its Type tcp or udp";
            }
        }

        return null;
    }

    /// <summary>What tells a web application its port; null where the base or the project has it.</summary>
    public static string? Variable(DockerfilePlan plan) =>
        plan.Facts.UsesAspNet && plan.Choice.Catalog is null && Value(plan, HttpPorts) is null
            ? $"{HttpPorts}={WebPort}"
            : null;

    /// <summary>Where the app listens, and what the project exposes besides.</summary>
    public static string Of(DockerfilePlan plan) => string.Join(
        " ",
        Listening(plan).Concat(plan.Container.Ports).Select(Read).OfType<ContainerPort>().Select(Text).Distinct());

    private static IEnumerable<string> Listening(DockerfilePlan plan)
    {
        // This one stands for both others.
        if (Value(plan, Urls) is { } urls) return Parts(urls).Select(PortOf);
        var http = Value(plan, HttpPorts) ?? (plan.Facts.UsesAspNet ? WebPort : "");
        return Parts(http).Concat(Parts(Value(plan, HttpsPorts) ?? ""));
    }

    private static IEnumerable<string> Parts(string list) => list.Split(';').Select(static part => part.Trim());

    /// <summary>What follows the last colon of an address, as far as it is a number.</summary>
    private static string PortOf(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        for (var colon = url.LastIndexOf(':'); colon > host && host > 2; colon = url.LastIndexOf(':', colon - 1))
        {
            var end = colon + 1;
            while (end < url.Length && url[end] is >= '0' and <= '9') end++;
            if (end > colon + 1) return url.Substring(colon + 1, end - colon - 1);
        }

        return "";
    }

    private static string? Value(DockerfilePlan plan, string name) =>
        plan.Container.Environment.LastOrDefault(variable => variable.Name == name)?.Value;

    private static ContainerPort? Read(string port) =>
        ContainerPort.TryParse(port) is { Protocol: "tcp" or "udp" } one && one.Number == one.LastNumber ? one : null;

    private static string Text(ContainerPort port) => $"{port.Number}{(port.Protocol == "tcp" ? "" : "/udp")}";
}
