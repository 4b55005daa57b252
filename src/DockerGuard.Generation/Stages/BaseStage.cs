using System;
using System.Linq;
using DockerGuard.Images.Selection;

namespace DockerGuard.Generation.Stages;

/// <summary>The base with what the application needs of it: libraries, folder, ports, user.</summary>
internal static class BaseStage
{
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
        if (ExposedPorts.Variable(plan) is { } variable) lines.Add("ENV " + variable);
        foreach (var (name, value) in plan.Container.Environment)
            lines.Add($"ENV {name}={DockerfileText.Quote(value)}");
        if (ExposedPorts.Of(plan) is { Length: > 0 } ports) lines.Add("EXPOSE " + ports);
        lines.Add("USER " + DockerfileText.Unexpanded(plan.User));
        lines.Add();
    }

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
