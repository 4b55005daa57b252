using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Images.Project;

/// <summary>
/// Finds the XML element that set a property or an item, in the project file and the files it imports, so that a
/// finding about an evaluated value points at the line to mend. It compares text; conditions are not evaluated. Files
/// are read when first asked for; a file that cannot be read or is not XML holds no elements.
/// </summary>
public sealed class ProjectElements
{
    private readonly IReadOnlyList<Lazy<ProjectFile>> _lastImportFirst;

    private ProjectElements(IReadOnlyList<Lazy<ProjectFile>> lastImportFirst) => _lastImportFirst = lastImportFirst;

    /// <summary>Takes the files in the order MSBuild imports them: a later one overrides an earlier one.</summary>
    /// <param name="absoluteFilesInImportOrder">Directory.Build.props, the project, Directory.Build.targets …</param>
    public static ProjectElements Load(IEnumerable<string> absoluteFilesInImportOrder)
    {
        if (absoluteFilesInImportOrder is null) throw new ArgumentNullException(nameof(absoluteFilesInImportOrder));
        return new ProjectElements(absoluteFilesInImportOrder.Reverse()
            .Select(static file => new Lazy<ProjectFile>(() => ProjectFile.Load(file)))
            .ToArray());
    }

    /// <summary>
    /// Where a property got a value: the last element with exactly this text, else the last whose text is computed
    /// (<c>$(…)</c>). Null when no element can have set it, as for a global property.
    /// </summary>
    public FileOrigin? FindProperty(string name, string value) =>
        LastWith(
            file => file.Properties.Where(property => SameName(property.Name, name))
                .Select(static property => property.Value), value);

    /// <summary>
    /// Where an item was included, or where one metadatum of it got its value. Null when no element did.
    /// </summary>
    /// <param name="itemName">The item type: <c>ContainerPort</c>.</param>
    /// <param name="include">The item's evaluated identity.</param>
    /// <param name="metadata">Name of the metadatum to point at; null points at the identity.</param>
    public FileOrigin? FindItem(string itemName, string include, string? metadata = null)
    {
        if (metadata is null)
        {
            return LastWith(
                file => ItemsOf(file, itemName)
                    .Where(static item => !item.IsUpdate)
                    .SelectMany(static item => item.Identities), include);
        }

        foreach (var file in _lastImportFirst)
        {
            foreach (var item in ItemsOf(file.Value, itemName).Reverse())
            {
                if (!item.Identities.Any(identity => SameText(identity, include) || identity.IsComputed)) continue;
                var found = item.Metadata.LastOrDefault(entry => SameName(entry.Name, metadata));
                if (found is not null) return new FileOrigin(file.Value.Path, found.Value.Span);
            }
        }

        return null;
    }

    private FileOrigin? LastWith(Func<ProjectFile, IEnumerable<LocatedText>> select, string value)
    {
        FileOrigin? computed = null;
        foreach (var file in _lastImportFirst)
        {
            foreach (var text in select(file.Value).Reverse())
            {
                if (SameText(text, value)) return new FileOrigin(file.Value.Path, text.Span);
                if (text.IsComputed) computed ??= new FileOrigin(file.Value.Path, text.Span);
            }
        }

        return computed;
    }

    private static IEnumerable<ProjectFileItem> ItemsOf(ProjectFile file, string itemName) =>
        file.Items.Where(item => SameName(item.Name, itemName));

    private static bool SameName(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static bool SameText(LocatedText text, string value) =>
        text.Text.Equals((value ?? "").Trim(), StringComparison.Ordinal);
}

/// <summary>A trimmed value and the place of its first to its last character.</summary>
internal sealed record LocatedText(string Text, SourceSpan Span)
{
    public bool IsComputed =>
        Text.IndexOf("$(", StringComparison.Ordinal) >= 0 || Text.IndexOf("@(", StringComparison.Ordinal) >= 0;
}

/// <summary>A property element, or one metadatum.</summary>
internal sealed record NamedText(string Name, LocatedText Value);

/// <summary>An item element.</summary>
internal sealed record ProjectFileItem(
    string Name, bool IsUpdate, IReadOnlyList<LocatedText> Identities, List<NamedText> Metadata);
