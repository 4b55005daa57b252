using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Sections;

/// <summary>What one policy file says, section by section, before the files it extends are added.</summary>
internal sealed class PolicyDocument
{
    private readonly Dictionary<PolicySection, object> _words = [];

    /// <summary>
    /// Turns the YAML of one policy file into what it says, reporting everything that is wrong with it.
    /// </summary>
    /// <param name="root">The document; null when the file holds nothing but comments.</param>
    /// <param name="reading">The file; takes what is wrong.</param>
    public static PolicyDocument Read(YamlNode? root, PolicyReading reading)
    {
        var document = new PolicyDocument();
        var errors = reading.Errors;
        if (root is null or YamlRefused or YamlScalar { IsEmpty: true }) return document;
        if (root is not YamlMap map)
        {
            errors.Add(root.Span, $"a policy must be a map of keys such as 'profile: recommended', not {root.Kind}");
            return document;
        }

        foreach (var entry in map.Entries)
        {
            var section = PolicySections.All.FirstOrDefault(section => section.Key == entry.Name);
            if (section is null)
                errors.AddUnknown(entry.Key.Span, "key", entry.Name, PolicySections.All.Select(known => known.Key));
            else if (section.Read(entry, reading) is { } words) document._words.Add(section, words);
        }

        return document;
    }

    /// <summary>Lays policy files over each other, base first.</summary>
    public static PolicyDraft Merge(IReadOnlyList<PolicyDocument> documents, PolicyDay day)
    {
        var draft = new PolicyDraft(day);
        foreach (var section in PolicySections.All) section.Merge(documents, draft);
        return draft;
    }

    /// <summary>What the file says in a section; null when that is nothing.</summary>
    public object? Of(PolicySection section) => _words.TryGetValue(section, out var words) ? words : null;
}
