using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Oci;

namespace DockerGuard.Registry.Content;

/// <summary>
/// The configuration blob of an image (OCI image specification, and Docker's additions Healthcheck and Shell).
/// </summary>
internal static class ConfigDocument
{
    /// <summary>Reads it; the image's platform stands in it, too.</summary>
    /// <exception cref="RegistryException">Not the configuration of an image.</exception>
    public static ImageConfig Parse(byte[] content) =>
        JsonContent.Read(content, "the image configuration", root =>
        {
            var os = JsonContent.Text(root, "os") ?? "";
            var architecture = JsonContent.Text(root, "architecture") ?? "";
            if (os.Length == 0 || architecture.Length == 0)
            {
                throw new RegistryException(
                    RegistryErrorKind.InvalidResponse, "the image configuration does not say for which platform it is");
            }

            var variant = JsonContent.Text(root, "variant") is { Length: > 0 } named ? named : null;
            var platform = new Platform(os, architecture, variant);
            return ReadConfig(platform, JsonContent.Object(root, "config"));
        });

    private static ImageConfig ReadConfig(Platform platform, JsonElement? config)
    {
        if (config is not { } element) return new ImageConfig { Platform = platform };

        return new ImageConfig
        {
            Platform = platform,
            User = NotEmpty(JsonContent.Text(element, "User")),
            WorkingDirectory = NotEmpty(JsonContent.Text(element, "WorkingDir")),
            Environment = ReadEnvironment(JsonContent.Texts(element, "Env") ?? []),
            Labels = ReadLabels(JsonContent.Object(element, "Labels")),
            ExposedPorts =
            [
                .. Names(JsonContent.Object(element, "ExposedPorts"))
                    .Select(port => port.Contains('/', StringComparison.Ordinal) ? port : port + "/tcp"),
            ],
            Volumes = Names(JsonContent.Object(element, "Volumes")),
            Entrypoint = JsonContent.Texts(element, "Entrypoint"),
            Cmd = JsonContent.Texts(element, "Cmd"),
            Shell = JsonContent.Texts(element, "Shell"),
            HasHealthcheck = HasHealthcheck(JsonContent.Object(element, "Healthcheck")),
        };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Of a repeated name the last counts, as for the container's process.
    private static Dictionary<string, string> ReadEnvironment(IEnumerable<string> variables)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            var equals = variable.IndexOf('=', StringComparison.Ordinal);
            environment[equals < 0 ? variable : variable[..equals]] = equals < 0 ? "" : variable[(equals + 1)..];
        }

        return environment;
    }

    private static Dictionary<string, string> ReadLabels(JsonElement? labels)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (labels is { } element)
        {
            foreach (var label in element.EnumerateObject())
                read[label.Name] = JsonContent.Text(element, label.Name) ?? "";
        }

        return read;
    }

    // A set, as Go's JSON has it: { "8080/tcp": {} }.
    private static List<string> Names(JsonElement? set)
    {
        var names = new List<string>();
        if (set is not { } element) return names;
        foreach (var entry in element.EnumerateObject()) names.Add(entry.Name);
        return names;
    }

    // ["NONE"] is how an image says that it inherits no check.
    private static bool HasHealthcheck(JsonElement? healthcheck) =>
        healthcheck is { } element
            && JsonContent.Texts(element, "Test") is { Count: > 0 } test
            && test[0] is not ("NONE" or "");
}
