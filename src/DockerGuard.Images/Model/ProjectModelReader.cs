using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Model;

/// <summary>Reads the model of an image that the SDK makes, each value with the project element that set it.</summary>
/// <param name="container">The project's container properties and items.</param>
/// <param name="project">The evaluated project.</param>
/// <param name="elements">The project file and what it imports.</param>
public sealed class ProjectModelReader(ContainerFacts container, ProjectFacts project, ProjectElements elements)
{
    private readonly FileOrigin _projectOrigin = Origin.StartOf(container.ProjectFile);

    /// <summary>Where the base is written; the project file when it was chosen.</summary>
    public FileOrigin BaseOrigin =>
        (container.WrittenBaseImage is { Length: > 0 } written
            ? elements.FindProperty("ContainerBaseImage", written)
            : null)
        ?? (project.Get("ContainerFamily") is { } family ? elements.FindProperty("ContainerFamily", family) : null)
        ?? _projectOrigin;

    /// <summary>Reads the model.</summary>
    /// <param name="catalog">What is known of .NET images.</param>
    /// <param name="mirrors">Where images may have been copied to.</param>
    /// <param name="baseConfig">The configuration of the base image; null when nothing is known of it.</param>
    public ImageModel Read(ImageCatalog catalog, RegistryMirrors mirrors, ImageConfig? baseConfig)
    {
        if (catalog is null) throw new ArgumentNullException(nameof(catalog));
        if (mirrors is null) throw new ArgumentNullException(nameof(mirrors));
        var baseOrigin = BaseOrigin;
        var used = new UsedImage
        {
            Reference = container.BaseImage,
            Written = container.WrittenBaseImage is { Length: > 0 } written ? written : container.BaseImage.ToString(),
            Origin = baseOrigin,
            IsFinalBase = true,
            Catalog = catalog.Find(container.BaseImage, mirrors),
        };
        // What the base image brings is as good as nothing where nothing is known of it.
        var inherited = baseConfig ?? new ImageConfig();
        var environment = Environment(inherited, baseOrigin);
        return new ImageModel
        {
            Project = project,
            TargetFrameworks = project.TargetFrameworkVersion is { } version
                ? [version]
                : project.TargetFrameworkVersions,
            FixOrigin = _projectOrigin,
            Base = used,
            UsedImages = [used],
            Environment = environment,
            User = User(environment, baseConfig, baseOrigin),
            Ports = Ports(inherited, baseOrigin),
            Labels = Labels(inherited, baseOrigin),
            Volumes = [.. inherited.Volumes.Select(volume => new Known<string>(volume, baseOrigin, IsInherited: true))],
            Tags = [.. container.Tags.Select(tag => new Known<string>(tag, TagOrigin(tag)))],
            IsPushed = container.IsPushed,
            // The SDK writes OCI images, and OCI's configuration has no place for one.
            CanHaveHealthcheck = false,
        };
    }

    /// <summary>The base's variables, overridden by the project's as the SDK does it.</summary>
    private List<Known<EnvironmentVariable>> Environment(ImageConfig inherited, Origin baseOrigin) => Overlaid(
        inherited.Environment.Select(static pair => new EnvironmentVariable(pair.Key, pair.Value)),
        container.Environment,
        static variable => variable.Name, "ContainerEnvironmentVariable", baseOrigin);

    private List<Known<ImageLabel>> Labels(ImageConfig inherited, Origin baseOrigin)
    {
        var labels = Overlaid(
            inherited.Labels.Select(static pair => new ImageLabel(pair.Key, pair.Value)), container.Labels,
            static label => label.Key, "ContainerLabel", baseOrigin);
        foreach (var name in container.ComingLabels)
        {
            labels.RemoveAll(label => label.Value.Key == name);
            labels.Add(new Known<ImageLabel>(new ImageLabel(name, ""), _projectOrigin) { IsComing = true });
        }

        return labels;
    }

    private List<Known<T>> Overlaid<T>(
        IEnumerable<T> inherited, IReadOnlyList<T> own, Func<T, string> nameOf, string itemName, Origin baseOrigin)
    {
        var names = new HashSet<string>(own.Select(nameOf), StringComparer.Ordinal);
        return
        [
            .. inherited.Where(value => !names.Contains(nameOf(value)))
                .Select(value => new Known<T>(value, baseOrigin, IsInherited: true)),
            .. own.Select(
                value => new Known<T>(value, elements.FindItem(itemName, nameOf(value), "Value") ?? _projectOrigin)),
        ];
    }

    /// <summary>The SDK's own order: ContainerUser, then the base's APP_UID, then the base's user.</summary>
    private Known<string>? User(
        List<Known<EnvironmentVariable>> environment, ImageConfig? baseConfig, Origin baseOrigin)
    {
        if (container.User is { Length: > 0 } user)
            return new(user, elements.FindProperty("ContainerUser", user) ?? _projectOrigin);
        if (environment.LastOrDefault(
            static variable => variable.Value.Name == "APP_UID") is { Value.Value.Length: > 0 } uid)
        {
            return new(uid.Value.Value, uid.Origin, uid.IsInherited);
        }

        if (baseConfig is null) return null;
        return new(string.IsNullOrEmpty(baseConfig.User) ? "root" : baseConfig.User!, baseOrigin, IsInherited: true);
    }

    private List<Known<ContainerPort>> Ports(ImageConfig inherited, Origin baseOrigin)
    {
        var ports = new List<Known<ContainerPort>>();
        foreach (var exposed in inherited.ExposedPorts)
            if (ContainerPort.TryParse(exposed) is { } port) ports.Add(new(port, baseOrigin, IsInherited: true));
        foreach (var item in container.Ports)
        {
            // What is no port is left to the SDK, which has a message for it (CONTAINER2016).
            if (ContainerPort.TryParse($"{item.Number}/{item.Type}") is not { } port) continue;
            ports.Add(new(port, elements.FindItem("ContainerPort", item.Number) ?? _projectOrigin));
        }

        return ports;
    }

    private FileOrigin TagOrigin(string tag) =>
        elements.FindProperty("ContainerImageTag", tag)
        ?? elements.FindProperty("ContainerImageTags", string.Join(";", container.Tags))
        ?? _projectOrigin;
}
