using System;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>
/// A value that a project has in the configuration that is built, and another one in another. It is kept in files, so
/// no more of it is here than is asked for: by what the first one is known again, and the second one without secrets.
/// </summary>
/// <param name="Name">The name of a property, or the type of the items of a list.</param>
/// <param name="Here">
/// The value in the configuration that is built: items as they are, all else by its <see cref="Mark"/>.
/// </param>
/// <param name="There">The value in the other one; may be empty.</param>
public sealed record ConfigurationValue(string Name, string Here, string There)
{
    /// <summary>Of the values themselves.</summary>
    /// <inheritdoc cref="ConfigurationValue(string, string, string)"/>
    public static ConfigurationValue Of(string name, string here, string there)
    {
        if (here is null) throw new ArgumentNullException(nameof(here));
        if (there is null) throw new ArgumentNullException(nameof(there));
        return ProjectFacts.IsItemList(name) ? new ConfigurationValue(name, here, there)
            : ContainerItems.IsOne(name) ? new ConfigurationValue(name, ContainerItems.Marks(here), there)
            : new ConfigurationValue(name, Mark(here), SecretText.Hide(there));
    }

    /// <summary>By what a value is known again.</summary>
    public static string Mark(string value) =>
        Sha256.Hex((value ?? throw new ArgumentNullException(nameof(value))).Trim());
}
