using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Images.Selection;

namespace DockerGuard.Generation.Stages;

/// <summary>The base with what the application needs of it: libraries, folder, ports, user.</summary>
internal static class BaseStage
{
    private const string HttpPorts = "ASPNETCORE_HTTP_PORTS", WebPort = "8080";

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var catalog = plan.Choice.Catalog;
        lines.Add($"FROM {plan.Base} AS base");
        if (catalog is null || catalog.User is not null)
        {
            lines.Add("# The folder belongs to root, so that the application cannot replace its own files.");
            lines.Add("USER 0");
        }

        if (catalog is not null && InstallLibraries(plan.Choice, catalog.Family.PackageManager) is { } install)
            lines.Add("RUN " + install);
        lines.Add("WORKDIR " + DockerfileText.Unexpanded(plan.WorkingDirectory));
        if (plan.Facts.UsesAspNet && catalog is null && !Sets(plan, HttpPorts))
            lines.Add($"ENV {HttpPorts}={WebPort}");
        foreach (var variable in plan.Container.Environment)
            lines.Add($"ENV {variable.Name}={DockerfileText.Quote(variable.Value)}");
        var ports = string.Join(" ", Ports(plan).Distinct());
        if (ports.Length > 0) lines.Add("EXPOSE " + ports);
        lines.Add("USER " + DockerfileText.Unexpanded(plan.User));
        lines.Add();
    }

    private static bool Sets(DockerfilePlan plan, string name) =>
        plan.Container.Environment.Any(variable => variable.Name == name);

    /// <summary>Where the app listens, and what the project exposes besides.</summary>
    private static IEnumerable<string> Ports(DockerfilePlan plan)
    {
        var own = plan.Container.Environment.LastOrDefault(static variable => variable.Name == HttpPorts)?.Value;
        if (plan.Facts.UsesAspNet)
        {
            foreach (var port in (own ?? WebPort).Split(';').Select(static text => text.Trim()))
                if (ContainerPort.TryParse(port) is { } web) yield return Text(web);
        }

        foreach (var port in plan.Container.Ports) yield return Text(port);
    }

    private static string Text(ContainerPort port) =>
        (port.Number == port.LastNumber ? $"{port.Number}" : $"{port.Number}-{port.LastNumber}")
            + (port.Protocol == "tcp" ? "" : "/" + port.Protocol);

    private static string? InstallLibraries(BaseImageChoice choice, string? packageManager)
    {
        var packages = choice.MissingLibraries
            .Select(need => packageManager == "apk" ? need.ApkPackage : need.AptPackage)
            .OfType<string>().OrderBy(static name => name, StringComparer.Ordinal).ToArray();
        if (packages.Length == 0) return null;
        var list = string.Join(" ", packages);
        return packageManager switch
        {
            "apt" =>
                $"apt-get update \\\n && apt-get install -y --no-install-recommends {list} \\\n && rm -rf "
                    + "/var/lib/apt/lists/*",
            "apk" => "apk add --no-cache " + list,
            _ => null,
        };
    }
}
