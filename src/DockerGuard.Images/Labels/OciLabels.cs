using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Labels;

/// <summary>
/// The labels of an image, the same whether the SDK makes it or a generated Dockerfile: what the OCI image spec names
/// (annotations.md) and what the SDK adds (Microsoft.NET.Build.Containers.targets), as far as the project has the
/// values.
/// </summary>
public static class OciLabels
{
    /// <summary>The build argument that is the commit.</summary>
    public const string RevisionArgument = "REVISION";

    /// <summary>The table, sorted by name.</summary>
    public static IReadOnlyList<OciLabel> All { get; } =
    [
        Sdks("net.dot.runtime.majorminor", "DotnetToolset", static of =>
            of.Project.TargetFrameworkVersion?.ToString(2)),
        Sdks("net.dot.sdk.version", "DotnetToolset", static of => of.SdkVersion),
        // A time in a Dockerfile would be another one in every build of the project.
        new("org.opencontainers.artifact.created", LabelMoment.Publish, Unknown) { IsSdks = true },
        Sdks("org.opencontainers.artifact.description", "ImageDescription", Description),
        Sdks(OciLabelNames.Authors, "ImageAuthors", static of =>
            of.Project.Get("ContainerAuthors") ?? of.Project.Get("Authors")),
        Sdks(OciLabelNames.BaseDigest, "ImageBaseDigest", static of => of.BaseImage.Digest) with
        {
            IsWrittenLast = true,
        },
        // The SDK's has the digest too: there nothing else shows before the push what the base was pinned to.
        Sdks(OciLabelNames.BaseName, "ImageBaseName", static of => of.BaseImage.WithDigest(null).ToString()),
        new(OciLabelNames.Created, LabelMoment.Publish, Unknown) { IsSdks = true },
        Sdks(OciLabelNames.Description, "ImageDescription", Description),
        Sdks(OciLabelNames.Documentation, "ImageDocumentation", static of =>
            of.Project.Get("ContainerDocumentationUrl") ?? Url(of)),
        Sdks(OciLabelNames.Licenses, "ImageLicenses", static of =>
            of.Project.Get("ContainerLicenseExpression") ?? of.Project.Get("PackageLicenseExpression")),
        // Who runs docker build tags the image, after the text is written.
        new(OciLabelNames.RefName, LabelMoment.Publish, static of => of.Tag),
        // A Dockerfile asks for it without a default, for nothing stands in for a commit.
        new(OciLabelNames.Revision, LabelMoment.BuildArgument, static of => of.SourceRevision)
        {
            Switch = "ImageRevision",
            Argument = RevisionArgument,
        },
        // What source control alone tells is known when the SDK publishes; a Dockerfile has the address the project
        // states.
        new(OciLabelNames.Source, LabelMoment.Project, static of => of.SourceUrl) { Switch = "ImageSource" },
        new(OciLabelNames.Title, LabelMoment.Project, static of =>
            of.Project.Get("ContainerTitle") ?? of.Project.Get("Title") ?? of.Project.AssemblyName)
        {
            Switch = "ImageTitle",
        },
        Sdks(OciLabelNames.Url, "ImageUrl", static of => of.Project.Get("ContainerInformationUrl") ?? Url(of)),
        new(
            OciLabelNames.Vendor,
            LabelMoment.Project,
            static of => of.Project.Get("ContainerVendor") ?? Company(of.Project))
        {
            Switch = "ImageVendor",
        },
        // A Dockerfile's default is the project's version; a build server may give another.
        new(OciLabelNames.Version, LabelMoment.BuildArgument, static of =>
            of.Project.Get("ContainerVersion") ?? of.Project.Get("PackageVersion") ?? of.Project.Get("Version"))
        {
            Switch = "ImageVersion",
            Argument = "VERSION",
        },
    ];

    /// <summary>Without any of these there is nothing in an address that could be a secret.</summary>
    private static readonly char[] AddressMarks = ['@', '%', ':', '?', '#', ';', '&'];

    /// <summary>
    /// The value of a label as everybody who has the image may see it: fit to be printed, an address without its
    /// credentials; null where nothing is known.
    /// </summary>
    public static string? ValueOf(OciLabel label, LabelFacts facts)
    {
        if (label is null) throw new ArgumentNullException(nameof(label));
        return label.Value(facts) is { } value && Shown(label.Name, value) is { Length: > 0 } shown ? shown : null;
    }

    /// <summary>Whether the project wants any label: without, the SDK writes not even the project's own.</summary>
    public static bool AreWanted(ProjectFacts project) => IsOn(project, "");

    /// <summary>Whether the project wants a label of the table.</summary>
    public static bool IsWanted(OciLabel label, ProjectFacts project) =>
        label is null ? throw new ArgumentNullException(nameof(label))
        : label.Switch is null || IsOn(project, label.Switch);

    /// <summary>The labels a Dockerfile can hold and the project wants, with their values.</summary>
    public static IEnumerable<ImageLabel> OfProject(LabelFacts facts)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        foreach (var label in All)
        {
            if (label.KnownAt != LabelMoment.Project || !IsWanted(label, facts.Project)) continue;
            if (ValueOf(label, facts) is { } value) yield return new ImageLabel(label.Name, value);
        }
    }

    /// <summary>
    /// The names of the labels that the SDK writes while it builds the image of a project that wants labels.
    /// </summary>
    public static IReadOnlyList<string> WrittenLast(ProjectFacts project)
    {
        if (project is null) throw new ArgumentNullException(nameof(project));
        return
        [
            .. All.Where(label => label.IsWrittenLast && IsWanted(label, project)).Select(static label => label.Name),
        ];
    }

    /// <summary>Completes the labels of an image that the SDK makes.</summary>
    /// <param name="written">The project's and the SDK's labels; the last of a name wins.</param>
    /// <param name="facts">What the missing ones are made of; null when the project wants none.</param>
    /// <param name="suppressed">The last parts of the names of labels the project has switched off.</param>
    /// <returns>All labels, sorted by name.</returns>
    public static IReadOnlyList<ImageLabel> Complete(
        IEnumerable<ImageLabel> written, LabelFacts? facts, IReadOnlyCollection<string> suppressed)
    {
        if (written is null) throw new ArgumentNullException(nameof(written));
        if (suppressed is null) throw new ArgumentNullException(nameof(suppressed));
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in written)
        {
            var (key, shown) = (Printable.Line(label.Key), Shown(label.Key, label.Value));
            // An empty label is the project's wish, and a rule's matter; one that held but a secret is left out.
            if (shown.Length > 0 || string.IsNullOrWhiteSpace(label.Value)) labels[key] = shown;
            else labels.Remove(key);
        }

        if (facts is not null) AddMissing(labels, facts, suppressed);
        return
        [
            .. labels.Keys.OrderBy(static name => name, StringComparer.Ordinal)
                .Select(name => new ImageLabel(name, labels[name])),
        ];
    }

    private static void AddMissing(
        Dictionary<string, string> labels, LabelFacts facts, IReadOnlyCollection<string> suppressed)
    {
        foreach (var label in All)
        {
            if (label.IsSdks || labels.ContainsKey(label.Name)) continue;
            if (suppressed.Contains(label.Name.Substring(OciLabelNames.Prefix.Length))) continue;
            if (ValueOf(label, facts) is { } value) labels[label.Name] = value.Trim();
        }

        // The SDK writes the base as the project named it; what it builds on is that image at this digest.
        if (labels.ContainsKey(OciLabelNames.BaseName)) labels[OciLabelNames.BaseName] = facts.BaseImage.ToString();
    }

    private static string Shown(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        // A value is read by people: what a control character was there for is a blank to them.
        value = new string([.. value.Select(static c => char.IsControl(c) ? ' ' : c)]);
        if (name == OciLabelNames.Source) value = RepositoryAddress.PublicRepository(value);
        else if (IsAddress(name, value)) value = RepositoryAddress.Public(value);
        else value = RepositoryAddress.PublicIn(value);
        return Printable.Line(value);
    }

    private static bool IsAddress(string name, string value) =>
        name is OciLabelNames.Url or OciLabelNames.Documentation
            || (name.EndsWith("url", StringComparison.OrdinalIgnoreCase)
                && AddressFolding.Fold(value).IndexOfAny(AddressMarks) >= 0);

    private static OciLabel Sdks(string name, string switchedBy, Func<LabelFacts, string?> value) =>
        new(name, LabelMoment.Project, value) { IsSdks = true, Switch = switchedBy };

    // The SDK asks whether it is true, and makes that of nothing.
    private static bool IsOn(ProjectFacts project, string name) =>
        project.Get("ContainerGenerateLabels" + name) is null || project.IsTrue("ContainerGenerateLabels" + name);

    private static string? Unknown(LabelFacts facts) => null;

    private static string? Description(LabelFacts facts) =>
        facts.Project.Get("ContainerDescription") ?? facts.Project.Get("Description");

    private static string? Url(LabelFacts facts) => facts.Project.Get("PackageProjectUrl");

    /// <summary>
    /// The company, unless it is only the SDK's default, the assembly's name, which tells a reader nothing.
    /// </summary>
    private static string? Company(ProjectFacts project) =>
        project.Get("Company") is { } company && company != project.AssemblyName ? company : null;
}
