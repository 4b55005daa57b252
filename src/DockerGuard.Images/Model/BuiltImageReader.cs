using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci;

namespace DockerGuard.Images.Model;

/// <summary>Reads the model of an image that has been built from its configuration.</summary>
public static class BuiltImageReader
{
    /// <summary>Reads the model. What built the image is not known, so that nothing of it is inherited.</summary>
    /// <param name="reference">The image as it was asked for.</param>
    /// <param name="digest">The digest of its manifest; null when it has none.</param>
    /// <param name="config">Its configuration.</param>
    public static ImageModel Read(string reference, string? digest, ImageConfig config)
    {
        if (reference is null) throw new ArgumentNullException(nameof(reference));
        if (config is null) throw new ArgumentNullException(nameof(config));
        var origin = new ImageOrigin(reference, digest);
        Known<T> At<T>(T value) => new(value, origin);
        Known<IReadOnlyList<string>>? AtIfAny(IReadOnlyList<string>? words) => words is null ? null : At(words);
        return new ImageModel
        {
            User = At(string.IsNullOrEmpty(config.User) ? "root" : config.User!),
            Environment = [.. config.Environment.Select(pair => At(new EnvironmentVariable(pair.Key, pair.Value)))],
            Labels = [.. config.Labels.Select(pair => At(new ImageLabel(pair.Key, pair.Value)))],
            Ports = [.. config.ExposedPorts.Select(ContainerPort.TryParse).OfType<ContainerPort>().Select(At)],
            Volumes = [.. config.Volumes.Select(At)],
            Entrypoint = AtIfAny(config.Entrypoint),
            Cmd = AtIfAny(config.Cmd),
            WorkingDirectory = string.IsNullOrEmpty(config.WorkingDirectory) ? null : At(config.WorkingDirectory!),
            Healthcheck = config.HasHealthcheck ? At<IReadOnlyList<string>>([]) : null,
            FixOrigin = origin,
        };
    }
}
