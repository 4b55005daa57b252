using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci;

namespace DockerGuard.Build.Publish;

/// <summary>The image the project's container properties and items describe, each value with the project element that set it.</summary>
internal sealed class ProjectImage(CheckContainer task, ProjectFacts project, ProjectElements elements, string projectFile)
{
    private readonly Origin _projectOrigin = Origin.StartOf(projectFile);

    /// <summary>Where the base is written; the project file when DockerGuard chose it.</summary>
    public Origin BaseOrigin =>
        (string.IsNullOrEmpty(task.WrittenBaseImage) ? null : elements.FindProperty("ContainerBaseImage", task.WrittenBaseImage))
        ?? (project.Get("ContainerFamily") is { Length: > 0 } family ? elements.FindProperty("ContainerFamily", family) : null)
        ?? _projectOrigin;

    public ImageModel ToModel(ImageReference reference, RegistryMirrors mirrors, ImageConfig? baseConfig, IReadOnlyList<KeyValuePair<string, string>> labels)
    {
        var baseOrigin = BaseOrigin;
        var used = new UsedImage
        {
            Reference = reference,
            Written = string.IsNullOrEmpty(task.WrittenBaseImage) ? reference.ToString() : task.WrittenBaseImage,
            Origin = baseOrigin,
            IsFinalBase = true,
            Catalog = ImageCatalog.Default.Find(reference, mirrors),
        };
        var environment = Environment(baseConfig, baseOrigin);
        return new ImageModel
        {
            TargetFrameworks = project.TargetFrameworkVersion is { } version ? [version] : project.TargetFrameworkVersions,
            // The SDK writes OCI images, and OCI's configuration has no place for one.
            CanHaveHealthcheck = false,
            Project = project,
            FixOrigin = _projectOrigin,
            Base = used,
            UsedImages = [used],
            Environment = environment,
            User = User(environment, baseConfig, baseOrigin),
            Ports = Ports(baseConfig, baseOrigin),
            Labels = [.. labels.Select(label => new Known<ImageLabel>(new ImageLabel(label.Key, label.Value), elements.FindItem("ContainerLabel", label.Key, "Value") ?? _projectOrigin))],
            Tags = [.. task.ImageTags.Select(tag => new Known<string>(tag, TagOrigin(tag)))],
            IsPushed = task.IsPushed,
        };
    }

    /// <summary>The base's variables, overridden by the project's as the SDK does it.</summary>
    private List<Known<EnvironmentVariable>> Environment(ImageConfig? baseConfig, Origin baseOrigin)
    {
        var own = task.EnvironmentVariables.Select(CheckContainer.Pair).ToList();
        var names = own.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var variables = new List<Known<EnvironmentVariable>>();
        foreach (var inherited in baseConfig?.Environment ?? new Dictionary<string, string>())
        {
            if (!names.Contains(inherited.Key)) variables.Add(new(new EnvironmentVariable(inherited.Key, inherited.Value), baseOrigin, IsInherited: true));
        }

        foreach (var pair in own)
        {
            variables.Add(new(new EnvironmentVariable(pair.Key, pair.Value), elements.FindItem("ContainerEnvironmentVariable", pair.Key, "Value") ?? _projectOrigin));
        }

        return variables;
    }

    /// <summary>The SDK's own order: ContainerUser, then the base's APP_UID, then the base's user.</summary>
    private Known<string>? User(List<Known<EnvironmentVariable>> environment, ImageConfig? baseConfig, Origin baseOrigin)
    {
        if (!string.IsNullOrEmpty(task.ContainerUser))
        {
            return new(task.ContainerUser, elements.FindProperty("ContainerUser", task.ContainerUser) ?? _projectOrigin);
        }

        if (environment.LastOrDefault(variable => variable.Value.Name == "APP_UID") is { Value.Value.Length: > 0 } uid)
        {
            return new(uid.Value.Value, uid.Origin, uid.IsInherited);
        }

        return baseConfig is null ? null : new(string.IsNullOrEmpty(baseConfig.User) ? "root" : baseConfig.User, baseOrigin, IsInherited: true);
    }

    private List<Known<ContainerPort>> Ports(ImageConfig? baseConfig, Origin baseOrigin)
    {
        var ports = new List<Known<ContainerPort>>();
        foreach (var exposed in baseConfig?.ExposedPorts ?? [])
        {
            if (ContainerPort.TryParse(exposed) is { } port) ports.Add(new(port, baseOrigin, IsInherited: true));
        }

        foreach (var item in task.Ports)
        {
            // What is no port is left to the SDK, which has a message for it (CONTAINER2016).
            if (ContainerPort.TryParse($"{item.ItemSpec}/{item.GetMetadata("Type")}") is not { } port) continue;
            ports.Add(new(port, elements.FindItem("ContainerPort", item.ItemSpec) ?? _projectOrigin));
        }

        return ports;
    }

    private Origin TagOrigin(string tag) =>
        elements.FindProperty("ContainerImageTag", tag) ?? elements.FindProperty("ContainerImageTags", string.Join(";", task.ImageTags)) ?? _projectOrigin;
}
